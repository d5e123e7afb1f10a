package graph_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"sayso/graph"
	"sayso/internal/ask"
	"sayso/internal/kg"
	"sayso/internal/read/vocabulary"
)

// TestKnownRequests: a real graph answers every request of the warm-up without an error, and each root field is among them.
func TestKnownRequests(t *testing.T) {
	known, err := graph.AllKnownRequests()
	if err != nil {
		t.Fatal(err)
	}
	all := slices.Concat(known.Main, known.Early, known.Rest)
	for _, field := range []string{"whoDid", "whatDid", "between", "timeline", "activity", "neighbours", "path", "disputes", "search", "suggest",
		"findQuote", "aggregate", "ask", "actors", "articles", "statements", "claims", "predicates", "judgements", "changes", "node"} {
		found := false
		for _, r := range all {
			found = found || strings.Contains(string(r), field+"(")
		}
		if !found {
			t.Errorf("no known request asks for %s", field)
		}
	}
	entries, err := vocabulary.Files{}.Entries()
	if err != nil {
		t.Fatal(err)
	}
	words, err := vocabulary.Index(entries)
	if err != nil {
		t.Fatal(err)
	}
	store := openGraph(t)
	h, err := graph.Handler(graph.Options{Store: store, Ingester: taking{}, Asker: ask.New(words), Vocabulary: words, Curator: store, Feed: store, Now: testNow})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range all {
		if err := graph.Warm(context.Background(), h, []graph.KnownRequest{r}); err != nil {
			t.Errorf("%s: %v", r, err)
		}
	}
	if err := graph.Warm(context.Background(), h, []graph.KnownRequest{graph.KnownRequest(`{"query":"{ nothing }"}`)}); kg.CodeOf(err) != kg.Unavailable {
		t.Errorf("a request that fails gave %v", err)
	}
}
