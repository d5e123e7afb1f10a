package graph_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
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

// slowStore answers only when its caller gives up.
type slowStore struct{ ended chan error }

func (s slowStore) Query(ctx context.Context, _ compile.Query) (any, error) {
	<-ctx.Done()
	s.ended <- ctx.Err()
	return nil, ctx.Err()
}

// noStore fails the test when a request reaches the graph.
type noStore struct{ t *testing.T }

func (s noStore) Query(_ context.Context, q compile.Query) (any, error) {
	s.t.Errorf("a refused request reached the graph: %s", q.Text)
	return nil, kg.Errorf(kg.Internal, "unreachable")
}

func limited(t testing.TB, o graph.Options) http.Handler {
	t.Helper()
	v, err := kg.NewVocabulary(kgtest.Predicates())
	if err != nil {
		t.Fatal(err)
	}
	o.Ingester, o.Asker, o.Vocabulary = goldentest.Refusing{}, ask.New(v), v
	h, err := graph.Handler(o)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// firstError gives the code and message of an answer's first error.
func firstError(t *testing.T, answer string) (code, message string) {
	t.Helper()
	var a struct {
		Errors []struct {
			Message    string
			Extensions struct{ Code string }
		}
	}
	if err := json.Unmarshal([]byte(answer), &a); err != nil {
		t.Fatalf("no JSON: %v: %s", err, answer)
	}
	if len(a.Errors) == 0 {
		return "", ""
	}
	return a.Errors[0].Extensions.Code, a.Errors[0].Message
}

func TestLimits(t *testing.T) {
	deep := "{ actors { nodes { " + strings.Repeat("articles { nodes { actors { nodes { ", 6) + "id" + strings.Repeat(" } } } }", 6) + " } } }"
	aliases := "{ predicates { "
	for i := range 200 {
		aliases += "a" + strings.Repeat("x", i) + ": totalCount "
	}
	aliases += "} }"
	fragments := "query { ...F0 } "
	for i := range 30 {
		fragments += "fragment F" + string(rune('0'+i/10)) + string(rune('0'+i%10)) + " on Query { a: __typename } "
	}
	bomb := "query { actors(first: 500) { nodes { statements(first: 500) { nodes { claims(first: 500) { nodes { id } } } } } } }"
	var chain strings.Builder
	chain.WriteString("query { ...A0 } ")
	for i := range 40 {
		n := func(i int) string { return "A" + strings.Repeat("x", i) }
		if i == 0 {
			chain.WriteString("fragment A0 on Query { ..." + n(1) + " ..." + n(1) + " } ")
			continue
		}
		chain.WriteString("fragment " + n(i) + " on Query { ..." + n(i+1) + " ..." + n(i+1) + " } ")
	}
	chain.WriteString("fragment A" + strings.Repeat("x", 40) + " on Query { predicates { totalCount } } ")
	for name, c := range map[string]struct{ query, code string }{
		"too deep": {deep, "QUERY_TOO_DEEP"}, "too many aliases": {aliases, "TOO_MANY_ALIASES"}, "too costly": {bomb, "QUERY_TOO_COSTLY"},
		"fragments that double": {chain.String(), "QUERY_TOO_COSTLY"},
		"too long":              {"{ " + strings.Repeat("predicates { totalCount } ", 10_000) + "}", "GRAPHQL_PARSE_FAILED"},
		"no query":              {"", "INVALID_INPUT"}, "no GraphQL": {"SELECT 1", "GRAPHQL_PARSE_FAILED"},
		"unknown field": {"{ donetsk }", "GRAPHQL_VALIDATION_FAILED"}, "unknown fragment": {fragments, "GRAPHQL_VALIDATION_FAILED"},
	} {
		_, answer := post(limited(t, graph.Options{Store: noStore{t}}), c.query, nil)
		if code, message := firstError(t, answer); code != c.code || message == "" {
			t.Errorf("%s: code %q, message %q, want %s", name, code, message, c.code)
		}
	}
}

func TestIntrospectionIsWithinLimits(t *testing.T) {
	query := `{ __schema { types { name fields { name type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } }`
	_, answer := post(limited(t, graph.Options{Store: noStore{t}}), query, nil)
	if code, message := firstError(t, answer); message != "" {
		t.Errorf("introspection was refused: %s %s", code, message)
	}
}

func TestDeadline(t *testing.T) {
	slow := slowStore{make(chan error, 1)}
	_, answer := post(limited(t, graph.Options{Store: slow, QueryTimeout: 50 * time.Millisecond}), "{ predicates { totalCount } }", nil)
	if code, message := firstError(t, answer); code != string(kg.Timeout) || !strings.Contains(message, "--timeout") {
		t.Errorf("code %q, message %q", code, message)
	}
	if err := <-slow.ended; !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("the graph was told %v", err)
	}
}

func TestBodyLimit(t *testing.T) {
	h := limited(t, graph.Options{Store: noStore{t}, MaxBody: 1000})
	body := `{"query": "{ predicates { totalCount } }", "variables": {"x": "` + strings.Repeat("x", 2000) + `"}}`
	for _, length := range []int64{int64(len(body)), -1} {
		r := httptest.NewRequest(http.MethodPost, "/graphql", bytes.NewReader([]byte(body)))
		r.Header.Set("Content-Type", "application/json")
		r.ContentLength = length
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != http.StatusRequestEntityTooLarge || !strings.Contains(w.Body.String(), "--max-body") {
			t.Errorf("length %d: %d %s", length, w.Code, w.Body)
		}
	}
}

func TestInternalsStayInside(t *testing.T) {
	h := limited(t, graph.Options{Store: brokenStore{}})
	_, answer := post(h, "{ predicates { totalCount } }", nil)
	if code, message := firstError(t, answer); code != string(kg.Internal) || strings.Contains(answer, "secret") || message == "" {
		t.Errorf("the answer tells too much or too little: %s", answer)
	}
	if !strings.Contains(answer, `"path":["predicates"]`) {
		t.Errorf("no path: %s", answer)
	}
}

type brokenStore struct{}

func (brokenStore) Query(context.Context, compile.Query) (any, error) {
	return nil, kg.Hidden(errSecret{})
}

type errSecret struct{}

func (errSecret) Error() string { return "secret: MATCH (n) at bolt://10.0.0.1" }
