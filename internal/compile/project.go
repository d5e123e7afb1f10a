package compile

import "slices"

// value writes the expression for what s selects of the node in variable v, an expression that is null when v is, and
// gives its shape. typeName is the named type of the value; required says that it may not be null.
func (w *writer) value(v, typeName string, s Selection, required bool) (Shape, error) {
	t := w.atlas.types[typeName]
	if t.abstract == nil {
		return w.object(v, t, s.of(typeName), required, false)
	}
	if fields, same := s.uniform(t.abstract); same && typeName == "Actor" {
		return w.anyType(v, t, fields, required)
	}
	return w.byType(v, t.abstract, s, required)
}

// anyType writes one row for a node of any of the types: its label, then the fields that all of them share.
func (w *writer) anyType(v string, t *nodeType, fields []Selection, required bool) (Shape, error) {
	shape := abstractShape{types: map[string]*objectShape{}, required: required}
	for i, name := range t.abstract {
		sub := w
		if i > 0 {
			sub = &writer{atlas: w.atlas} // only the shape is wanted: the text is the same
		}
		object, err := sub.object(v, w.atlas.types[name], fields, required, true)
		if err != nil {
			return nil, err
		}
		shape.types[name] = object
	}
	return shape, nil
}

// byType writes a CASE with one row for each of the types.
func (w *writer) byType(v string, types []string, s Selection, required bool) (Shape, error) {
	shape := abstractShape{types: map[string]*objectShape{}, required: required}
	w.Syntax("CASE")
	for _, name := range types {
		object := w.atlas.types[name]
		w.Syntax(" WHEN ").Ident(v).Syntax(":").Ident(object.label).Syntax(" THEN ")
		sub, err := w.object(v, object, s.of(name), required, true)
		if err != nil {
			return nil, err
		}
		shape.types[name] = sub
	}
	w.Syntax(" END")
	return shape, nil
}

// object writes a row [slot, slot, …] for the fields. With typed, the first slot is the type's name, taken from the
// node's labels.
func (w *writer) object(v string, t *nodeType, fields []Selection, required, typed bool) (*objectShape, error) {
	shape := &objectShape{required: required}
	slot := 0
	w.Syntax("[")
	if typed {
		w.typeOf(v, t)
		slot++
	}
	for _, s := range fields {
		if s.Name == "__typename" {
			shape.add(s.Alias, -1, constString(t.name))
			continue
		}
		f := t.fields[s.Name]
		if f == nil {
			return nil, invalid("%s has no field %q", t.name, s.Name)
		}
		if slot > 0 {
			w.Syntax(", ")
		}
		sub, err := w.field(v, f, s)
		if err != nil {
			return nil, err
		}
		shape.add(s.Alias, slot, sub)
		slot++
	}
	w.Syntax("]")
	return shape, nil
}

// slots writes [slot, slot, …] for the fields of a value that is no node; slot writes each but __typename.
func (w *writer) slots(f Selection, slot func(s Selection) (Shape, error)) (*objectShape, error) {
	shape := &objectShape{required: true}
	w.Syntax("[")
	for i, s := range f.of(f.Type) {
		if i > 0 {
			w.Syntax(", ")
		}
		if s.Name == "__typename" {
			w.Syntax("null")
			shape.add(s.Alias, i, constString(f.Type))
			continue
		}
		sub, err := slot(s)
		if err != nil {
			return nil, err
		}
		shape.add(s.Alias, i, sub)
	}
	w.Syntax("]")
	return shape, nil
}

// field writes the expression for one field.
func (w *writer) field(v string, f *field, s Selection) (Shape, error) {
	switch f.kind {
	case edgeField:
		return w.toOne(v, f, s)
	case listField:
		return w.toMany(v, f, s)
	case connectionField:
		return w.connection(source{from: v, field: f}, f.node, s)
	case embeddedField:
		return w.object(v, w.atlas.types[f.node], s.of(f.node), f.typ.NonNull, false)
	case passagesField:
		return w.passages(v, f, s)
	}
	if f.computed != nil {
		f.computed(w, v)
		return scalarShape{required: f.typ.NonNull}, nil
	}
	w.read(v, f.property, f.missing)
	if f.typ.Elem != nil {
		return listShape{item: scalarShape{required: f.typ.Elem.NonNull}, required: f.typ.NonNull}, nil
	}
	return scalarShape{required: f.typ.NonNull, emptyIsNull: f.empty}, nil
}

