package graph

import (
	"bytes"
	"context"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler/lru"
)

// described keeps answers about the schema, which never change while the server runs. What is asked is bounded by
// Limits.Introspection.
type described struct{ kept *lru.LRU[[]byte] }

// keptDescriptions is how many answers about the schema are kept; a tool sends one or two of its own.
const keptDescriptions = 20

func newDescribed() described { return described{lru.New[[]byte](keptDescriptions)} }

// isIntrospection reports whether a root field asks about the schema.
func isIntrospection(field string) bool {
	return strings.HasPrefix(field, "__") && field != "__typename"
}

// answer gives the kept answer to a root field, or has it worked out once.
func (d described) answer(ctx context.Context, op *graphql.OperationContext, alias string,
	next graphql.RootResolver) graphql.Marshaler {
	key := requestKey(0, op, alias)
	if key == "" {
		return next(ctx)
	}
	if data, found := d.kept.Get(ctx, key); found {
		return written(data)
	}
	var data bytes.Buffer
	next(ctx).MarshalGQL(&data)
	if len(graphql.GetErrors(ctx)) == 0 {
		d.kept.Add(ctx, key, data.Bytes())
	}
	return written(data.Bytes())
}
