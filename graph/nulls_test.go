package graph_test

import (
	"context"
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/graph"
	"sayso/internal/compile"
)

// rowStore gives the same value whatever is asked.
type rowStore struct{ value any }

func (s rowStore) Query(context.Context, compile.Query) (any, error) { return s.value, nil }

// TestMissingValues: a null where the schema promises a value makes the nearest parent that may be null null, and is told with its place.
func TestMissingValues(t *testing.T) {
	type failure struct{ Path []any }
	type answer struct {
		Data   any
		Errors []failure
	}
	whole := []any{"cl_1", "text", []any{"Place", "Arland"}}
	for name, c := range map[string]struct {
		query string
		value any
		want  answer
	}{
		"subject may be null": {
			`{ list: claims { nodes { id text subject { name } } } }`,
			[]any{[]any{
				[]any{whole},
				[]any{[]any{"cl_2", "text", []any{"Place", nil}}},
			}, nil},
			answer{
				map[string]any{"list": map[string]any{"nodes": []any{
					map[string]any{"id": "cl_1", "text": "text", "subject": map[string]any{"name": "Arland"}},
					map[string]any{"id": "cl_2", "text": "text", "subject": nil},
				}}},
				[]failure{{[]any{"list", "nodes", 1.0, "subject", "name"}}},
			},
		},
		"nothing above may be null": {
			`{ claims { edges { node { id text subject { name } } } } }`,
			[]any{[]any{[]any{[]any{"cl_1", nil, nil}}}, nil},
			answer{map[string]any{"claims": nil}, []failure{{[]any{"claims", "edges", 0.0, "node", "text"}}}},
		},
		"one of several nodes": {
			`{ nodes(ids: ["cl_1", "cl_2"]) { id } }`,
			[]any{[]any{[]any{int64(0), []any{"Claim", "cl_1"}}, []any{int64(1), []any{"Claim", nil}}}},
			answer{map[string]any{"nodes": []any{map[string]any{"id": "cl_1"}, nil}}, []failure{{[]any{"nodes", 1.0, "id"}}}},
		},
	} {
		_, text := post(limited(t, graph.Options{Store: rowStore{c.value}}), c.query, nil)
		var got answer
		if err := json.Unmarshal([]byte(text), &got); err != nil {
			t.Fatalf("%s: %v\n%s", name, err, text)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: want -, got +\n%s", name, diff)
		}
	}
}

// TestMissingValuesAreFew: one answer names at most twenty places.
func TestMissingValuesAreFew(t *testing.T) {
	rows := make([]any, 100)
	for i := range rows {
		rows[i] = []any{[]any{"cl_1", []any{"Place", nil}}}
	}
	_, text := post(limited(t, graph.Options{Store: rowStore{[]any{rows, nil}}}), `{ claims(first: 100) { nodes { id subject { name } } } }`, nil)
	var got struct{ Errors []any }
	if err := json.Unmarshal([]byte(text), &got); err != nil || len(got.Errors) != 20 {
		t.Errorf("%d errors, %v", len(got.Errors), err)
	}
}
