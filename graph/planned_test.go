package graph_test

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"sayso/graph"
	"sayso/graph/goldentest"
	"sayso/internal/ask"
	"sayso/internal/compile"
	"sayso/internal/kg"
	"sayso/internal/kgtest"
)

// planStore keeps the queries it is asked and finds nothing.
type planStore struct{ asked []compile.Query }

func (s *planStore) Query(_ context.Context, q compile.Query) (any, error) {
	s.asked = append(s.asked, q)
	return []any{[]any{}, int64(0)}, nil
}

// TestKeptPlans: a kept plan is used for the same request only: not with other variables, under another alias, on another day where
// the date is told from today, or after the vocabulary changed.
func TestKeptPlans(t *testing.T) {
	words, err := kg.NewVocabulary(kgtest.Predicates())
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2022, 3, 1, 12, 0, 0, 0, time.UTC)
	store := &planStore{}
	api, err := graph.Handler(graph.Options{Store: store, Ingester: goldentest.Refusing{}, Asker: ask.New(words), Vocabulary: words, Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	send := func(query, variables string) compile.Query {
		t.Helper()
		before := len(store.asked)
		if _, answer := post(api, query, json.RawMessage(variables)); strings.Contains(answer, "errors") || len(store.asked) != before+1 {
			t.Fatalf("%s: %s", query, answer)
		}
		return store.asked[before]
	}
	has := func(q compile.Query, want string) bool {
		return strings.Contains(compile.Plan{Query: q}.String(), strconv.Quote(want))
	}
	byName := `query ($name: String!, $deep: Boolean!) { actors(where: {name: {eq: $name}}) { nodes { id name @include(if: $deep) } } }`
	for _, name := range []string{"Syria", "Russia", "Syria"} {
		for _, deep := range []bool{true, false} {
			q := send(byName, fmt.Sprintf(`{"name": %q, "deep": %v}`, name, deep))
			if !has(q, name) || strings.Contains(q.Text, ".name]") != deep {
				t.Errorf("%s, %v: %s %v", name, deep, q.Text, q.Params)
			}
		}
	}
	since := `{ claims(where: {firstOn: {gte: "yesterday"}}) { nodes { id } } }`
	for _, day := range []string{"2022-02-28", "2022-03-01"} {
		if q := send(since, "{}"); !has(q, day) {
			t.Errorf("on the day after %s: %v", day, q.Params)
		}
		now = now.AddDate(0, 0, 1)
	}
	family := `{ claims(where: {predicate: {family: "recognition"}}) { nodes { id } } }`
	before := send(family, "{}")
	recognized, _ := words.Get("RECOGNIZED")
	if err := words.Extend([]kg.Predicate{{ID: "GREETED_AS_STATE", Label: "greeted as a state", Family: recognized.Family}}); err != nil {
		t.Fatal(err)
	}
	if after := send(family, "{}"); has(before, "GREETED_AS_STATE") || !has(after, "GREETED_AS_STATE") {
		t.Errorf("before the vocabulary changed %v, after %v", before.Params, after.Params)
	}
}
