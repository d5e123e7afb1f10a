package graph_test

import (
	"context"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2/ast"

	"sayso/graph"
	"sayso/graph/gen"
	"sayso/graph/goldentest"
	"sayso/internal/access"
)

// as sends a request as somebody.
func as(h http.Handler, who access.Principal, query string) string {
	asked := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h.ServeHTTP(w, r.WithContext(access.With(r.Context(), who)))
	})
	if !strings.HasPrefix(query, "subscription") {
		_, body := post(asked, query, nil)
		return body
	}
	ctx, cancel := context.WithTimeout(context.Background(), 200*time.Millisecond) // it goes on for ever
	defer cancel()
	r := httptest.NewRequestWithContext(ctx, http.MethodPost, "/graphql", strings.NewReader(fmt.Sprintf(`{"query": %q}`, query)))
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", "text/event-stream")
	w := httptest.NewRecorder()
	asked.ServeHTTP(w, r)
	return w.Body.String()
}

func protected(t *testing.T, audit *access.Audit) http.Handler {
	t.Helper()
	store := openGraph(t)
	h, err := goldentest.HandlerWith(store, func(o *graph.Options) { o.Protected, o.Audit, o.Curator, o.Feed = true, audit, store, store })
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// TestRoles tries each root field as each role and as nobody. docs/access.md has the table that this makes from the schema; -update writes it.
func TestRoles(t *testing.T) {
	h := protected(t, nil)
	schema := gen.NewExecutableSchema(gen.Config{}).Schema()
	callers := append([]access.Role{""}, access.Roles()...)
	var table strings.Builder
	fmt.Fprintf(&table, "| root field | nobody | %s |\n|---|---|---|---|---|---|\n", strings.ToLower("READER | INGESTER | CURATOR | ADMIN"))
	for _, root := range []*ast.Definition{schema.Query, schema.Mutation, schema.Subscription} {
		for _, f := range root.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			fmt.Fprintf(&table, "| `%s.%s` |", root.Name, f.Name)
			for _, role := range callers {
				may := role.May(needsOf(root, f))
				fmt.Fprintf(&table, " %s |", map[bool]string{true: "yes", false: "no"}[may])
				body := as(h, access.Principal{Name: "somebody", Key: "k", Role: role}, requestOf(schema, root, f))
				refused := strings.Contains(body, `"UNAUTHENTICATED"`) || strings.Contains(body, `"FORBIDDEN"`)
				if refused == may || (refused && (strings.Contains(body, `"data":{`) || strings.Count(body, "message") != 1)) {
					t.Errorf("%s.%s as %q: may is %v: %.300s", root.Name, f.Name, role, may, body)
				}
			}
			table.WriteString("\n")
		}
	}
	checkTable(t, filepath.Join("..", "docs", "access.md"), table.String())
}

// requestOf writes a request of a root field that the schema takes; what it changes is not there.
func requestOf(schema *ast.Schema, root *ast.Definition, f *ast.FieldDefinition) string {
	var args []string
	for _, a := range f.Arguments {
		if a.Type.NonNull && a.DefaultValue == nil {
			args = append(args, a.Name+": "+valueOf(schema, a.Type, a.Name))
		}
	}
	call := f.Name
	if args != nil {
		call += "(" + strings.Join(args, ", ") + ")"
	}
	if kind := schema.Types[f.Type.Name()].Kind; kind != ast.Scalar && kind != ast.Enum {
		call += " { __typename }"
	}
	return strings.ToLower(root.Name) + " { " + call + " }"
}

func valueOf(schema *ast.Schema, typ *ast.Type, name string) string {
	if typ.Elem != nil {
		return "[]"
	}
	if def := schema.Types[typ.Name()]; def.Kind == ast.Enum {
		return def.EnumValues[0].Name
	}
	switch typ.Name() {
	case "Int":
		return "1"
	case "Float":
		return "0.5"
	case "Boolean":
		return "true"
	case "StatementInput":
		return `{article: "none", exact: "none"}`
	case "PredicateInput":
		return `{id: "none"}`
	}
	return fmt.Sprintf("%q", "no such "+name)
}

// checkTable compares the part of a page between the marks with what it should be.
func checkTable(t *testing.T, page, want string) {
	t.Helper()
	const begin, end = "<!-- roles: from schema.graphqls by go test ./graph -run Roles -update -->\n", "<!-- end of roles -->"
	data, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, found := strings.Cut(string(data), begin)
	have, tail, closed := strings.Cut(rest, end)
	if !found || !closed {
		t.Fatalf("%s has lost the marks of its table", page)
	}
	if *update {
		if err := os.WriteFile(page, []byte(head+begin+want+end+tail), 0o600); err != nil {
			t.Fatal(err)
		}
	} else if have != want {
		t.Errorf("the table of %s is not what the schema gives; run go test ./graph -run Roles -update", page)
	}
}

