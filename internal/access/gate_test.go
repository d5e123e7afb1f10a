package access

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// guarded is a server behind a gate: /who says who asks, /wait goes on until it is ended.
type guarded struct {
	*httptest.Server
	keys  *Keys
	clock *clock
	log   string // the file of the audit log
	gate  *Gate
	pages http.Handler
}

func newGuarded(t *testing.T) guarded {
	t.Helper()
	keys, c := newKeys(t)
	g := guarded{keys: keys, clock: c, log: filepath.Join(t.TempDir(), AuditFile)}
	audit, err := OpenAudit(g.log, c.now)
	if err != nil {
		t.Fatal(err)
	}
	gate := NewGate(keys, audit, Pace{})
	gate.recheck = time.Millisecond
	mux := http.NewServeMux()
	mux.HandleFunc("/who", func(w http.ResponseWriter, r *http.Request) { _, _ = io.WriteString(w, Of(r.Context()).Name) })
	mux.HandleFunc("/healthz", func(w http.ResponseWriter, r *http.Request) { _, _ = io.WriteString(w, "alive "+Of(r.Context()).Name) })
	mux.Handle("/import", gate.Require(Admin, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "imported") })))
	mux.HandleFunc("/wait", func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.WriteString(w, "waiting\n")
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	})
	g.gate, g.pages = gate, mux
	g.Server = httptest.NewServer(gate.Protect(mux, "/healthz"))
	t.Cleanup(func() { g.Close(); _ = audit.Close() })
	return g
}

// reply is what came back.
type reply struct {
	status int
	header http.Header
	set    []*http.Cookie
}

// ask sends a request without following redirects.
func (g guarded) ask(t *testing.T, method, path string, header map[string]string) (reply, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, g.URL+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, value := range header {
		r.Header.Set(name, value)
	}
	return g.send(t, r)
}

func (g guarded) send(t *testing.T, r *http.Request) (reply, string) {
	t.Helper()
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	response, err := client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return reply{response.StatusCode, response.Header, response.Cookies()}, string(body)
}

func TestWhoIsLetIn(t *testing.T) {
	g := newGuarded(t)
	secret, _ := add(t, g.keys, "Ada", Admin, 0)
	reader, _ := add(t, g.keys, "Rea", Reader, 0)
	expired, _ := add(t, g.keys, "Eve", Admin, time.Minute)
	revoked, key := add(t, g.keys, "Rob", Admin, 0)
	if err := g.keys.Revoke(key.ID); err != nil {
		t.Fatal(err)
	}
	g.clock.at = g.clock.at.Add(time.Hour)
	bearer := func(secret string) map[string]string { return map[string]string{"Authorization": "Bearer " + secret} }
	for _, c := range []struct {
		name, method, path string
		header             map[string]string
		status             int
		body               string
	}{
		{"nobody", "GET", "/who", nil, 401, "UNAUTHENTICATED"},
		{"nobody, what is open", "GET", "/healthz", nil, 200, "alive"},
		{"a key", "GET", "/who", bearer(secret), 200, "Ada"},
		{"a key, small letters", "GET", "/who", map[string]string{"Authorization": "bearer " + secret}, 200, "Ada"},
		{"a key in a cookie", "GET", "/who", map[string]string{"Cookie": cookie + "=" + secret}, 200, "Ada"},
		{"a wrong header beside a good cookie", "GET", "/who", map[string]string{"Authorization": "Bearer x", "Cookie": cookie + "=" + secret}, 401, "not known"},
		{"half a key", "GET", "/who", bearer(secret[:20]), 401, "not known"},
		{"the hash of a key", "GET", "/who", bearer(hashOf(secret)), 401, "not known"},
		{"nothing behind Bearer", "GET", "/who", map[string]string{"Authorization": "Bearer "}, 401, "Bearer KEY"},
		{"another scheme", "GET", "/who", map[string]string{"Authorization": "Basic " + secret}, 401, "Bearer KEY"},
		{"expired", "GET", "/who", bearer(expired), 401, "expired"},
		{"revoked", "GET", "/who", bearer(revoked), 401, "revoked"},
		{"a role too low", "POST", "/import", bearer(reader), 403, `needs the role admin; \"Rea\" has the role reader`},
		{"the role", "POST", "/import", bearer(secret), 200, "imported"},
		{"a browser's page", "GET", "/who?a=1&b=2", map[string]string{"Accept": "text/html,*/*"}, 303, ""},
		{"a page of another site, signed in", "POST", "/import", map[string]string{"Cookie": cookie + "=" + secret, "Sec-Fetch-Site": "cross-site"}, 403, "another site"},
		{"an old browser there", "POST", "/import", map[string]string{"Cookie": cookie + "=" + secret, "Origin": "https://evil.example"}, 403, "another site"},
		{"a page of ours", "POST", "/import", map[string]string{"Cookie": cookie + "=" + secret, "Sec-Fetch-Site": "same-origin"}, 200, "imported"},
	} {
		response, body := g.ask(t, c.method, c.path, c.header)
		if response.status != c.status || !strings.Contains(body, c.body) {
			t.Errorf("%s: %d %s", c.name, response.status, body)
		}
		if strings.Contains(body, secret) {
			t.Errorf("%s: the answer tells a key: %s", c.name, body)
		}
	}
	response, _ := g.ask(t, "GET", "/who?a=1&b=2", map[string]string{"Accept": "text/html"})
	if at := response.header.Get("Location"); at != "/signin?next="+url.QueryEscape("/who?a=1&b=2") {
		t.Errorf("a page leads to %s", at)
	}
	g.checkLog(t, secret)
}

