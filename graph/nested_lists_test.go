package graph_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/kg"
	"sayso/internal/kgtest"
	"sayso/internal/neo/neotest"
)

// TestNestedListsGoOn: the lists within answers can be gone through from any place, and narrowed.
func TestNestedListsGoOn(t *testing.T) {
	store := neotest.Open(t, testNow, kgtest.Predicates())
	var records []kg.Record
	for _, speaker := range []string{"Cesland", "Dorland", "Erland"} {
		const day = kg.Date("2021-03-01")
		records = append(records, kgtest.Record(speaker+" said that Arland recognized Borland, met Borland and denied aiding Forland.", "Report", day,
			kgtest.Said{Speaker: speaker, Cue: "said", Sentence: "Arland recognized Borland", Subject: "Arland", Predicate: "RECOGNIZED", Object: "Borland"},
			kgtest.Said{Speaker: speaker, Cue: "said", Sentence: "met Borland", Subject: "Arland", Predicate: "MET_WITH", Object: "Borland"},
			kgtest.Said{Speaker: speaker, Cue: "said", Sentence: "denied aiding Forland", Subject: "Arland", Predicate: "SANCTIONED", Object: "Forland", Negated: true}),
			kgtest.Record("Arland said that Borland is free: "+speaker+".", "Speech", day,
				kgtest.Said{Speaker: "Arland", Cue: "said", Sentence: "Borland is free", Names: []string{"Borland"}}))
	}
	neotest.Fill(t, store, records)
	h := newHandler(t, store)
	for name, c := range map[string]struct {
		query string
		path  []any
	}{
		"positions":  {`{ timeline(actor: "Arland", target: "Borland", family: "recognition") { entries { list: statements(%s) { id } } } }`, []any{"timeline", "entries", 0, "list"}},
		"absence":    {`{ whoDid(predicate: "sanctioned", target: "Forland") { absence { list: statements(%s) { id } } } }`, []any{"whoDid", "absence", "list"}},
		"neighbours": {`{ neighbours(actor: "Borland") { edges { list: claims(%s) { id } } } }`, []any{"neighbours", "edges", 0, "list"}},
		"assertions": {`{ whoDid(predicate: "recognized", target: "Borland") { rows { list: assertedBy(%s) { statement { id } } } } }`, []any{"whoDid", "rows", 0, "list"}},
		"evidence":   {`{ whoDid(predicate: "recognized", target: "Borland") { rows { list: evidence(%s) { id } } } }`, []any{"whoDid", "rows", 0, "list"}},
		"between":    {`{ between(a: "Arland", b: "Borland") { list: statements(%s) { id } } }`, []any{"between", "list"}},
	} {
		two, one := at(send(t, h, "", c.query, "first: 2"), c.path...), at(send(t, h, "", c.query, "first: 1, skip: 1"), c.path...)
		list, ok := two.([]any)
		if !ok || len(list) != 2 {
			t.Errorf("%s: %v", name, two)
			continue
		}
		if diff := cmp.Diff(list[1:], one); diff != "" {
			t.Errorf("%s, from the second on (-want +got):\n%s", name, diff)
		}
		send(t, h, "INVALID_INPUT", c.query, "skip: -1")
	}
	answers(t, h, map[string]string{
		`{ timeline(actor: "Arland", target: "Borland", family: "recognition") { entries { statements(where: {speaker: {name: {eq: "Dorland"}}}) { speaker { name } } } } }`: `{"timeline":{"entries":[{"statements":[{"speaker":{"name":"Dorland"}}]}]}}`,
		`{ neighbours(actor: "Borland") { edges { claims(where: {predicate: {eq: MET_WITH}}) { predicate { id } } } } }`:                                                     `{"neighbours":{"edges":[{"claims":[{"predicate":{"id":"MET_WITH"}}]}]}}`,
	})
}
