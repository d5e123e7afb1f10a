package graph

import (
	"context"
	"io"
	"log/slog"
	"slices"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"sayso/internal/access"
	"sayso/internal/ask"
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
	now    func() time.Time

	vocabulary *kg.Vocabulary
	curator    kg.Curator
	feed       kg.Feed
	watch      *watch
	planned    planned
	answers    *answers
	described  described
	roles      roles
	audit      *access.Audit
}

// Asker reads a question in English.
type Asker interface {
	// Interpret gives what is asked at a moment. A question that it cannot read is an error that names the nearest ones it
	// can.
	Interpret(question string, now time.Time) (ask.Question, error)
	// Narrow gives a question within what a caller has set beside its words.
	Narrow(q ask.Question, n ask.Narrowing) ask.Question
	// Told gives, for a question for figures that names its source, what that source said with a number; ok is false for
	// other questions.
	Told(q ask.Question) (told ask.Question, ok bool)
}

// root answers one root field of a query: one plan, one round trip (but for ask, see [answerer.read]), JSON written
// from the row. Introspection and mutations go on to gqlgen.
func (a *answerer) root(ctx context.Context, next graphql.RootResolver) graphql.Marshaler {
	op := graphql.GetOperationContext(ctx)
	field := graphql.GetRootFieldContext(ctx).Field
	kept := false
	defer func() { note(ctx, kept) }()
	if isIntrospection(field.Name) {
		return a.described.answer(ctx, op, field.Alias, next)
	}
	if field.Name == "__typename" || flowFields[field.Name] || op.Operation.Operation == ast.Subscription {
		return next(ctx)
	}
	at := graphql.WithPathContext(ctx, graphql.NewPathWithField(field.Alias))
	var data []byte
	var err error
	if op.Operation.Operation == ast.Mutation {
		var ours bool
		if data, ours, err = a.mutate(at, selector{op, a.schema}.selection(field)); !ours {
			return next(ctx)
		}
	} else {
		data, kept, err = a.field(at, op, field)
	}
	if err != nil {
		graphql.AddError(at, err)
		return graphql.Null
	}
	return written(data)
}

// written is an answer that is JSON already.
func written(data []byte) graphql.Marshaler {
	return graphql.WriterFunc(func(w io.Writer) { _, _ = w.Write(data) })
}

// field answers a root field of a request; kept is what [answers.of] says.
func (a *answerer) field(ctx context.Context, op *graphql.OperationContext,
	field graphql.CollectedField) (answer []byte, kept bool, err error) {
	key := requestKey(a.vocabulary.Edition(), op, field.Alias)
	return a.answers.of(ctx, a.moment(key, field.Name), func() ([]byte, bool, error) {
		plan, err := a.planned.plan(ctx, key, func() (compile.Plan, error) {
			return a.plan(ctx, selector{op, a.schema}.selection(field))
		})
		if err != nil {
			return nil, false, err
		}
		data, whole, err := a.run(ctx, plan)
		return data, whole && (!plan.DependsOnNow || field.Name == askField), err
	})
}

const askField = "ask"

// moment gives the key under which an answer is kept. A question in English may speak of days, so its answer holds for
// the minute at the most.
func (a *answerer) moment(key, field string) string {
	if key == "" || field != askField {
		return key
	}
	return key + a.now().UTC().Format("\x002006-01-02T15:04")
}

func (a *answerer) answer(ctx context.Context, s compile.Selection) ([]byte, error) {
	plan, err := a.plan(ctx, s)
	if err != nil {
		return nil, err
	}
	data, _, err := a.run(ctx, plan)
	return data, err
}

// run asks the graph and writes the answer; whole is false where a value was missing, which the answer's errors say.
func (a *answerer) run(ctx context.Context, plan compile.Plan) (data []byte, whole bool, err error) {
	value, err := a.store.Query(ctx, plan.Query)
	if err != nil {
		return nil, false, err
	}
	data, nulls, err := plan.WriteJSON(nil, value)
	if err != nil && kg.CodeOf(err) == kg.Internal {
		err = kg.Hidden(err)
	}
	if err != nil {
		return nil, false, err
	}
	for _, n := range nulls {
		graphql.AddError(ctx, missingValue(ctx, n))
	}
	return data, len(nulls) == 0, nil
}

// missingValue is the error for a null that the schema does not allow, with the place in the answer.
func missingValue(ctx context.Context, n compile.Null) error {
	path := slices.Clone(graphql.GetPath(ctx))
	for _, step := range n.Path {
		switch step := step.(type) {
		case string:
			path = append(path, ast.PathName(step))
		case int:
			path = append(path, ast.PathIndex(step))
		}
	}
	slog.ErrorContext(ctx, "the graph has no value where the schema promises one", "path", path.String())
	return &gqlerror.Error{Path: path, Message: "the graph has no value where the schema promises one; the nearest " +
		"parent that may be null is null instead",
		Extensions: map[string]any{"code": string(kg.Internal)}}
}

func (a *answerer) plan(ctx context.Context, s compile.Selection) (compile.Plan, error) {
	if s.Name == askField {
		return a.planAsk(ctx, s)
	}
	return a.atlas.At(a.now()).Compile(s)
}
