package compile

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"sayso/internal/kg"
)

// deepest is how far where may nest.
const deepest = 8

// filter gathers what a where asks for. Conditions that hold for certain (not under or and not) over an edge to one
// node become patterns, so that the planner may start from the other end; everything else becomes a condition. Under or
// and not all are conditions.
type filter struct {
	w          *writer
	patterns   []func()
	conditions []func() error
	depth      int
	inline     bool // no patterns: they become conditions too
	distinct   bool // a pattern may find a node more than once
}

func (f *filter) add(condition func() error) { f.conditions = append(f.conditions, condition) }

// mostPatterns is how many patterns the planner may put in order itself. It looks at all orders: with eighteen it takes
// seconds.
const mostPatterns = 6

// follow takes in a pattern with the conditions on the node that it leads to.
func (f *filter) follow(pattern func(), conditions func(*filter)) {
	if !f.inline && len(f.patterns) < mostPatterns {
		f.patterns = append(f.patterns, pattern)
		conditions(f)
		return
	}
	depth := f.depth
	f.add(func() error {
		f.w.Syntax("EXISTS { MATCH ")
		pattern()
		inner := filter{w: f.w, depth: depth}
		conditions(&inner)
		err := inner.write()
		f.w.Syntax(" }")
		return err
	})
}

// write writes "MATCH pattern … WHERE condition AND …". Each pattern is a MATCH of its own, since within one no edge
// may be used twice, and two conditions may well hold of the same edge.
func (f *filter) write() error {
	for _, p := range f.patterns {
		f.w.Syntax(" MATCH ")
		p()
	}
	if len(f.conditions) > 0 {
		f.w.Syntax(" WHERE ")
	}
	return f.writeConditions()
}

func (f *filter) writeConditions() error {
	for i, c := range f.conditions {
		if i > 0 {
			f.w.Syntax(" AND ")
		}
		if err := c(); err != nil {
			return err
		}
	}
	return nil
}

// conjunction takes in a where on the node in variable v: all its conditions must hold.
func (f *filter) conjunction(v, typeName string, where any) {
	object, _ := where.(map[string]any)
	f.depth++
	defer func() { f.depth-- }()
	if f.depth > deepest {
		f.add(func() error { return invalid("where nests deeper than %d; ask for less at once", deepest) })
		return
	}
	inputs := f.inputs(typeName + "Where")
	for _, in := range inputs {
		value, given := object[in.Name]
		switch {
		case !given || directive(in.Directives, "within", "path") != "" && value != nil:
		case value == nil:
			f.add(func() error { return f.w.atlas.nothing(in) })
		default:
			f.one(v, typeName, in, value)
		}
	}
	for name, value := range f.within(inputs, object) {
		f.one(v, typeName, inputs.ForName(name), value)
	}
}

// nothing is the error for a condition that is null, with the way to find what has nothing there.
func (a *Atlas) nothing(in *ast.FieldDefinition) error {
	way := ""
	if def := a.inputs[in.Type.Name()]; def != nil {
		switch {
		case def.Fields.ForName("isNull") != nil:
			way = "to find what has no value write {" + in.Name + ": {isNull: true}}"
		case def.Fields.ForName("isEmpty") != nil:
			way = "to find what has an empty list write {" + in.Name + ": {isEmpty: true}}"
		case def.Fields.ForName("none") != nil:
			way = "to find what has none write {" + in.Name + ": {none: {}}}"
		case strings.HasSuffix(def.Name, "Where") && in.Name != "not" && in.Type.Elem == nil:
			way = "to find what has none write {not: {" + in.Name + ": {}}}"
		}
	}
	if way == "" {
		return invalid("%s: null is no condition; leave it out", in.Name)
	}
	return invalid("%s: null is no condition; %s, or leave it out", in.Name, way)
}

// within gathers the conditions that stand for others further away (@within): all of one object speak of the same
// edges.
func (f *filter) within(inputs ast.FieldList, object map[string]any) map[string]any {
	out := map[string]any{}
	for _, in := range inputs {
		path := directive(in.Directives, "within", "path")
		value, given := object[in.Name]
		if path == "" || !given || value == nil {
			continue
		}
		steps := strings.Split(path, ".")
		put(out, steps, value)
		if at := slices.Index(steps, "some"); at > 0 && !f.w.lapsedToo { // what was taken back is said by nobody
			put(out, append(slices.Clone(steps[:at+1]), "statement", "status"), map[string]any{"eq": string(kg.Current)})
		}
	}
	return out
}

// put sets a value in nested objects.
func put(object map[string]any, steps []string, value any) {
	for _, step := range steps[:len(steps)-1] {
		inner, _ := object[step].(map[string]any)
		if inner == nil {
			inner = map[string]any{}
			object[step] = inner
		}
		object = inner
	}
	object[steps[len(steps)-1]] = value
}