// checkLog looks whether writes and refusals are in the log, and no key.
func (g guarded) checkLog(t *testing.T, secret string) {
	t.Helper()
	data, err := os.ReadFile(g.log)
	if err != nil || strings.Contains(string(data), secret) {
		t.Fatalf("%v: the log has a key in it:\n%s", err, data)
	}
	done, refused := 0, 0
	for lines := bufio.NewScanner(strings.NewReader(string(data))); lines.Scan(); {
		var e Entry
		if err := json.Unmarshal(lines.Bytes(), &e); err != nil || e.At.IsZero() || e.What == "" {
			t.Errorf("%s: %v", lines.Text(), err)
		}
		if e.Refused != "" {
			refused++
		} else if e.What == "POST /import" && e.Who == "Ada" && e.Key != "" {
			done++
		}
	}
	if done != 2 || refused != 11 {
		t.Errorf("%d imports and %d refusals in the log:\n%s", done, refused, data)
	}
}

func TestSignIn(t *testing.T) {
	g := newGuarded(t)
	secret, _ := add(t, g.keys, "Ada", Reader, 0)
	post := func(key, next string) (reply, string) {
		t.Helper()
		r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, g.URL+"/signin", strings.NewReader(url.Values{"key": {key}, "next": {next}}.Encode()))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		return g.send(t, r)
	}
	response, page := post("wrong\"><script>", "/who")
	if response.status != 401 || !strings.Contains(page, "not known") || strings.Contains(page, "<script>") || len(response.set) != 0 {
		t.Errorf("a wrong key: %d %s", response.status, page)
	}
	for next, want := range map[string]string{"/who?a=1": "/who?a=1", "https://evil.example/": "/", "//evil.example": "/", `/\evil.example`: "/", "": "/", "who": "/", "/a\r\nSet-Cookie: x=y": "/"} {
		response, _ := post(secret, next)
		if response.status != 303 || response.header.Get("Location") != want {
			t.Errorf("next %q: %d to %s", next, response.status, response.header.Get("Location"))
		}
	}
	response, _ = post(" "+secret+"\n", "/who")
	set := response.set
	if len(set) != 1 || !set[0].HttpOnly || set[0].SameSite != http.SameSiteStrictMode || set[0].Secure {
		t.Fatalf("cookies %v", set)
	}
	if _, body := g.ask(t, "GET", "/who", map[string]string{"Cookie": set[0].Name + "=" + set[0].Value}); body != "Ada" {
		t.Errorf("signed in as %q", body)
	}
	out, _ := g.ask(t, "POST", "/signout", map[string]string{"Cookie": set[0].Name + "=" + set[0].Value})
	if len(out.set) != 1 || out.set[0].MaxAge >= 0 {
		t.Errorf("signed out: %v", out.set)
	}
	if response, page := g.ask(t, "GET", "/signin?next=/x", nil); response.status != 200 || !strings.Contains(page, `value="/x"`) || !strings.Contains(page, "max-width") {
		t.Errorf("the page: %d %s", response.status, page)
	}
}

