package graph_test

import (
	"context"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"sayso/graph"
	"sayso/graph/hostiletest"
)

// longestRefusal is the most bytes in which a request is refused.
const longestRefusal = 4 << 10

// TestHostileRequests: each is refused before it reaches the graph, in few words, with a code, and without a word of the inside.
func TestHostileRequests(t *testing.T) {
	h := limited(t, graph.Options{Store: noStore{t}})
	for _, c := range hostiletest.Refused() {
		r, err := c.HTTP("http://localhost/graphql")
		if err != nil {
			t.Fatal(err)
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		answer := w.Body.String()
		code, message := firstError(t, answer)
		if w.Code != c.Status || code != c.Code || len(message) < 20 {
			t.Errorf("%s: status %d, code %q, %q; want %d and %s", c.Name, w.Code, code, message, c.Status, c.Code)
		}
		if len(answer) > longestRefusal {
			t.Errorf("%s is refused in %d bytes", c.Name, len(answer))
		}
		if found := hostiletest.Inside.FindString(answer); found != "" {
			t.Errorf("%s shows %q: %s", c.Name, found, answer)
		}
	}
}

// introspection is what GraphiQL and code generators ask.
const introspection = `query IntrospectionQuery { __schema { queryType { name } mutationType { name } subscriptionType { name } types { ...FullType }
  directives { name description locations args { ...InputValue } } } }
fragment FullType on __Type { kind name description fields(includeDeprecated: true) { name description args { ...InputValue } type { ...TypeRef }
  isDeprecated deprecationReason } inputFields { ...InputValue } interfaces { ...TypeRef }
  enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...TypeRef } }
fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue }
fragment TypeRef on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name
  ofType { kind name ofType { kind name } } } } } } } }`

// TestIntrospectionIsKept: what tools ask about the schema is within the limits, and is worked out once.
func TestIntrospectionIsKept(t *testing.T) {
	h := limited(t, graph.Options{Store: noStore{t}})
	var answers [2]string
	for i := range answers {
		_, answers[i] = post(h, introspection, nil)
	}
	if answers[0] != answers[1] || !strings.Contains(answers[0], `"name":"WhoDid"`) || len(answers[0]) > hostiletest.Largest {
		t.Errorf("%d and %d bytes: %.200s", len(answers[0]), len(answers[1]), answers[0])
	}
	if allocated := testing.AllocsPerRun(3, func() { post(h, introspection, nil) }); allocated > 2000 {
		t.Errorf("an answer about the schema that was given before takes %.0f allocations", allocated)
	}
	if _, other := post(h, `{ __type(name: "Claim") { name } }`, nil); !strings.Contains(other, `{"__type":{"name":"Claim"}}`) {
		t.Errorf("another question gave %s", other)
	}
}

// TestBodyThatNeverArrives: a client that says how much it will send, and stops, is cut off.
func TestBodyThatNeverArrives(t *testing.T) {
	h := limited(t, graph.Options{Store: noStore{t}, BodyTime: 200 * time.Millisecond, MaxBody: 1 << 10})
	server := httptest.NewServer(h)
	defer server.Close()
	for name, head := range map[string]string{
		"a length and half a body": "Content-Length: 500\r\n\r\n{\"query\"",
		"chunks without an end":    "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"que\r\n",
	} {
		conn, err := net.Dial("tcp", server.Listener.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		_ = conn.SetDeadline(time.Now().Add(20 * time.Second))
		if _, err := io.WriteString(conn, "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"+head); err != nil {
			t.Fatal(err)
		}
		answer, err := io.ReadAll(conn) // ends, for the server closes the connection
		_ = conn.Close()
		if err != nil || !strings.Contains(string(answer), " 408 ") || !strings.Contains(string(answer), `"code":"TIMEOUT"`) {
			t.Errorf("%s: %v %s", name, err, answer)
		}
	}
	for name, r := range map[string]io.Reader{"of a known length": strings.NewReader(strings.Repeat("x", 2000)), "of an unknown length": io.MultiReader(strings.NewReader(strings.Repeat("x", 2000)))} {
		response, err := http.Post(server.URL, "application/json", r)
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(response.Body)
		_ = response.Body.Close()
		if response.StatusCode != http.StatusRequestEntityTooLarge || !strings.Contains(string(body), "TOO_LARGE") {
			t.Errorf("a body %s that is too long: %d %s", name, response.StatusCode, body)
		}
	}
}

// TestCallerThatIsGone: a request whose caller has left is no panic.
func TestCallerThatIsGone(t *testing.T) {
	h := limited(t, graph.Options{Store: noStore{t}})
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	r := httptest.NewRequestWithContext(ctx, http.MethodPost, "/graphql", strings.NewReader(`{"query": "{ __typename }"}`))
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if code, _ := firstError(t, w.Body.String()); code != "TIMEOUT" {
		t.Errorf("the answer to nobody is %d %s", w.Code, w.Body)
	}
}