// read writes a property; missing is what stands for it where the node has none, nil for null.
func (w *writer) read(v, property string, missing any) {
	if missing == nil {
		w.Ident(v).Syntax(".").Ident(property)
		return
	}
	w.Syntax("coalesce(").Ident(v).Syntax(".").Ident(property).Syntax(", ").Param(missing).Syntax(")")
}

// pattern writes (v)-[r:TYPE]->(m:Label), in the field's direction. r and m may be "".
func (w *writer) pattern(v string, f *field, r, m, label string) {
	w.Syntax("(").Ident(v).Syntax(")")
	if !f.out && !f.both {
		w.Syntax("<")
	}
	w.Syntax("-[")
	if r != "" {
		w.Ident(r)
	}
	w.Syntax(":").Ident(f.edge).Syntax("]-")
	if f.out {
		w.Syntax(">")
	}
	w.Syntax("(")
	if m != "" {
		w.Ident(m)
	}
	if label != "" {
		w.Syntax(":").Ident(label)
	}
	w.Syntax(")")
}

// typeOf writes the name of a node's type; t is it, unless it is an actor, whose node says which.
func (w *writer) typeOf(v string, t *nodeType) {
	if slices.Contains(w.atlas.types["Actor"].abstract, t.name) {
		w.Ident(v).Syntax(".type")
		return
	}
	w.Syntax("'", t.name, "'")
}

// reached is the label to ask for at the end of an edge that is only followed: none where the edge leads to no other
// nodes, which saves a look at each. Where conditions are on the end, its label must be told, for an index may find it.
func reached(f *field, label string) string {
	if f.mixed {
		return label
	}
	return ""
}

// toOne follows an edge to at most one node.
func (w *writer) toOne(v string, f *field, s Selection) (Shape, error) {
	m := w.Fresh("n")
	w.Syntax("head([")
	w.pattern(v, f, "", m, reached(f, w.atlas.types[f.node].label))
	w.Syntax(" | ")
	shape, err := w.value(m, f.node, s, f.typ.NonNull)
	w.Syntax("])")
	return shape, err
}

// edgeObject writes a row for a type that stands for the edge in variable r with its end node in m.
func (w *writer) edgeObject(r, m string, t *nodeType, fields []Selection) (Shape, error) {
	shape := &objectShape{required: true}
	w.Syntax("[")
	slot := 0
	for _, s := range fields {
		if s.Name == "__typename" {
			shape.add(s.Alias, -1, constString(t.name))
			continue
		}
		if slot > 0 {
			w.Syntax(", ")
		}
		f := t.fields[s.Name]
		var sub Shape
		var err error
		if f.kind == targetField {
			sub, err = w.value(m, f.node, s, f.typ.NonNull)
		} else {
			sub, err = w.field(r, f, s)
		}
		if err != nil {
			return nil, err
		}
		shape.add(s.Alias, slot, sub)
		slot++
	}
	w.Syntax("]")
	return shape, nil
}

// passageSlots are the parallel lists of a passages field, in the order of passagesShape.
var passageSlots = []struct{ field, suffix string }{{"start", "Starts"}, {"end", "Ends"}, {"text", "Texts"}}

func (w *writer) passages(v string, f *field, s Selection) (Shape, error) {
	w.Syntax("[")
	for i, p := range passageSlots {
		if i > 0 {
			w.Syntax(", ")
		}
		w.Ident(v).Syntax(".").Ident(f.property + p.suffix)
	}
	w.Syntax("]")
	passage := &objectShape{required: true}
	for _, c := range s.of(f.node) {
		if c.Name == "__typename" {
			passage.add(c.Alias, -1, constString(f.node))
			continue
		}
		for slot, p := range passageSlots {
			if p.field == c.Name {
				passage.add(c.Alias, slot, scalarShape{required: true})
			}
		}
	}
	return passagesShape{passage}, nil
}
