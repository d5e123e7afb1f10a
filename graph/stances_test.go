package graph_test

import (
	"fmt"
	"testing"

	"sayso/graph"
	"sayso/internal/ask"
	"sayso/internal/kg"
	"sayso/internal/kgtest"
	"sayso/internal/neo/neotest"
)

// TestStancesAreAskedFor: what somebody is told to have thought or felt is no word of his, unless it is asked for; lists say how many they leave out.
func TestStancesAreAskedFor(t *testing.T) {
	store := neotest.Open(t, testNow, kgtest.Predicates())
	var records []kg.Record
	for i := range 9 { // more than the few rows that are sorted whole
		records = append(records, kgtest.Record(fmt.Sprintf("Arland said %d times that Borland is great. Arland feared Cesland.", i), "Report", kg.Date(fmt.Sprintf("2021-03-0%d", i+1)),
			kgtest.Said{Speaker: "Arland", Cue: "said", Sentence: "Borland is great", Names: []string{"Borland"}},
			kgtest.Said{Speaker: "Arland", Cue: "feared", Sentence: "Cesland", Names: []string{"Cesland"}, Stance: true}))
	}
	neotest.Fill(t, store, records)
	v, err := kg.NewVocabulary(kgtest.Predicates())
	if err != nil {
		t.Fatal(err)
	}
	h, err := graph.Handler(graph.Options{Store: store, Asker: ask.New(v), Vocabulary: v, Now: testNow})
	if err != nil {
		t.Fatal(err)
	}
	answers(t, h, map[string]string{
		`{ actor(name: "Arland") { statements(first: 1) { totalCount leftOut nodes { kind } } } }`:                       `{"actor":{"statements":{"totalCount":9,"leftOut":9,"nodes":[{"kind":"SPEECH"}]}}}`,
		`{ actor(name: "Arland") { statements(first: 6, orderBy: [{quoteStart: DESC}]) { nodes { kind } } } }`:           `{"actor":{"statements":{"nodes":[{"kind":"SPEECH"},{"kind":"SPEECH"},{"kind":"SPEECH"},{"kind":"SPEECH"},{"kind":"SPEECH"},{"kind":"SPEECH"}]}}}`,
		`{ actor(name: "Arland") { statements(includeStances: true, first: 0) { totalCount leftOut } } }`:                `{"actor":{"statements":{"totalCount":18,"leftOut":0}}}`,
		`{ actor(name: "Arland") { statements(includeStances: null, first: 0) { totalCount leftOut } } }`:                `{"actor":{"statements":{"totalCount":9,"leftOut":9}}}`,
		`{ actor(name: "Arland") { statements(where: {kind: {eq: STANCE}}, first: 0) { totalCount leftOut } } }`:         `{"actor":{"statements":{"totalCount":9,"leftOut":0}}}`,
		`{ between(a: "Arland", b: "Cesland") { statements(first: 50) { kind } } }`:                                      `{"between":{"statements":[]}}`,
		`{ between(a: "Arland", b: "Cesland") { statements(first: 1, includeStances: true) { kind quote { exact } } } }`: `{"between":{"statements":[{"kind":"STANCE","quote":{"exact":"Cesland"}}]}}`,
		`{ ask(question: "What did Arland say about Cesland?") { statements(first: 0) { totalCount } } }`:                `{"ask":{"statements":{"totalCount":0}}}`,
		`{ ask(question: "What does Arland think about Cesland?") { statements(first: 0) { totalCount } } }`:             `{"ask":{"statements":{"totalCount":9}}}`,
		`{ ask(question: "What was Arland's reaction to Cesland?") { statements(first: 0) { totalCount } } }`:            `{"ask":{"statements":{"totalCount":9}}}`,
	})
}
