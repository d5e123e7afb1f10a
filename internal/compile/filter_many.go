package compile

import (
	"cmp"
	"maps"
)

// neighbour gives a variable for what one of a field's quantifiers is about, and the pattern that leads there: a node,
// or an edge with its end where the field's type stands for the edge.
func (w *writer) neighbour(v string, field *field) (about string, pattern func()) {
	m, item := w.Fresh("n"), w.atlas.types[field.node]
	if item.target == nil {
		return m, func() { w.pattern(v, field, "", m, item.label) }
	}
	r := w.Fresh("r")
	if w.ends == nil {
		w.ends = map[string]string{}
	}
	w.ends[r] = m
	return r, func() { w.pattern(v, field, r, m, w.atlas.types[item.target.node].label) }
}

// some takes a quantifier "some" that holds for certain in as a pattern, so that the planner may start from the
// neighbours, and gives the quantifiers that are left.
func (f *filter) some(v string, field *field, value any) any {
	quantifiers, _ := value.(map[string]any)
	where := quantifiers["some"]
	if f.inline || where == nil {
		return value
	}
	f.distinct = true
	about, pattern := f.w.neighbour(v, field)
	f.follow(pattern, func(on *filter) {
		on.conjunction(about, field.node, where)
		on.leaveOutLapsed(about, field, where)
	})
	rest := maps.Clone(quantifiers)
	delete(rest, "some")
	return rest
}

// many writes conditions on a list of neighbours: some, none, every.
func (w *writer) many(v string, field *field, value any, depth int) error {
	object, _ := value.(map[string]any)
	written := 0
	for _, quantifier := range []string{"some", "none", "every"} {
		where, given := object[quantifier]
		if !given {
			continue
		}
		if where == nil {
			return invalid("%s: {%s: null} is no condition; {} stands for any", field.name, quantifier)
		}
		m, pattern := w.neighbour(v, field)
		w.and(&written)
		if quantifier != "some" {
			w.Syntax("NOT ")
		}
		w.Syntax("EXISTS { MATCH ")
		pattern()
		f := filter{w: w, depth: depth}
		if quantifier == "every" {
			f.add(func() error {
				w.Syntax("NOT ")
				return w.allOf(m, field.node, where, depth)
			})
		} else {
			f.conjunction(m, field.node, where)
		}
		f.leaveOutLapsed(m, field, where)
		if err := f.write(); err != nil {
			return err
		}
		w.Syntax(" }")
	}
	if err := w.manyCounted(v, field, object, &written, depth); err != nil {
		return err
	}
	w.always(written)
	return nil
}

// manyCounted writes the condition on how many neighbours there are, or how many of them fit.
func (w *writer) manyCounted(v string, field *field, object map[string]any, written *int, depth int) error {
	count, given := object["count"]
	where, narrowed := object["where"]
	if !given {
		if narrowed {
			return invalid("%s: where says which of them count counts; give count too, or write some", field.name)
		}
		return nil
	}
	in := w.atlas.inputs[field.quantifiers()].Fields.ForName("count")
	if count == nil || in == nil {
		return invalid("%s: {count: null} is no condition; write {count: {gte: 1}}", field.name)
	}
	w.and(written)
	return w.compare(operandOf{write: func() error {
		m, pattern := w.neighbour(v, field)
		w.Syntax("COUNT { MATCH ")
		pattern()
		f := filter{w: w, depth: depth}
		f.conjunction(m, field.node, where)
		f.leaveOutLapsed(m, field, where)
		err := f.write()
		w.Syntax(" RETURN DISTINCT ").Ident(m).Syntax(" }")
		return err
	}}, in, count)
}

// leaveOutLapsed adds the condition that the neighbour that a quantifier is about, or the one at the end of that edge,
// has not lapsed, unless the request takes lapsed ones in or the quantifier's where says itself which status it means.
func (f *filter) leaveOutLapsed(about string, field *field, where any) {
	item := f.w.atlas.types[field.node]
	if item.target != nil {
		item = f.w.atlas.types[item.target.node]
	}
	if !lapses(item.name) || f.w.lapsedToo || speaksOf("status", where) {
		return
	}
	for _, condition := range f.w.holds(cmp.Or(f.w.ends[about], about), true) {
		f.add(condition)
	}
}

// quantifiers names the input of conditions on a list of neighbours.
func (f *field) quantifiers() string {
	if f.kind == connectionField || f.kind == listField {
		return f.node + "sFilter"
	}
	return ""
}
