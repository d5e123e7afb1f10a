package graph_test

import (
	"encoding/json"
	"strings"
	"testing"

	"sayso/graph"
)

// TestRefusalsName: a request that is refused is told what it came near to: the field, argument or value with the nearest name, and the field that costs most.
func TestRefusalsName(t *testing.T) {
	h := limited(t, graph.Options{Store: noStore{t}})
	for query, want := range map[string][]string{
		`{ actorz { totalCount } }`:                          {`"actors"`},
		`{ claims { nodes { predicateId } } }`:               {`"predicate"`},
		`{ claims(wher: {}) { totalCount } }`:                {`"where"`},
		`{ claims(where: {tex: {eq: "x"}}) { totalCount } }`: {`"text"`},
		`{ aggregate(of: STATEMENT) { groups } }`:            {`"STATEMENTS"`},
		`{ zebra }`:                                          {`"zebra"`, "It has node, nodes, actor, "},
		`{ claims { nodes { zebra } } }`:                     {"It has id, ", ", predicate, "},
		`{ actors(zebra: 1) { totalCount } }`:                {"It has where, orderBy, first, after, last, before."},
		`{ actors(where: {zebra: {eq: 1}}) { totalCount } }`: {"ActorWhere", ", called, "},
		`{ a: actors(first: 500) { nodes { id statements(first: 500) { nodes { id claims(first: 500) { nodes { id text } } } } } } articles { totalCount } }`: {
			"could have 250751504 fields", "250250000 of them stand in a.nodes.statements.nodes.claims.nodes"},
		`{ actors(first: 500) { nodes { id statements(first: 500) { nodes { id kind form status } } claims: subjectOf(first: 500) { nodes { id text negated unit } } } } }`: {
			"of them stand in actors.nodes:"},
	} {
		_, answer := post(h, query, nil)
		_, message := firstError(t, answer)
		for _, part := range want {
			if !strings.Contains(message, part) {
				t.Errorf("%s\nis refused with %q, without %q", query, message, part)
			}
		}
	}
}

// TestRefusalsNameVariables: so is a request with a field in a variable that its type lacks, however deep.
func TestRefusalsNameVariables(t *testing.T) {
	h := limited(t, graph.Options{Store: noStore{t}})
	for field, where := range map[string]string{
		`"PredicateFilter". It has eq, `:      `{"predicate": {"id": "RECOGNIZED"}}`,
		`"ClaimWhere". It has and, or, `:      `{"zebra": 1}`,
		`"StringFilter". It has ignoreCase, `: `{"or": [{"subject": {"name": {"zebra": 1}}}]}`,
	} {
		_, answer := post(h, `query ($w: ClaimWhere) { claims(where: $w) { totalCount } }`, json.RawMessage(`{"w": `+where+`}`))
		if code, message := firstError(t, answer); code != "GRAPHQL_VALIDATION_FAILED" || !strings.Contains(message, field) {
			t.Errorf("%v: code %q, message %q, want %s", where, code, message, field)
		}
	}
}
