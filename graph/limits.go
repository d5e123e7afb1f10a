package graph

import (
	"context"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// Limits bound what one request may ask for. The zero value of a field means its default.
type Limits struct {
	Depth   int // how deep fields may nest; 20
	Cost    int // fields that the answer can have at the most, by the sizes of its pages; 1,000,000
	Aliases int // fields under another name than their own; 100
	Tokens  int // of the query text; 10,000
}

func (l Limits) withDefaults() Limits {
	for _, d := range []struct {
		field *int
		value int
	}{{&l.Depth, 20}, {&l.Cost, 1_000_000}, {&l.Aliases, 100}, {&l.Tokens, 10_000}} {
		if *d.field == 0 {
			*d.field = d.value
		}
	}
	return l
}

// limiter refuses requests over the limits before anything runs.
type limiter struct{ Limits }

func (limiter) ExtensionName() string                   { return "Limits" }
func (limiter) Validate(graphql.ExecutableSchema) error { return nil }
func (l limiter) MutateOperationContext(_ context.Context, op *graphql.OperationContext) *gqlerror.Error {
	m := measure{vars: op.Variables, fragments: map[paged]weight{}}
	w := m.set(op.Operation.SelectionSet, unpaged)
	switch {
	case w.depth > l.Depth:
		return limitError("QUERY_TOO_DEEP", "the query nests "+strconv.Itoa(w.depth)+" fields deep, "+strconv.Itoa(l.Depth)+" are allowed; ask for less at once")
	case w.aliases > l.Aliases:
		return limitError("TOO_MANY_ALIASES", "the query has "+strconv.Itoa(w.aliases)+" aliases, "+strconv.Itoa(l.Aliases)+" are allowed; split it")
	case w.cost > l.Cost:
		return limitError("QUERY_TOO_COSTLY", "the answer could have more than "+strconv.Itoa(l.Cost)+" fields; ask for smaller pages (first) or fewer fields")
	}
	return nil
}

func limitError(code, message string) *gqlerror.Error {
	return &gqlerror.Error{Message: message, Extensions: map[string]any{"code": code}}
}

// weight is what a selection set can come to.
type weight struct{ depth, cost, aliases int }

// measure adds up weights; each fragment is measured once for each page size it stands in, so that fragments in fragments cost no more
// time than they have text.
type measure struct {
	vars      map[string]any
	fragments map[paged]weight
}

type paged struct {
	fragment string
	page     int
}

// huge stops the arithmetic from overflowing.
const huge = 1 << 40

// unpaged is the guess for lists that are no page.
const unpaged = 5

// set weighs the fields of an object; page is how many values the lists directly in it can have.
func (m measure) set(set ast.SelectionSet, page int) weight {
	var total weight
	for _, s := range set {
		var w weight
		switch s := s.(type) {
		case *ast.Field:
			w = m.field(s, page)
		case *ast.InlineFragment:
			w = m.set(s.SelectionSet, page)
		case *ast.FragmentSpread:
			w = m.fragment(s, page)
		}
		total.depth = max(total.depth, w.depth)
		total.cost = min(huge, total.cost+w.cost)
		total.aliases = min(huge, total.aliases+w.aliases)
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

// field weighs one field. The size of a page belongs to the lists directly in what the field gives: the nodes and edges of a connection, the
// rows of an answer.
func (m measure) field(f *ast.Field, page int) weight {
	if strings.HasPrefix(f.Name, "__") {
		return weight{depth: 1, cost: 1} // introspection is bounded by the schema and the tokens
	}
	own, inner := m.page(f), unpaged
	list := f.Definition != nil && f.Definition.Type.Elem != nil
	switch {
	case own == 0:
		own = page
	case !list:
		inner = own
	}
	w := m.set(f.SelectionSet, inner)
	w.depth++
	if list {
		w.cost = min(huge, own*w.cost)
	}
	w.cost = min(huge, 1+w.cost)
	if f.Alias != f.Name {
		w.aliases++
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
