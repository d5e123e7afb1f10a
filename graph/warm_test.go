package graph_test

import (
	"bytes"
	"context"
	"regexp"
	"slices"
	"strings"
	"testing"

	"sayso/graph"
	"sayso/internal/ask"
	"sayso/internal/kg"
	"sayso/internal/read/vocabulary"
	"sayso/web/src/queries"
)

// TestKnownRequests: a real graph answers every request of the warm-up without an error, and each root field is among them.
func TestKnownRequests(t *testing.T) {
	known, err := graph.AllKnownRequests()
	if err != nil {
		t.Fatal(err)
	}
	all := slices.Concat(known.Main, known.Early, known.Rest)
	first, rest := pageRequests(t)
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
	for _, r := range slices.Concat(all, first, rest) {
		if err := graph.Warm(context.Background(), h, []graph.KnownRequest{r}); err != nil {
			t.Errorf("%s: %v", r, err)
		}
	}
	if err := graph.Warm(context.Background(), h, []graph.KnownRequest{graph.KnownRequest(`{"query":"{ nothing }"}`)}); kg.CodeOf(err) != kg.Unavailable {
		t.Errorf("a request that fails gave %v", err)
	}
}

// pageRequests are the requests of the explorer's pages; each of its queries is among them.
func pageRequests(t *testing.T) (first, rest []graph.KnownRequest) {
	t.Helper()
	documents, err := queries.All()
	if err != nil {
		t.Fatal(err)
	}
	if first, rest, err = graph.PageRequests(documents); err != nil {
		t.Fatal(err)
	}
	all := string(bytes.Join(bytesOf(slices.Concat(first, rest)), nil))
	for _, m := range regexp.MustCompile(`(?m)^query (\w+)`).FindAllStringSubmatch(strings.Join(documents, "\n"), -1) {
		if !strings.Contains(all, "query "+m[1]+" ") {
			t.Errorf("the explorer's query %s is not planned beforehand; name it in graph/operations/pages.txt", m[1])
		}
	}
	return first, rest
}

func bytesOf(requests []graph.KnownRequest) [][]byte {
	out := make([][]byte, len(requests))
	for i, r := range requests {
		out[i] = r
	}
	return out
}
