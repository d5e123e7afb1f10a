package main

import (
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	collector "go.opentelemetry.io/proto/otlp/collector/trace/v1"
	"google.golang.org/protobuf/proto"

	"sayso/internal/access"
	"sayso/internal/access/accesstest"
)

// spans keeps what a server sends to its collector: each span's name by its id, with its parent's id.
type spans struct {
	mu            sync.Mutex
	name, parents map[string]string
}

func (s *spans) ServeHTTP(_ http.ResponseWriter, r *http.Request) {
	data, _ := io.ReadAll(r.Body)
	var sent collector.ExportTraceServiceRequest
	_ = proto.Unmarshal(data, &sent)
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, resource := range sent.ResourceSpans {
		for _, scope := range resource.ScopeSpans {
			for _, span := range scope.Spans {
				s.name[string(span.SpanId)], s.parents[string(span.SpanId)] = span.Name, string(span.ParentSpanId)
			}
		}
	}
}

// above reports whether a span of one name lies directly in one of another.
func (s *spans) above(parent, name string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	for id, n := range s.name {
		if n == name && s.name[s.parents[id]] == parent {
			return true
		}
	}
	return false
}

// caller sends requests to a server with a key or token, or with a browser's cookies.
type caller struct {
	client *http.Client
	base   string
	secret string
}

func (c caller) get(t *testing.T, path string) (int, string, http.Header) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, c.base+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	if c.secret != "" {
		r.Header.Set("Authorization", "Bearer "+c.secret)
	}
	response, err := c.client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(body), response.Header
}

// TestOperations: the whole program with a provider, known operations and traces: who gets what at which address, by key, token and browser.
func TestOperations(t *testing.T) {
	p := accesstest.New(t, time.Now)
	p.Set(func(p *accesstest.Provider) { p.Claims = map[string]any{"roles": []string{"heads"}} })
	sent := &spans{name: map[string]string{}, parents: map[string]string{}}
	traces := httptest.NewServer(sent)
	defer traces.Close()
	s := testSettings(t)
	s.Issuer, s.ClientID, s.Roles, s.SessionFor = p.URL, accesstest.Client, []string{"heads=admin", "desk=reader"}, time.Hour
	s.OnlyOperations, s.Traces, s.Share = []string{"own"}, traces.URL, 1
	secret, _, err := access.OpenKeys(filepath.Join(s.Data, access.File), time.Now).Add("Rea", access.Reader, 0)
	if err != nil {
		t.Fatal(err)
	}
	server, stop := launch(t, s)
	stopped := false
	defer func() {
		if !stopped {
			stop()
		}
	}()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	reader := caller{http.DefaultClient, server.base, secret}
	token := caller{http.DefaultClient, server.base, p.Signed(p.Usual("bo", "desk"))}
	browser := caller{&http.Client{Jar: jar}, server.base, ""}
	if code, body, _ := browser.get(t, "/signin/provider?next=/version"); code != http.StatusOK || !strings.Contains(body, `"access":"keys and `+p.URL) {
		t.Fatalf("signed in: %d %s", code, body)
	}
	question := "/graphql?query=%7B%20articles%20%7B%20totalCount%20%7D%20%7D"
	for path, want := range map[string]struct{ reader, admin int }{
		"/version": {200, 200}, "/metrics": {200, 200}, "/audit?first=1": {403, 200}, "/debug/pprof/goroutine?debug=1": {403, 200},
		"/debug/pprof/cmdline": {403, 404}, "/export/archive.jsonl": {403, 200}, "/readyz": {200, 200}, question: {200, 200},
	} {
		for name, c := range map[string]caller{"key": reader, "token": token} {
			code, body, header := c.get(t, path)
			if code != want.reader || header.Get("X-Request-Id") == "" || (path == question && !strings.Contains(body, "known operations only")) {
				t.Errorf("%s with a reader's %s: %d %.200s", path, name, code, body)
			}
		}
		if code, body, _ := browser.get(t, path); code != want.admin || (path == question && !strings.Contains(body, `"totalCount"`)) {
			t.Errorf("%s by an admin's browser: %d %.200s", path, code, body)
		}
	}
	if _, body, _ := browser.get(t, "/audit?refused=true&who=bo"); !strings.Contains(body, `"key":"oidc:bo"`) || !strings.Contains(body, `"request":"`) {
		t.Errorf("the audit log: %s", body)
	}
	stop() // what is left of the traces is sent
	stopped = true
	for _, pair := range [][2]string{{"GET /graphql", "query articles"}, {"query articles", "cypher articles"}} {
		if !sent.above(pair[0], pair[1]) {
			t.Errorf("no span %q in %q: %v", pair[1], pair[0], sent.name)
		}
	}
}