// TestRevokedWhileWaiting: a subscription ends when its key does.
func TestRevokedWhileWaiting(t *testing.T) {
	g := newGuarded(t)
	secret, key := add(t, g.keys, "Ada", Reader, 0)
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, g.URL+"/wait", nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer "+secret)
	r.Header.Set("Accept", "text/event-stream")
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	lines := bufio.NewReader(response.Body)
	if line, err := lines.ReadString('\n'); err != nil || line != "waiting\n" {
		t.Fatalf("%q %v", line, err)
	}
	if err := g.keys.Revoke(key.ID); err != nil {
		t.Fatal(err)
	}
	if rest, err := io.ReadAll(lines); err != nil || len(rest) > 0 {
		t.Errorf("after the end: %q %v", rest, err)
	}
}

// TestWithoutKeys: everybody may do everything, but for pages of other sites.
func TestWithoutKeys(t *testing.T) {
	gate := NewGate(nil, nil, Pace{})
	mux := http.NewServeMux()
	mux.Handle("/import", gate.Require(Admin, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.WriteString(w, Of(r.Context()).By("typed"))
	})))
	h := gate.Protect(mux)
	for site, want := range map[string]int{"": 200, "same-origin": 200, "cross-site": 403} {
		r := httptest.NewRequest(http.MethodPost, "/import", nil)
		if site != "" {
			r.Header.Set("Sec-Fetch-Site", site)
		}
		w := httptest.NewRecorder()
		if h.ServeHTTP(w, r); w.Code != want || (want == 200 && w.Body.String() != "typed") {
			t.Errorf("%q: %d %s", site, w.Code, w.Body)
		}
	}
}

// TestPace: an address that tries keys is stopped, others and a good key behind the same address are not; a key that asks too fast is told to wait.
func TestPace(t *testing.T) {
	keys, c := newKeys(t)
	secret, _ := add(t, keys, "Ada", Reader, 0)
	h := NewGate(keys, nil, Pace{Requests: 1, Burst: 3}).Protect(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	ask := func(from, key string) int {
		r := httptest.NewRequest(http.MethodPost, "/graphql", nil)
		r.RemoteAddr = from
		r.Header.Set("Authorization", "Bearer "+key)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code == http.StatusTooManyRequests && w.Header().Get("Retry-After") == "" {
			t.Errorf("%s is not told when to come back", from)
		}
		return w.Code
	}
	statuses := map[int]int{}
	for i := range 30 {
		statuses[ask(fmt.Sprintf("[2001:db8::%x]:%d", i, 1000+i), "guess")]++ // one network
	}
	if statuses[401] != failedAttempts || statuses[429] != 20 {
		t.Errorf("guesses: %v", statuses)
	}
	if got := ask("[2001:db8:1::1]:1", "guess"); got != 401 {
		t.Errorf("another network: %d", got)
	}
	for want, n := range map[int]int{200: 3} {
		for range n {
			if got := ask("[2001:db8::7]:1", secret); got != want {
				t.Errorf("a good key from there: %d", got)
			}
		}
	}
	if got := ask("198.51.100.7:1", secret); got != 429 {
		t.Errorf("too fast: %d", got)
	}
	c.at = c.at.Add(time.Second)
	if got := ask("198.51.100.7:1", secret); got != 200 {
		t.Errorf("a second later: %d", got)
	}
	c.at = c.at.Add(attemptEvery)
	if got := ask("[2001:db8::1]:1", "guess"); got != 401 {
		t.Errorf("after a while: %d", got)
	}
}
