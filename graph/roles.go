package graph

import (
	"context"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"

	"sayso/internal/access"
	"sayso/internal/kg"
)

// roles gives for each root type the role that each of its fields needs, by the schema's directive @role.
type roles map[string]map[string]access.Role

// rolesOf reads them. A field for which the schema names none is an error: nobody has decided who may use it.
func rolesOf(schema *ast.Schema) (roles, error) {
	out := roles{}
	for _, root := range []*ast.Definition{schema.Query, schema.Mutation, schema.Subscription} {
		if root == nil {
			continue
		}
		out[root.Name] = map[string]access.Role{}
		for _, f := range root.Fields {
			role := roleOf(f.Directives)
			if role == "" {
				role = roleOf(root.Directives)
			}
			if role == "" {
				return nil, kg.Errorf(kg.Internal, "%s.%s has no @role in the schema", root.Name, f.Name)
			}
			out[root.Name][f.Name] = role
		}
	}
	return out, nil
}

func roleOf(list ast.DirectiveList) access.Role {
	d := list.ForName("role")
	if d == nil {
		return ""
	}
	return access.Role(d.Arguments.ForName("needs").Value.Raw)
}

// gate refuses an operation when its caller may not use one of its root fields: before anything of it has run, and also
// when its plans are kept. It writes what it refuses to the audit log.
func (a *answerer) gate(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	op := graphql.GetOperationContext(ctx)
	root := rootOf(a.schema, op.Operation.Operation)
	what := string(op.Operation.Operation)
	for _, f := range graphql.CollectFields(op, op.Operation.SelectionSet, []string{root.Name}) {
		if f.Name == "__typename" || isIntrospection(f.Name) {
			continue
		}
		if err := access.Of(ctx).Check(a.roles[root.Name][f.Name], what+" "+f.Name); err != nil {
			a.audit.Write(ctx, access.Entry{What: what + " " + f.Name, Refused: messageOf(err)})
			return graphql.OneShot(&graphql.Response{Errors: gqlerror.List{presentError(ctx, err)}})
		}
	}
	return next(ctx)
}

// tracer makes spans of root fields; without a provider it costs nothing.
var tracer = otel.Tracer("sayso/graph")

// observed carries a root field out, tells the observer how long that took and whether it failed, and writes a mutation
// to the audit log.
func (o Options) observed(ctx context.Context, next graphql.RootResolver) graphql.Marshaler {
	op, field := graphql.GetOperationContext(ctx), graphql.GetRootFieldContext(ctx).Field
	if field.Name == "__typename" || op.Operation.Operation == ast.Subscription {
		return next(ctx)
	}
	begin, what := time.Now(), string(op.Operation.Operation)+" "+field.Name
	ctx, span := tracer.Start(ctx, what, trace.WithAttributes(attribute.String("graphql.operation.type",
		string(op.Operation.Operation)),
		attribute.String("graphql.field.name", field.Name)))
	out := next(ctx)
	fault := errorOf(ctx, field.Alias)
	if fault != "" {
		span.SetStatus(codes.Error, "the field has errors") // their words may hold what was asked
	}
	span.End()
	if o.Observe != nil {
		o.Observe(what, time.Since(begin), fault != "")
	}
	if op.Operation.Operation == ast.Mutation {
		if unnamed[field.Name] && fault != "" {
			fault = "refused or failed" // the message may hold the ids of namesakes
		}
		o.Audit.Write(ctx, access.Entry{What: what, About: about(field.ArgumentMap(op.Variables)), Failed: fault})
	}
	return out
}

// errorOf gives the message of the first error of a root field, "" where there is none.
func errorOf(ctx context.Context, alias string) string {
	for _, err := range graphql.GetErrors(ctx) {
		if len(err.Path) > 0 && err.Path[0] == ast.PathName(alias) {
			return err.Message
		}
	}
	return ""
}

// about names what a mutation changes: the id that it was given.
func about(args map[string]any) string {
	for _, name := range []string{"statement", "article", "actor", "judgement", "source", "left", "id"} {
		if id, ok := args[name].(string); ok {
			return id
		}
	}
	return ""
}

func messageOf(err error) string { return shownError(context.Background(), err).Message }

func rootOf(schema *ast.Schema, operation ast.Operation) *ast.Definition {
	switch operation {
	case ast.Mutation:
		return schema.Mutation
	case ast.Subscription:
		return schema.Subscription
	}
	return schema.Query
}
