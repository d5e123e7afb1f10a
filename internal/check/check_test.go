package check_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"sayso/internal/check"
	"sayso/internal/kg"
)

// graph is a graph of numbered nodes, ten a page, of which some are wrong and some of these can be repaired.
type graph struct {
	nodes, wrong, mendable int
	fails                  string // the invariant whose second page fails
	by                     []string
}

func (g *graph) Invariants() []kg.Invariant {
	return []kg.Invariant{{Name: "first", Means: "all is well", Of: "nodes", Advice: "look into it"}, {Name: "second", Means: "so it is", Of: "edges"}}
}

func (g *graph) Inspect(_ context.Context, invariant, after, by string) (kg.Inspected, error) {
	from := 0
	if after != "" {
		_, _ = fmt.Sscan(after, &from)
	}
	if invariant == g.fails && from > 0 {
		return kg.Inspected{}, kg.Errorf(kg.Unavailable, "the graph is busy; try again in a moment")
	}
	g.by = append(g.by, by)
	to := min(from+10, g.nodes)
	out := kg.Inspected{Looked: to - from}
	for i := from; i < to && i < g.wrong; i++ {
		out.Faults = append(out.Faults, kg.Fault{ID: fmt.Sprint("n", i), What: "is wrong", Repaired: by != "" && i < g.mendable})
	}
	if to < g.nodes {
		out.After = fmt.Sprint(to)
	}
	return out, nil
}

func reports(t *testing.T, g *graph, w check.Wish) map[string]check.Report {
	t.Helper()
	out := map[string]check.Report{}
	err := check.Run(context.Background(), g, w, func(r check.Report) error {
		if r.Done {
			out[r.Invariant] = r
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestReports: all nodes of all pages are counted, the faults that stay are told before those that were mended, and not more than a page of them.
func TestReports(t *testing.T) {
	g := &graph{nodes: 95, wrong: 50, mendable: 45}
	looked := reports(t, g, check.Wish{})["first"]
	if looked.Looked != 95 || looked.Wrong != 50 || looked.Repaired != 0 || len(looked.Faults) != 20 || looked.Advice != "look into it" {
		t.Errorf("%+v", looked)
	}
	if second := reports(t, g, check.Wish{})["second"]; !strings.Contains(second.Advice, "--repair") {
		t.Errorf("what can be mended is not said to be: %+v", second)
	}
	mended := reports(t, g, check.Wish{By: "Ada"})["first"]
	if mended.Wrong != 50 || mended.Repaired != 45 || mended.Faults[0].ID != "n45" || mended.Faults[0].Repaired || !mended.Faults[5].Repaired {
		t.Errorf("%+v", mended)
	}
	if last := g.by[len(g.by)-1]; last != "Ada" {
		t.Errorf("repaired by %q", last)
	}
	if clean := reports(t, &graph{nodes: 3}, check.Wish{Only: []string{"second"}}); len(clean) != 1 || clean["second"].Looked != 3 || clean["second"].Advice != "" {
		t.Errorf("%+v", clean)
	}
	err := check.Run(context.Background(), g, check.Wish{Only: []string{"third"}}, func(check.Report) error { return nil })
	if kg.CodeOf(err) != kg.Invalid || !strings.Contains(err.Error(), "first, second") {
		t.Errorf("an invariant that is none: %v", err)
	}
}

// served gives an answer with its body.
func served(t *testing.T, g *graph, method, query string) (*http.Response, io.Reader) {
	t.Helper()
	server := httptest.NewServer(check.Handler(g, func(*http.Request) string { return "Ada" }))
	t.Cleanup(server.Close)
	request, err := http.NewRequest(method, server.URL+check.Path+query, nil)
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response, bytes.NewReader(body)
}

// TestOverHTTP: an answer is read report by report; one that ends before its last line is none.
func TestOverHTTP(t *testing.T) {
	g := &graph{nodes: 12, wrong: 2, mendable: 2}
	var got []check.Report
	_, body := served(t, g, http.MethodPost, "?repair=true&only=second") //nolint:bodyclose // closed there
	if err := check.Read(body, func(r check.Report) { got = append(got, r) }); err != nil {
		t.Fatal(err)
	}
	if len(got) != 1 || got[0].Repaired != 2 || got[0].Looked != 12 || g.by[0] != "Ada" {
		t.Errorf("%+v by %v", got, g.by)
	}
	r, _ := served(t, g, http.MethodGet, "") //nolint:bodyclose // closed there
	if r.StatusCode != http.StatusMethodNotAllowed || r.Header.Get("Allow") != http.MethodPost {
		t.Errorf("GET: %v", r.Status)
	}
	g.fails = "second"
	got = nil
	_, body = served(t, g, http.MethodPost, "") //nolint:bodyclose // closed there
	err := check.Read(body, func(r check.Report) { got = append(got, r) })
	if kg.CodeOf(err) != kg.Unavailable || !strings.Contains(err.Error(), "busy") || len(got) != 1 {
		t.Errorf("a check that failed in between: %v, %d reports", err, len(got))
	}
	for name, body := range map[string]string{"cut": `{"invariant":"first","done":true}` + "\n", "a page": "<html>", "nothing": ""} {
		if err := check.Read(strings.NewReader(body), func(check.Report) {}); kg.CodeOf(err) != kg.Unavailable {
			t.Errorf("%s: %v", name, err)
		}
	}
}