// TestRolesByDetours: no way of writing a request leads past the gate, also not when its plan is kept.
func TestRolesByDetours(t *testing.T) {
	h := protected(t, nil)
	reader, nobody := access.Principal{Name: "Rea", Key: "r", Role: access.Reader}, access.Principal{}
	question := `{ articles(first: 1) { totalCount } }`
	for range 2 { // the second time from the kept plan
		if body := as(h, reader, question); !strings.Contains(body, `"totalCount"`) {
			t.Fatalf("a reader reads: %s", body)
		}
		if body := as(h, nobody, question); !strings.Contains(body, "UNAUTHENTICATED") || strings.Contains(body, "totalCount\":") {
			t.Errorf("nobody reads a kept plan: %s", body)
		}
	}
	review := `review(statement: "st_none", review: ACCEPTED, reason: "r", by: "Ada") { id }`
	for _, detour := range []string{
		`mutation { ` + review + ` }`,
		`mutation { a: __typename b: ` + review + ` }`,
		`mutation { ...M } fragment M on Mutation { ` + review + ` }`,
		`mutation { ... on Mutation { ... { ` + review + ` } } }`,
		`mutation A { __typename } mutation B { ` + review + ` }`,
		`mutation ($x: Boolean = true) { ... @include(if: $x) { x: ` + review + ` } }`,
	} {
		body := as(h, reader, detour)
		if strings.Contains(detour, "mutation A") {
			body = as(h, reader, strings.ReplaceAll(detour, "mutation A { __typename } ", ""))
		}
		if !strings.Contains(body, "FORBIDDEN") || !strings.Contains(body, "review needs the role curator") {
			t.Errorf("%s: %s", detour, body)
		}
	}
	for _, q := range []string{`{ __schema { queryType { name } } }`, `{ __typename }`} {
		if body := as(h, reader, q); strings.Contains(body, "errors") {
			t.Errorf("%s: %s", q, body)
		}
	}
}

// TestDecisionsUnderOnesOwnName: what is typed as by does not count for who is signed in, and the log has each decision.
func TestDecisionsUnderOnesOwnName(t *testing.T) {
	log := filepath.Join(t.TempDir(), access.AuditFile)
	audit, err := access.OpenAudit(log, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	h := protected(t, audit)
	ada := access.Principal{Name: "Ada", Key: "a1", Role: access.Curator}
	found := as(h, ada, `{ statements(first: 1) { nodes { id } } }`)
	_, rest, _ := strings.Cut(found, `"id":"`)
	id, _, _ := strings.Cut(rest, `"`)
	done := as(h, ada, fmt.Sprintf(`mutation { review(statement: %q, review: REJECTED, reason: "misread", by: "Mallory") { review history(first: 5) { nodes { kind by } } } }`, id))
	if !strings.Contains(done, `"by":"Ada"`) || strings.Contains(done, "Mallory") {
		t.Errorf("recorded as %s", done)
	}
	as(h, ada, `mutation { review(statement: "st_none", review: REJECTED, reason: "misread", by: "x") { id } }`)
	as(h, access.Principal{Name: "Rea", Key: "r1", Role: access.Reader}, fmt.Sprintf(`mutation { review(statement: %q, review: REJECTED, reason: "r", by: "x") { id } }`, id))
	if err := audit.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(data)), "\n")
	if len(lines) != 3 || !strings.Contains(lines[0], `"who":"Ada","key":"a1","what":"mutation review","about":"`+id) || strings.Contains(lines[0], "failed") ||
		!strings.Contains(lines[1], `"failed":"`) || !strings.Contains(lines[2], `"who":"Rea"`) || !strings.Contains(lines[2], `"refused":"`) {
		t.Errorf("the log:\n%s", data)
	}
}

// TestObserved: each root field is told of with its outcome, also beside others and under other names.
func TestObserved(t *testing.T) {
	var mu sync.Mutex
	seen := map[string]int{}
	store := openGraph(t)
	h, err := goldentest.HandlerWith(store, func(o *graph.Options) {
		o.Curator = store
		o.Observe = func(field string, took time.Duration, failed bool) {
			mu.Lock()
			defer mu.Unlock()
			if took <= 0 {
				t.Errorf("%s took %s", field, took)
			}
			seen[fmt.Sprintf("%s %v", field, failed)]++
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	post(h, `{ __typename a: articles(first: 1) { totalCount } b: whoDid(predicate: "blorbed", target: "x") { __typename } claims(first: 1) { totalCount } }`, nil)
	post(h, `mutation { review(statement: "st_none", review: ACCEPTED, reason: "r", by: "x") { id } }`, nil)
	want := map[string]int{"query articles false": 1, "query whoDid true": 1, "query claims false": 1, "mutation review true": 1}
	if !maps.Equal(seen, want) {
		t.Errorf("%v, want %v", seen, want)
	}
}