func (f *filter) inputs(name string) ast.FieldList {
	if def := f.w.atlas.inputs[name]; def != nil {
		return def.Fields
	}
	return nil
}

// one takes in one condition of a conjunction.
func (f *filter) one(v, typeName string, in *ast.FieldDefinition, value any) {
	w, depth := f.w, f.depth // the conditions are written later, when f.depth is another
	field := w.atlas.fieldOf(typeName, in.Name)
	switch inputs := f.inputs(in.Type.Name()); {
	case in.Name == "and":
		for _, part := range asList(value) {
			f.conjunction(v, typeName, part)
		}
	case in.Name == "or":
		f.add(func() error { return w.anyOf(v, typeName, asList(value), depth) })
	case in.Name == "not":
		f.add(func() error {
			w.Syntax("NOT coalesce(")
			err := w.allOf(v, typeName, value, depth)
			w.Syntax(", false)")
			return err
		})
	case directive(in.Directives, "called", "state") == "true":
		f.speaksFor(v, value)
	case in.Directives.ForName("words") != nil:
		f.words(v, typeName, value)
	case in.Directives.ForName("called") != nil:
		f.called(v, value, directive(in.Directives, "called", "part") == "true")
	case strings.HasSuffix(in.Type.Name(), "Where"):
		f.inside(v, field, strings.TrimSuffix(in.Type.Name(), "Where"), value)
	case inputs.ForName("isEmpty") != nil:
		f.add(func() error { return w.compareList(v, listProperty(field), in, value) })
	case inputs.ForName("some") != nil:
		value = f.some(v, field, value)
		f.add(func() error { return w.many(v, field, value, depth) })
	default:
		o := operandOf{v: v, property: propertyOf(field, in.Name)}
		if field != nil && field.computed != nil {
			o.write = func() error { field.computed(w, v); return nil }
		}
		if field != nil {
			o.empty, o.missing = field.empty, field.missing
		}
		f.add(func() error { return w.compare(o, in, value) })
	}
}

// called takes in a condition on any of an actor's names, as a whole or on a part of it.
func (f *filter) called(v string, value any, part bool) {
	w, folded := f.w, kg.FoldName(fmt.Sprint(value))
	if !part {
		f.follow(func() {
			w.Syntax("(").Ident(v).Syntax(")-[:CALLED]->(:Name {folded: ").Param(folded).Syntax("})")
		}, func(*filter) {})
		return
	}
	f.add(func() error {
		n := w.Fresh("n")
		w.Syntax("EXISTS { (").Ident(v).Syntax(")-[:CALLED]->(").Ident(n).Syntax(":Name) WHERE ").Ident(n).
			Syntax(".folded CONTAINS ").Param(folded).Syntax(" }")
		return nil
	})
}

// inside takes in a where on what a field leads to: fields of the same node, the node at the end of an edge, or a
// neighbour.
func (f *filter) inside(v string, field *field, typeName string, value any) {
	w := f.w
	switch field.kind {
	case embeddedField:
		f.conjunction(v, typeName, value)
	case targetField:
		f.conjunction(w.ends[v], typeName, value)
	default:
		m := w.Fresh("n")
		f.follow(func() { w.pattern(v, field, "", m, w.atlas.types[field.node].label) },
			func(on *filter) { on.conjunction(m, typeName, value) })
	}
}

// listProperty is the property that holds a list of strings: the texts of passages, or the field's own.
func listProperty(f *field) string {
	if f.kind == passagesField {
		return f.property + "Texts"
	}
	return f.property
}

// propertyOf is the property that a condition compares: that of the field it is named after. Where that field is an
// edge, the node keeps the end's id under the same name.
func propertyOf(f *field, name string) string {
	if f != nil && f.kind == propertyField {
		return f.property
	}
	return name
}

// allOf writes a where as one boolean.
func (w *writer) allOf(v, typeName string, where any, depth int) error {
	f := filter{w: w, depth: depth, inline: true}
	f.conjunction(v, typeName, where)
	w.always(len(f.conditions))
	if len(f.conditions) < 2 {
		return f.writeConditions()
	}
	w.Syntax("(")
	err := f.writeConditions()
	w.Syntax(")")
	return err
}

// anyOf writes that one of the wheres holds; none holds of an empty list.
func (w *writer) anyOf(v, typeName string, wheres []any, depth int) error {
	if len(wheres) == 0 {
		w.Syntax("false")
		return nil
	}
	w.Syntax("(")
	for i, where := range wheres {
		if i > 0 {
			w.Syntax(" OR ")
		}
		if err := w.allOf(v, typeName, where, depth); err != nil {
			return err
		}
	}
	w.Syntax(")")
	return nil
}
