package graph

import (
	"context"
	"encoding/json"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler/lru"

	"sayso/internal/compile"
)

// planned keeps the plans of root fields that were asked before: Cypher, parameters and shape, never an answer.
type planned struct{ kept *lru.LRU[compile.Plan] }

const (
	keptPlans = 1000
	// longestKept bounds, in bytes, the requests whose plans are kept.
	longestKept = 8 << 10
)

func newPlanned() planned { return planned{lru.New[compile.Plan](keptPlans)} }

// plan gives the kept plan of a root field, by its [requestKey], or makes one. A plan holds for the same request under
// the same edition of the vocabulary, unless it was told from the present moment; plans that make none, such as that of
// a question in English, are made each time.
func (p planned) plan(ctx context.Context, key string, make func() (compile.Plan, error)) (compile.Plan, error) {
	if key != "" {
		if plan, found := p.kept.Get(ctx, key); found {
			return plan, nil
		}
	}
	plan, err := make()
	if err == nil && key != "" && !plan.DependsOnNow {
		p.kept.Add(ctx, key, plan)
	}
	return plan, err
}

// requestKey is the same for the same root field of the same request, and "" for requests that are not worth keeping.
func requestKey(edition int64, op *graphql.OperationContext, alias string) string {
	if len(op.RawQuery) > longestKept || askedOnce(op.Headers) {
		return ""
	}
	variables := ""
	if len(op.Variables) > 0 {
		text, err := json.Marshal(op.Variables)
		if err != nil || len(text) > longestKept {
			return ""
		}
		variables = string(text)
	}
	return strings.Join([]string{strconv.FormatInt(edition, 36), alias, op.OperationName, variables, op.RawQuery}, "\x00")
}
