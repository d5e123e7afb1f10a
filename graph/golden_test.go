package graph_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"sayso/graph"
	"sayso/graph/goldentest"
	"sayso/internal/kgtest"
	"sayso/internal/neo"
	"sayso/internal/neo/managed/managedtest"
	"sayso/internal/neo/neotest"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestMain(m *testing.M) { managedtest.Main(m) }

// openGraph gives a graph that holds kgtest.Recognitions, kgtest.Relations and nothing else.
func openGraph(t testing.TB) *neo.Store {
	t.Helper()
	store := neotest.Open(t, nil, kgtest.Predicates())
	neotest.Fill(t, store, append(kgtest.Recognitions(), kgtest.Relations()...))
	seedDisputes(t, managedtest.Start(t))
	return store
}

func newHandler(t testing.TB, store graph.Store) http.Handler {
	t.Helper()
	h, err := goldentest.Handler(store)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// testNow is the day the records of the tests end on, and some.
func testNow() time.Time { return goldentest.Now() }

func post(h http.Handler, query string, variables json.RawMessage) (int, string) {
	body, _ := json.Marshal(map[string]any{"query": query, "variables": variables})
	w := httptest.NewRecorder()
	r := httptest.NewRequest(http.MethodPost, "/graphql", bytes.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	h.ServeHTTP(w, r)
	return w.Code, w.Body.String()
}

// goldenCases is where the cases of the compiler are.
const goldenCases = "../internal/compile/testdata"

// TestGolden runs every golden case on Neo4j (internal/compile runs them on the rows that were recorded here). -update
// writes the cases anew.
func TestGolden(t *testing.T) {
	cases, err := goldentest.Cases(goldenCases)
	if err != nil {
		t.Fatal(err)
	}
	r := &goldentest.Recorder{Store: openGraph(t)}
	h := newHandler(t, r)
	for _, c := range cases {
		t.Run(c.Name, func(t *testing.T) {
			got, err := c.Run(h, r)
			if err == nil && *update {
				err = c.Write(got)
			}
			if err != nil {
				t.Fatal(err)
			}
			for _, difference := range c.Differences(got) {
				if !*update {
					t.Error(difference)
				}
			}
		})
	}
}
