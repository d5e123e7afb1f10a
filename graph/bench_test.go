package graph_test

import (
	"context"
	"testing"

	"sayso/graph"
	"sayso/internal/compile"
)

// emptyStore answers at once.
type emptyStore struct{}

func (emptyStore) Query(context.Context, compile.Query) (any, error) {
	return []any{[]any{}, []any{}}, nil
}

// BenchmarkWhoDid is what a question costs outside of the graph: reading the request, compiling, writing an empty answer.
func BenchmarkWhoDid(b *testing.B) {
	h := limited(b, graph.Options{Store: emptyStore{}})
	const query = `{ whoDid(predicate: "recognized", target: "Borland") { target { id name }
		rows { actor { id name } status firstOn lastOn origins evidence(first: 1) { quote { exact } article { title } } } } }`
	b.ReportAllocs()
	for b.Loop() {
		post(h, query, nil)
	}
}
