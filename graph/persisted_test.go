package graph_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"sayso/internal/kgtest"
	"sayso/internal/neo/neotest"
)

// TestPersistedQueries: a client names a query by its hash, sends it once where the server does not know it, and by its hash alone from then on.
// https://www.apollographql.com/docs/apollo-server/performance/apq
func TestPersistedQueries(t *testing.T) {
	h := newHandler(t, neotest.Open(t, testNow, kgtest.Predicates()))
	query := `{ predicates { totalCount } }`
	sum := sha256.Sum256([]byte(query))
	hash := hex.EncodeToString(sum[:])
	send := func(body string) string {
		r := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(body))
		r.Header.Set("Content-Type", "application/json")
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		return w.Body.String()
	}
	named := `"extensions":{"persistedQuery":{"version":1,"sha256Hash":"` + hash + `"}}`
	if got := send(`{` + named + `}`); !strings.Contains(got, `"PersistedQueryNotFound"`) || !strings.Contains(got, `"PERSISTED_QUERY_NOT_FOUND"`) {
		t.Errorf("an unknown hash: %s", got)
	}
	want := send(`{"query":"` + query + `",` + named + `}`)
	if !strings.Contains(want, `"totalCount":`) {
		t.Fatal(want)
	}
	if got := send(`{` + named + `}`); got != want {
		t.Errorf("by its hash: %s", got)
	}
	r := httptest.NewRequest(http.MethodGet, "/graphql?extensions="+url.QueryEscape(`{"persistedQuery":{"version":1,"sha256Hash":"`+hash+`"}}`), nil)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if w.Body.String() != want {
		t.Errorf("by GET: %s", w.Body)
	}
	long := fmt.Sprintf("{ predicates { totalCount } } # %s", strings.Repeat("x", 10_000))
	sum = sha256.Sum256([]byte(long))
	text, _ := json.Marshal(map[string]any{"query": long, "extensions": map[string]any{"persistedQuery": map[string]any{"version": 1, "sha256Hash": hex.EncodeToString(sum[:])}}})
	if got := send(string(text)); !strings.Contains(got, `"totalCount":`) {
		t.Errorf("a long one: %s", got)
	}
	for body, part := range map[string]string{
		`{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"` + hex.EncodeToString(sum[:]) + `"}}}`: "PersistedQueryNotFound",
		`{"query":"{ articles { totalCount } }",` + named + `}`:                                             "is not that of the query",
		`{"extensions":{"persistedQuery":{"version":2,"sha256Hash":"` + hash + `"}}}`:                       `"INVALID_INPUT"`,
		`{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"../x"}}}`:                               "hexadecimal",
		`{"extensions":{"persistedQuery":"x"}}`:                                                             `"INVALID_INPUT"`,
		`{"extensions":{"persistedQuery":{"version":{},"sha256Hash":[]}}}`:                                  "not understood",
		`{"extensions":{"persistedQuery":null}}`:                                                            "no query",
		`{"extensions":{}}`:                                                                                 "no query",
	} {
		if got := send(body); !strings.Contains(got, `"errors"`) || !strings.Contains(got, part) {
			t.Errorf("%s: %s", body, got)
		}
	}
}
