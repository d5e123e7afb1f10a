package graph

import (
	"context"
	"io"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"sayso/internal/compile"
	"sayso/internal/kg"
)

// Store runs a plan's query and gives the one value of its one row.
type Store interface {
	Query(ctx context.Context, q compile.Query) (any, error)
}

// answerer answers the fields of Query from plans.
type answerer struct {
	store  Store
	atlas  *compile.Atlas
	schema *ast.Schema
	asker  Asker
}

// Asker reads a question in English.
type Asker interface {
	// Interpret gives what is asked. A question that it cannot read is an error that names the nearest ones it can.
	Interpret(question string) (kg.WhoDid, error)
}

// root answers one root field of a query: one plan, one round trip, JSON written from the row. Introspection and mutations go on to gqlgen.
func (a *answerer) root(ctx context.Context, next graphql.RootResolver) graphql.Marshaler {
	op := graphql.GetOperationContext(ctx)
	field := graphql.GetRootFieldContext(ctx).Field
	if op.Operation.Operation != ast.Query || strings.HasPrefix(field.Name, "__") {
		return next(ctx)
	}
	data, err := a.answer(ctx, selector{op, a.schema}.selection(field))
	if err != nil {
		graphql.AddError(graphql.WithPathContext(ctx, graphql.NewPathWithField(field.Alias)), err)
		return graphql.Null
	}
	return graphql.WriterFunc(func(w io.Writer) { _, _ = w.Write(data) })
}

func (a *answerer) answer(ctx context.Context, s compile.Selection) ([]byte, error) {
	plan, err := a.plan(s)
	if err != nil {
		return nil, err
	}
	value, err := a.store.Query(ctx, plan.Query)
	if err != nil {
		return nil, err
	}
	data, _, err := plan.WriteJSON(nil, value)
	if err != nil {
		return nil, kg.Hidden(err)
	}
	return data, nil
}

func (a *answerer) plan(s compile.Selection) (compile.Plan, error) {
	if s.Name == "ask" {
		return a.planAsk(s)
	}
	return a.atlas.Compile(s)
}
