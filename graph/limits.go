package graph

import (
	"context"
	"fmt"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"
)

// Limits bound what one request may ask for. The zero value of a field means its default.
type Limits struct {
	Depth         int // how deep fields may nest; 20
	Cost          int // fields that the answer can have at the most, by the sizes of its pages; 1,000,000
	Introspection int // fields that an answer about the schema can have; 150,000, about twice what GraphiQL asks for
	Aliases       int // fields under another name than their own; 100
	Repeats       int // selections of a field that was selected beside it before; 50
	// conditions of one root field, one over an edge counted as edgePrice, and a fifth of those of all; 300
	Conditions   int
	Alternatives int // entries of one list and or or; 50
	Tokens       int // of the query text; 10,000
}

func (l Limits) withDefaults() Limits {
	for _, d := range []struct {
		field *int
		value int
	}{{&l.Depth, 20}, {&l.Cost, 1_000_000}, {&l.Introspection, 150_000}, {&l.Aliases, 100}, {&l.Repeats, 50},
		{&l.Conditions, 300},
		{&l.Alternatives, 50}, {&l.Tokens, 10_000}} {
		if *d.field == 0 {
			*d.field = d.value
		}
	}
	return l
}

// limiter refuses requests over the limits before anything runs.
type limiter struct {
	Limits
	about  sizes
	inputs map[string]*ast.Definition // the schema's types
}

func newLimiter(l Limits, schema *ast.Schema) limiter {
	return limiter{l, sizesOf(schema), schema.Types}
}

func (limiter) ExtensionName() string                   { return "Limits" }
func (limiter) Validate(graphql.ExecutableSchema) error { return nil }

// shortQuery is how many bytes of text are validated without a look beforehand.
const shortQuery = 2 << 10

// MutateOperationParameters looks at a long text before it is validated: validating compares every two selections of
// one field, so ten thousand of them take seconds. Texts that do not parse are left to the parser, whose errors are
// better.
func (l limiter) MutateOperationParameters(_ context.Context, p *graphql.RawParams) *gqlerror.Error {
	if len(p.Query) <= shortQuery {
		return nil
	}
	repeats := 0
	doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: p.Query}, l.Tokens)
	if err != nil {
		doc = &ast.QueryDocument{}
	}
	for _, op := range doc.Operations {
		repeats += repeated(op.SelectionSet)
	}
	for _, f := range doc.Fragments {
		repeats += repeated(f.SelectionSet)
	}
	return l.checkRepeats(repeats)
}

func (l limiter) checkRepeats(repeats int) *gqlerror.Error {
	if repeats <= l.Repeats {
		return nil
	}
	return limitError("TOO_MANY_REPEATS", "the query selects fields again that stand beside themselves %d times, %d are "+
		"allowed; "+
		"name each field once", repeats, l.Repeats)
}

// MutateOperationContext weighs a valid operation.
func (l limiter) MutateOperationContext(_ context.Context, op *graphql.OperationContext) *gqlerror.Error {
	m := measure{vars: op.Variables, about: l.about, prices: prices{l.inputs}, fragments: map[paged]weight{}}
	w := m.set(op.Operation.SelectionSet, unpaged)
	if err := l.checkRepeats(w.repeats); err != nil {
		return err
	}
	for _, bound := range []struct {
		is, most      int
		code, message string
	}{
		{w.depth, l.Depth, "QUERY_TOO_DEEP", "the query nests %d fields deep, %d are allowed; ask for less at once"},
		{w.aliases, l.Aliases, "TOO_MANY_ALIASES", "the query has %d aliases, %d are allowed; split it"},
		{w.alternatives, l.Alternatives, "TOO_MANY_CONDITIONS",
			"a list of conditions (and, or) has %d entries, %d are allowed; " +
				"use in for many values, or ask in several requests"},
		{m.mostConditions(op.Operation.SelectionSet), l.Conditions, "TOO_MANY_CONDITIONS",
			"the conditions of a field count %d, %d are allowed " +
				"(one over an edge counts 10); use in for many values, or ask in several requests"},
		{w.conditions, 5 * l.Conditions, "TOO_MANY_CONDITIONS", "the query's conditions count %d, %d are allowed " +
			"(one over an edge counts 10); ask in several requests"},
		{w.introspection, l.Introspection, "QUERY_TOO_COSTLY",
			"the answer could have %d fields about the schema, %d are allowed; " +
				"ask for less of it at once"},
	} {
		if bound.is > bound.most {
			return limitError(bound.code, bound.message, bound.is, bound.most)
		}
	}
	if w.cost > l.Cost {
		path, cost := m.costliest(op.Operation.SelectionSet, unpaged)
		return limitError("QUERY_TOO_COSTLY", "the answer could have %s fields, %d are allowed; %s of them stand in %s: "+
			"ask there for a smaller page (first) or fewer fields",
			atMost(w.cost), l.Cost, atMost(cost), strings.Join(path, "."))
	}
	return nil
}

func limitError(code, message string, args ...any) *gqlerror.Error {
	return &gqlerror.Error{Message: fmt.Sprintf(message, args...), Extensions: map[string]any{"code": code}}
}

// repeated counts the fields of a selection set, and of those below it, that are selected under a name which stands
// there before.
func repeated(set ast.SelectionSet) int {
	count, seen := 0, map[string]bool{}
	for _, s := range set {
		switch s := s.(type) {
		case *ast.Field:
			if seen[s.Alias] {
				count++
			}
			seen[s.Alias] = true
			count += repeated(s.SelectionSet)
		case *ast.InlineFragment:
			count += repeated(s.SelectionSet)
		}
	}
	return count
}
