package graph_test

import (
	"encoding/json"
	"net/http"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/kgtest"
	"sayso/internal/neo/neotest"
)

// answers checks that queries give these data, as compact JSON.
func answers(t *testing.T, h http.Handler, want map[string]string) {
	t.Helper()
	for query, data := range want {
		_, body := post(h, query, nil)
		var got struct{ Data, Errors json.RawMessage }
		if err := json.Unmarshal([]byte(body), &got); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(data, string(got.Data)+string(got.Errors)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", query, diff)
		}
	}
}

// TestRetold: what tells of an act without its day stands with the act in a timeline: of a position until the next one, of an event when it was told within
// a month. A hope is an entry of its own, no first day, and left out when only facts are asked for.
func TestRetold(t *testing.T) {
	store := neotest.Open(t, nil, kgtest.Predicates())
	neotest.Fill(t, store, kgtest.Retellings())
	answers(t, newHandler(t, store), map[string]string{
		`{ timeline(actor: "Nordmark", target: "Sudmark") { reversals entries { date modality claim { occurredOn } statements { article { publishedAt } } } } }`: `{"timeline":{"reversals":0,"entries":[` +
			`{"date":"2015-01-01","modality":"FUTURE","claim":{"occurredOn":null},"statements":[{"article":{"publishedAt":"2015-01-01"}}]},` +
			`{"date":"2016-05-04","modality":"ASSERTED","claim":{"occurredOn":"2016-05-04"},"statements":[{"article":{"publishedAt":"2016-05-05"}},{"article":{"publishedAt":"2016-05-06"}},{"article":{"publishedAt":"2019-02-01"}}]},` +
			`{"date":"2020-02-01","modality":"ASSERTED","claim":{"occurredOn":null},"statements":[{"article":{"publishedAt":"2020-02-01"}}]}]}}`,
		`{ timeline(actor: "Nordmark", target: "Sudmark", includeNonFactual: false) { leftOut { modality count } entries { date } } }`: `{"timeline":{"leftOut":[{"modality":"FUTURE","count":1}],"entries":[{"date":"2016-05-04"},{"date":"2020-02-01"}]}}`,
		`{ timeline(actor: "Westmark", target: "Sudmark") { entries { date statements { article { publishedAt } } } } }`: `{"timeline":{"entries":[` +
			`{"date":"2017-03-01","statements":[{"article":{"publishedAt":"2017-03-01"}},{"article":{"publishedAt":"2017-03-20"}}]},{"date":"2018-03-20","statements":[{"article":{"publishedAt":"2018-03-20"}}]}]}}`,
		`{ whoDid(predicate: "recognized", target: "Sudmark", includeNonFactual: true) { rows { actor { name } modality firstOn } } }`: `{"whoDid":{"rows":[{"actor":{"name":"Nordmark"},"modality":"ASSERTED","firstOn":"2016-05-04"}]}}`,
	})
}
