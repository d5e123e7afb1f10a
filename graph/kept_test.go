package graph_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"sayso/graph"
	"sayso/internal/ask"
	"sayso/internal/kg"
	"sayso/internal/kgtest"
	"sayso/internal/neo/neotest"
)

// TestKeptAnswersAreTrue: a server that keeps answers says at each step of a graph's life what one says that keeps none.
func TestKeptAnswersAreTrue(t *testing.T) {
	store := neotest.Open(t, testNow, kgtest.Predicates())
	v, err := kg.NewVocabulary(kgtest.Predicates())
	if err != nil {
		t.Fatal(err)
	}
	var hits, now = 0, testNow()
	o := graph.Options{Store: store, Curator: store, Feed: store, Asker: ask.New(v), Vocabulary: v, Now: func() time.Time { return now }}
	plain, err := graph.Handler(o)
	if err != nil {
		t.Fatal(err)
	}
	o.Epoch, o.KeptAnswers, o.Answered = store.Epoch, 1<<20, func(kept bool) {
		if kept {
			hits++
		}
	}
	keeping, err := graph.Handler(o)
	if err != nil {
		t.Fatal(err)
	}
	queries := []string{
		`{ whoDid(predicate: "recognized", target: "Borland") { rows { actor { name } status } leftOut { count } absence { kind } } }`,
		`{ ask(question: "Who recognized Borland?") { rows { actor { name } } } }`,
		`{ statements { totalCount leftOut } claims { totalCount } actors { nodes { name } } changes { nodes { kind } } }`,
		`{ a: articles(where: {publishedAt: {lte: "today"}}) { totalCount } timeline(actor: "Arland", target: "Borland") { entries { predicate } } }`,
	}
	same := func(step string) {
		t.Helper()
		for range 2 {
			for _, q := range queries {
				want, got := body(t, plain, q, ""), body(t, keeping, q, "")
				if want.Body.String() != got.Body.String() {
					t.Errorf("%s, %s:\n%s is kept, the graph has\n%s", step, q, got.Body, want.Body)
				}
			}
		}
	}
	same("empty")
	records := kgtest.Recognitions()
	for _, r := range records {
		neotest.Fill(t, store, []kg.Record{r})
		same("filled")
	}
	ctx := t.Context()
	statement := records[0].Statements[0].ID
	steps := []func() error{
		func() error {
			return store.Retract(ctx, kg.Decision{Statement: statement, By: "me", Reason: "taken back"})
		},
		func() error {
			_, err := store.Judge(ctx, kg.Judgement{Left: records[0].Entities[0].ID, Right: records[0].Entities[1].ID, Verdict: kg.Same, By: "me", Reason: "one", Force: true})
			return err
		},
		func() error { _, err := store.DeleteArticle(ctx, records[1].Article.ID, "me", "not ours"); return err },
		func() error { now = now.AddDate(0, 0, 1); return nil },
	}
	for _, step := range steps {
		if err := step(); err != nil {
			t.Fatal(err)
		}
		same("changed")
	}
	for _, q := range []string{`{ __schema { queryType { name } } }`, `{ nothing }`, `mutation { nothing }`} {
		if want, got := body(t, plain, q, ""), body(t, keeping, q, ""); want.Body.String() != got.Body.String() {
			t.Errorf("%s: %s and %s", q, want.Body, got.Body)
		}
	}
	if hits < 10 {
		t.Errorf("%d answers were kept", hits)
	}
}

func body(t *testing.T, h http.Handler, query, tag string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequest(http.MethodGet, "/graphql?query="+url.QueryEscape(query), nil)
	if tag != "" {
		r.Header.Set("If-None-Match", tag)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// TestUnchangedIsNotSentAgain: a GET of what the caller has already is answered with 304 until the answer is another.
func TestUnchangedIsNotSentAgain(t *testing.T) {
	store := neotest.Open(t, testNow, kgtest.Predicates())
	h := newHandler(t, store)
	const query = `{ statements { totalCount } }`
	first := body(t, h, query, "")
	tag := first.Header().Get("ETag")
	if first.Code != http.StatusOK || !strings.HasPrefix(tag, `W/"`) || first.Header().Get("Cache-Control") != "private, no-cache" {
		t.Fatalf("%d %v", first.Code, first.Header())
	}
	for _, known := range []string{tag, `"x", ` + tag, strings.TrimPrefix(tag, "W/"), "*"} {
		if again := body(t, h, query, known); again.Code != http.StatusNotModified || again.Body.Len() > 0 {
			t.Errorf("If-None-Match: %s: %d %s", known, again.Code, again.Body)
		}
	}
	if other := body(t, h, `{ statements { nothing } }`, "*"); other.Code == http.StatusNotModified || other.Header().Get("ETag") != "" {
		t.Errorf("an error: %d %v", other.Code, other.Header())
	}
	neotest.Fill(t, store, kgtest.Recognitions())
	if changed := body(t, h, query, tag); changed.Code != http.StatusOK || changed.Header().Get("ETag") == tag {
		t.Errorf("after a change: %d %s", changed.Code, changed.Body)
	}
}
