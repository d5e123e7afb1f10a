package graph_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2/ast"

	"sayso/graph"
	"sayso/graph/gen"
	"sayso/graph/goldentest"
	"sayso/internal/access"
	"sayso/internal/access/accesstest"
	"sayso/internal/compile"
	"sayso/internal/kg"
)

// closed is a store that answers nothing: who is let through gets UNAVAILABLE.
type closed struct{}

func (closed) Query(context.Context, compile.Query) (any, error) {
	return nil, kg.Errorf(kg.Unavailable, "this test has no graph")
}

// credential is what a caller sends, and what role it gives; refused is the code where it gives none.
type credential struct {
	name, secret string
	role         access.Role
	refused      string
}

// credentials makes one of each kind, as they are at the moment now.
func credentials(t *testing.T, keys *access.Keys, p *accesstest.Provider, now *time.Time) []credential {
	t.Helper()
	out := []credential{{"nothing", "", "", "UNAUTHENTICATED"}, {"a made-up key", "sayso_made-up", "", "UNAUTHENTICATED"}}
	group := map[access.Role]string{access.Reader: "r", access.Ingester: "i", access.Curator: "c", access.Admin: "a"}
	expired, _, err := keys.Add("Eve", access.Admin, time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	oldToken := p.Signed(p.Usual("eve", "a"))
	*now = now.Add(3 * time.Hour)
	for _, role := range access.Roles() {
		secret, _, err := keys.Add(string(role), role, 0)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, credential{"a key of " + string(role), secret, role, ""},
			credential{"a token of " + string(role), p.Signed(p.Usual("ada", group[role])), role, ""})
	}
	revoked, key, err := keys.Add("Rob", access.Admin, 0)
	if err != nil || keys.Revoke(key.ID) != nil {
		t.Fatal(err)
	}
	elsewhere, stranger := p.Usual("ada", "a"), p.Usual("ada", "a")
	elsewhere["aud"], stranger["iss"] = "payroll", "https://evil.example"
	return append(out, credential{"an expired key", expired, "", "UNAUTHENTICATED"}, credential{"a revoked key", revoked, "", "UNAUTHENTICATED"},
		credential{"an expired token", oldToken, "", "UNAUTHENTICATED"},
		credential{"another audience", p.Signed(elsewhere), "", "UNAUTHENTICATED"},
		credential{"another issuer", p.Signed(stranger), "", "UNAUTHENTICATED"},
		credential{"an unsigned token", accesstest.Unsigned(p.Usual("ada", "a")), "", "UNAUTHENTICATED"},
		credential{"a token without a role", p.Signed(p.Usual("ada", "guests")), "", "FORBIDDEN"})
}

// TestRolesByCredential tries each root field with each kind of credential, through the gate that the server has.
func TestRolesByCredential(t *testing.T) {
	now := testNow()
	clock := func() time.Time { return now }
	keys := access.OpenKeys(filepath.Join(t.TempDir(), access.File), clock)
	p := accesstest.New(t, clock)
	provider, err := access.NewProvider(access.ProviderOptions{Issuer: p.URL, ClientID: accesstest.Client, Now: clock,
		Roles: map[string]access.Role{"r": access.Reader, "i": access.Ingester, "c": access.Curator, "a": access.Admin}})
	if err != nil {
		t.Fatal(err)
	}
	api, err := goldentest.HandlerWith(closed{}, func(o *graph.Options) { o.Protected = true })
	if err != nil {
		t.Fatal(err)
	}
	callers := credentials(t, keys, p, &now)
	h := access.NewGate(keys, nil, access.Pace{Requests: 1e6, Burst: 1e6}).Trusting(provider).Protect(api)
	schema := gen.NewExecutableSchema(gen.Config{}).Schema()
	tried := 0
	for _, root := range []*ast.Definition{schema.Query, schema.Mutation, schema.Subscription} {
		for _, f := range root.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			for _, c := range callers {
				now = now.Add(10 * time.Millisecond) // the clock of the pace
				tried++
				code, body := sendWith(h, c.secret, requestOf(schema, root, f), fmt.Sprintf("192.0.2.%d:%d", tried%250, tried))
				may := c.role.May(needsOf(root, f))
				switch {
				case c.refused != "" && (code/100 != 4 || !strings.Contains(body, c.refused) || strings.Contains(body, "data")):
					t.Errorf("%s.%s with %s: %d %.300s", root.Name, f.Name, c.name, code, body)
				case strings.Contains(body, `"INTERNAL"`):
					t.Errorf("%s.%s with %s fails inside: %.300s", root.Name, f.Name, c.name, body)
				case c.refused == "" && may == strings.Contains(body, `"FORBIDDEN"`), c.refused == "" && strings.Contains(body, `"UNAUTHENTICATED"`):
					t.Errorf("%s.%s with %s: may is %v: %.300s", root.Name, f.Name, c.name, may, body)
				}
			}
		}
	}
	if tried < 700 {
		t.Errorf("only %d were tried", tried)
	}
}

func needsOf(root *ast.Definition, f *ast.FieldDefinition) access.Role {
	needs := f.Directives.ForName("role")
	if needs == nil {
		needs = root.Directives.ForName("role")
	}
	return access.Role(needs.Arguments.ForName("needs").Value.Raw)
}

func sendWith(h http.Handler, secret, query, from string) (int, string) {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	r := httptest.NewRequestWithContext(ctx, http.MethodPost, "/graphql", strings.NewReader(fmt.Sprintf(`{"query": %q}`, query)))
	r.RemoteAddr = from
	r.Header.Set("Content-Type", "application/json")
	if strings.HasPrefix(query, "subscription") {
		r.Header.Set("Accept", "text/event-stream")
	}
	if secret != "" {
		r.Header.Set("Authorization", "Bearer "+secret)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Code, w.Body.String()
}
