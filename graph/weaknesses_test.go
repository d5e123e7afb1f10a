package graph_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"

	"sayso/internal/access"
)

// TestCommonWeaknesses asks what auditors of GraphQL servers ask first (the list of GraphQL Cop, in requests of our own): nothing of it may cost much,
// change anything or tell of the inside.
func TestCommonWeaknesses(t *testing.T) {
	h := newHandler(t, openGraph(t))
	review := `mutation { review(statement: "st_none", review: ACCEPTED, reason: "r", by: "x") { id } }`
	body := func(query string) string { return `{"query": ` + strconv.Quote(query) + `}` }
	for _, c := range []struct {
		name, method, path, kind, body string
		status                         []int
		tells                          string
	}{
		{"aliases", "POST", "/graphql", "application/json", body("{" + repeated("a%d: __typename ", 101) + "}"), []int{200, 400}, "errors"},
		{"one field many times", "POST", "/graphql", "application/json", body("{" + strings.Repeat("__typename ", 1000) + "}"), []int{200, 400}, "errors"},
		{"directives", "POST", "/graphql", "application/json", body("{ __typename " + strings.Repeat("@aa", 500) + " }"), []int{200, 400}, "errors"},
		{"known directives", "POST", "/graphql", "application/json", body("{ __typename " + strings.Repeat("@include(if: true)", 500) + " }"), []int{200, 400}, "errors"},
		{"a batch", "POST", "/graphql", "application/json", "[" + strings.Repeat(body("{ __typename }")+",", 10) + body("{ __typename }") + "]", []int{400}, "errors"},
		{"a circular introspection", "POST", "/graphql", "application/json",
			body("{ __schema { types { fields { type { fields { type { fields { type { fields { type { fields { name } } } } } } } } } } } }"), []int{200, 400}, "errors"},
		{"a mutation by GET", "GET", "/graphql?query=" + url.QueryEscape(review), "", "", []int{405}, "POST"},
		{"a mutation by a form", "POST", "/graphql", "application/x-www-form-urlencoded", "query=" + url.QueryEscape(review), []int{400, 415}, "application/json"},
		{"a mutation as plain text", "POST", "/graphql", "text/plain", body(review), []int{400, 415}, "application/json"},
		{"an upload", "POST", "/graphql", "multipart/form-data; boundary=x", "--x--", []int{400, 415}, "application/json"},
		{"a number where text should be", "POST", "/graphql", "application/json", `{"query": 7}`, []int{400}, "errors"},
		{"no JSON", "POST", "/graphql", "application/json", `{"query": "{`, []int{400}, "errors"},
	} {
		r := httptest.NewRequest(c.method, c.path, strings.NewReader(c.body))
		if c.kind != "" {
			r.Header.Set("Content-Type", c.kind)
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		answer := w.Body.String()
		if !strings.Contains(answer, c.tells) || w.Body.Len() > 20_000 || !slices.Contains(c.status, w.Code) {
			t.Errorf("%s: %d, %d bytes: %.300s", c.name, w.Code, w.Body.Len(), answer)
		}
		for _, inside := range []string{"goroutine", ".go:", "Neo.", "panic", `"tracing"`, `"extensions":{"version"`} {
			if strings.Contains(answer, inside) {
				t.Errorf("%s tells of the inside (%s): %.300s", c.name, inside, answer)
			}
		}
	}
}

// TestNothingWithoutAKey: where keys are asked for, nobody learns the schema, neither whole nor from suggestions.
func TestNothingWithoutAKey(t *testing.T) {
	gate := access.NewGate(access.OpenKeys(t.TempDir()+"/keys.json", testNow), nil, access.Pace{})
	h := gate.Protect(protected(t, nil))
	for _, query := range []string{"{ __schema { types { name } } }", "{ __typename }", "{ actorss { totalCount } }", "{ statements { totalCount } }"} {
		code, body := post(h, query, nil)
		if code != http.StatusUnauthorized || strings.Contains(body, "actors") || strings.Contains(body, "data") {
			t.Errorf("%s: %d %s", query, code, body)
		}
	}
}

func repeated(form string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, form, i)
	}
	return b.String()
}
