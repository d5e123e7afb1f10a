package graph_test

import (
	"net/http/httptest"
	"strings"
	"testing"

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
