package graph

import (
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// weight is what a selection set can come to.
type weight struct {
	depth, aliases, repeats  int
	cost                     int // fields of the answer
	introspection            int // those of them that are about the schema
	conditions, alternatives int // of filters; the entries of the longest list
}

// plus adds what stands beside it.
func (w weight) plus(other weight) weight {
	return weight{depth: max(w.depth, other.depth), alternatives: max(w.alternatives, other.alternatives),
		aliases: bounded(w.aliases + other.aliases), repeats: bounded(w.repeats + other.repeats),
		cost:          bounded(w.cost + other.cost),
		introspection: bounded(w.introspection + other.introspection), conditions: bounded(w.conditions + other.conditions)}
}

// huge stops the arithmetic from overflowing.
const huge = 1 << 40

func bounded(n int) int { return min(huge, n) }

// measure adds up weights; each fragment is measured once for each page size it stands in, so that fragments in
// fragments cost no more time than they have text.
type measure struct {
	vars      map[string]any
	about     sizes
	prices    prices
	fragments map[paged]weight
}

type paged struct {
	fragment string
	page     int
}

// unpaged is the guess for lists that are no page.
const unpaged = 5

// set weighs the fields of an object; page is how many values the lists directly in it can have.
func (m measure) set(set ast.SelectionSet, page int) weight {
	var total weight
	seen := map[string]bool{}
	for _, s := range set {
		var w weight
		switch s := s.(type) {
		case *ast.Field:
			w = m.field(s, page)
			if seen[s.Alias] {
				w.repeats++
			}
			seen[s.Alias] = true
		case *ast.InlineFragment:
			w = m.set(s.SelectionSet, page)
		case *ast.FragmentSpread:
			w = m.fragment(s, page)
		}
		total = total.plus(w)
	}
	return total
}

func (m measure) fragment(s *ast.FragmentSpread, page int) weight {
	key := paged{s.Name, page}
	w, done := m.fragments[key]
	if !done && s.Definition != nil {
		w = m.set(s.Definition.SelectionSet, page)
		m.fragments[key] = w
	}
	return w
}

// field weighs one field. The size of a page belongs to the lists directly in what the field gives: the nodes and edges
// of a connection, the rows of an answer. Lists of the schema have the sizes that they have on average.
func (m measure) field(f *ast.Field, page int) weight {
	times, inner, aboutSchema := m.spread(f, page)
	w := m.set(f.SelectionSet, inner)
	w.depth++
	w.cost = bounded(times * w.cost)
	w.introspection = bounded(times * w.introspection)
	w.cost = bounded(1 + w.cost)
	if aboutSchema {
		w.introspection = bounded(1 + w.introspection)
	}
	if f.Alias != f.Name {
		w.aliases++
	}
	return w.plus(m.filters(f))
}

// spread gives how often what stands in a field can be in the answer, and the size of the lists directly in it.
func (m measure) spread(f *ast.Field, page int) (times, inner int, aboutSchema bool) {
	own, inner := m.page(f), unpaged
	list := f.Definition != nil && f.Definition.Type.Elem != nil
	size, aboutSchema := m.about.of(f)
	switch {
	case aboutSchema:
		own = size
	case own == 0:
		own = page
	case !list:
		inner = own
	}
	if !list {
		own = 1
	}
	return own, inner, aboutSchema
}

// mostConditions is the highest price of a root field's conditions: each root field is a query of its own, which is
// planned as a whole.
func (m measure) mostConditions(set ast.SelectionSet) int {
	return m.mostConditionsIn(set, map[string]bool{})
}

// mostConditionsIn looks at each fragment once, those in seen not again: fragments in fragments stand there more often
// than anybody can count.
func (m measure) mostConditionsIn(set ast.SelectionSet, seen map[string]bool) int {
	most := 0
	for _, s := range set {
		switch s := s.(type) {
		case *ast.Field:
			most = max(most, m.field(s, unpaged).conditions)
		case *ast.InlineFragment:
			most = max(most, m.mostConditionsIn(s.SelectionSet, seen))
		case *ast.FragmentSpread:
			if s.Definition != nil && !seen[s.Name] {
				seen[s.Name] = true
				most = max(most, m.mostConditionsIn(s.Definition.SelectionSet, seen))
			}
		}
	}
	return most
}

// filters weighs the conditions of a field's arguments.
func (m measure) filters(f *ast.Field) weight {
	var w weight
	if f.Definition == nil {
		return w
	}
	args := f.ArgumentMap(m.vars)
	for _, a := range f.Definition.Arguments {
		if isFilter(a) {
			count, longest := m.prices.filter(a.Type.Name(), args[a.Name])
			w = w.plus(weight{conditions: count, alternatives: longest})
		}
	}
	return w
}

// page is how many values a field's own page can have, 0 for a field that has none.
func (m measure) page(f *ast.Field) int {
	args := f.ArgumentMap(m.vars)
	for _, name := range []string{"first", "last"} {
		if n, ok := args[name].(int64); ok && n >= 0 {
			return int(min(n, huge))
		}
	}
	if f.Definition != nil && f.Definition.Arguments.ForName("first") != nil {
		return 20
	}
	return 0
}

// sizes are the lengths of the lists of an introspection by type and field, such as __Type.fields: exact for those that
// there is one of, and the average, rounded up, for those that each type or field has.
type sizes map[string]int

func sizesOf(schema *ast.Schema) sizes {
	var fields, args, inputs, enums, interfaces, possible, directiveArgs, locations int
	for _, t := range schema.Types {
		if t.Kind == ast.InputObject {
			inputs += len(t.Fields)
		} else {
			fields += len(t.Fields)
			for _, f := range t.Fields {
				args += len(f.Arguments)
			}
		}
		enums += len(t.EnumValues)
		interfaces += len(t.Interfaces)
		possible += len(schema.GetPossibleTypes(t))
	}
	for _, d := range schema.Directives {
		directiveArgs += len(d.Arguments)
		locations += len(d.Locations)
	}
	types, directives := len(schema.Types), len(schema.Directives)
	return sizes{"__Schema.types": types, "__Schema.directives": directives, "__Type.fields": average(fields, types),
		"__Type.inputFields": average(inputs, types), "__Type.enumValues": average(enums, types),
		"__Type.interfaces":    average(interfaces, types),
		"__Type.possibleTypes": average(possible, types), "__Field.args": average(args, fields),
		"__Directive.args":      average(directiveArgs, directives),
		"__Directive.locations": average(locations, directives)}
}

func average(sum, of int) int { return (sum + of - 1) / max(of, 1) }

// of gives the length of a field of an introspection, 1 for one that is no list; false for a field that is not about
// the schema.
func (s sizes) of(f *ast.Field) (int, bool) {
	if f.Name == "__schema" || f.Name == "__type" {
		return 1, true
	}
	if f.ObjectDefinition == nil || !strings.HasPrefix(f.ObjectDefinition.Name, "__") {
		return 0, false
	}
	if n, list := s[f.ObjectDefinition.Name+"."+f.Name]; list {
		return n, true
	}
	return 1, true
}
