package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

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

// gate refuses an operation when its caller may not use one of its root fields: before anything of it has run, and also when its plans are kept.
// It writes each mutation to the audit log, done or refused.
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

// audited carries a root field of a mutation out and writes it to the audit log.
func (a *answerer) audited(ctx context.Context, next graphql.RootResolver) graphql.Marshaler {
	op, field := graphql.GetOperationContext(ctx), graphql.GetRootFieldContext(ctx).Field
	before := len(graphql.GetErrors(ctx))
	out := next(ctx)
	if op.Operation.Operation != ast.Mutation || field.Name == "__typename" {
		return out
	}
	entry := access.Entry{What: "mutation " + field.Name, About: about(field.ArgumentMap(op.Variables))}
	if errs := graphql.GetErrors(ctx); len(errs) > before {
		entry.Failed = errs[before].Message
	}
	a.audit.Write(ctx, entry)
	return out
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
