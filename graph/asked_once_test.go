package graph_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"sayso/graph"
	"sayso/graph/goldentest"
	"sayso/internal/ask"
	"sayso/internal/kg"
	"sayso/internal/kgtest"
)

// TestAskedOnceIsNotKept: a request that says so is read anew each time, and what others ask is kept all the same.
func TestAskedOnceIsNotKept(t *testing.T) {
	words, err := kg.NewVocabulary(kgtest.Predicates())
	if err != nil {
		t.Fatal(err)
	}
	store := &planStore{}
	api, err := graph.Handler(graph.Options{Store: store, Ingester: goldentest.Refusing{}, Asker: ask.New(words), Vocabulary: words,
		Epoch: func(context.Context) (uint64, error) { return 1, nil }, KeptAnswers: 1 << 20, Answered: func(bool) {}})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		cache string
		asked int
	}{{"no-store", 2}, {"", 1}} {
		store.asked = nil
		for range 2 {
			r := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(`{"query":"{ statements { nodes { id } } }"}`))
			r.Header.Set("Content-Type", "application/json")
			if c.cache != "" {
				r.Header.Set("Cache-Control", c.cache)
			}
			w := httptest.NewRecorder()
			api.ServeHTTP(w, r)
			if strings.Contains(w.Body.String(), "errors") {
				t.Fatal(w.Body)
			}
		}
		if len(store.asked) != c.asked {
			t.Errorf("Cache-Control %q: read %d times and not %d", c.cache, len(store.asked), c.asked)
		}
	}
}
