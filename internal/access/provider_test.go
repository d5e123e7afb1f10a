package access

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/go-jose/go-jose/v4"

	"sayso/internal/access/accesstest"
	"sayso/internal/kg"
)

// groups are the provider's roles in tests and what they mean here.
var groups = map[string]Role{"desk-readers": Reader, "desk-editors": Curator, "desk-heads": Admin, "wire": Ingester}

// trusted is a provider that a server trusts, at a clock that a test moves.
type trusted struct {
	*accesstest.Provider
	here  *Provider
	clock *clock
}

func newTrusted(t *testing.T, change func(*ProviderOptions)) trusted {
	t.Helper()
	c := &clock{at: time.Date(2026, 11, 29, 12, 0, 0, 0, time.UTC)}
	p := accesstest.New(t, c.now)
	o := ProviderOptions{Issuer: p.URL, ClientID: accesstest.Client, Roles: groups, PublicURL: "http://127.0.0.1:1", Now: c.now}
	if change != nil {
		change(&o)
	}
	here, err := NewProvider(o)
	if err != nil {
		t.Fatal(err)
	}
	return trusted{p, here, c}
}

// with gives usual claims, changed.
func (p trusted) with(changes map[string]any) map[string]any {
	claims := p.Usual("ada", "desk-editors")
	for name, value := range changes {
		if claims[name] = value; value == nil {
			delete(claims, name)
		}
	}
	return claims
}

// TestToken: whose word is taken, and what each other token is refused with.
func TestToken(t *testing.T) {
	p := newTrusted(t, nil)
	now := p.clock.at
	stranger := accesstest.New(t, p.clock.now)
	secret := jose.JSONWebKey{Key: p.PublicKey(), KeyID: p.KeyID()}
	good := p.Signed(p.with(nil))
	head, rest, _ := strings.Cut(good, ".")
	body, signature, _ := strings.Cut(rest, ".")
	for _, c := range []struct {
		name, token, fault string
		code               kg.Code
	}{
		{"good", good, "", ""},
		{"several audiences", p.Signed(p.with(map[string]any{"aud": []string{"other", accesstest.Client}})), "", ""},
		{"a clock that is behind", p.Signed(p.with(map[string]any{"exp": now.Add(-50 * time.Second).Unix()})), "", ""},
		{"one that is ahead", p.Signed(p.with(map[string]any{"nbf": now.Add(50 * time.Second).Unix()})), "", ""},
		{"expired", p.Signed(p.with(map[string]any{"exp": now.Add(-2 * time.Minute).Unix()})), "expired", kg.Unauthenticated},
		{"without an end", p.Signed(p.with(map[string]any{"exp": nil})), "expired", kg.Unauthenticated},
		{"of later", p.Signed(p.with(map[string]any{"nbf": now.Add(10 * time.Minute).Unix()})), "not valid", kg.Unauthenticated},
		{"another audience", p.Signed(p.with(map[string]any{"aud": "payroll"})), "meant for payroll", kg.Unauthenticated},
		{"no audience", p.Signed(p.with(map[string]any{"aud": nil})), "audience is " + accesstest.Client, kg.Unauthenticated},
		{"another issuer", p.Signed(p.with(map[string]any{"iss": "https://evil.example"})), "issued and signed by " + p.URL, kg.Unauthenticated},
		{"another provider's key", stranger.Signed(p.with(nil)), "not valid", kg.Unauthenticated},
		{"nobody's signature", accesstest.Unsigned(p.with(nil)), "not valid", kg.Unauthenticated},
		{"the public key as a secret", accesstest.Sign(jose.HS256, secret, p.with(nil)), "not valid", kg.Unauthenticated},
		{"a signature of another text", head + "." + body[:len(body)-4] + "AAAA." + signature, "not valid", kg.Unauthenticated},
		{"a cut signature", good[:len(good)-9], "not valid", kg.Unauthenticated},
		{"no signature", head + "." + body + ".", "not valid", kg.Unauthenticated},
		{"no token", "letmein", "neither a key of this server nor a token", kg.Unauthenticated},
		{"an endless one", strings.Repeat("a.", 2) + strings.Repeat("a", longestToken), "neither", kg.Unauthenticated},
		{"nobody", p.Signed(p.with(map[string]any{"sub": ""})), "names nobody", kg.Unauthenticated},
		{"no role", p.Signed(p.with(map[string]any{"roles": []string{"cantina"}})), "the token has cantina", kg.Forbidden},
		{"no roles at all", p.Signed(p.with(map[string]any{"roles": nil})), "the token has none", kg.Forbidden},
		{"roles of another form", p.Signed(p.with(map[string]any{"roles": map[string]any{"desk-heads": true}})), "no role", kg.Forbidden},
		{"a role's name of ours", p.Signed(p.with(map[string]any{"roles": "ADMIN"})), "no role", kg.Forbidden},
	} {
		who, err := p.here.Token(t.Context(), c.token)
		if c.fault == "" {
			if want := (Principal{Name: "ada@desk", Key: "oidc:ada", Role: Curator}); err != nil || who != want {
				t.Errorf("%s: %+v %v", c.name, who, err)
			}
			continue
		}
		var own *kg.Error
		if !errors.As(err, &own) || own.Code != c.code || !strings.Contains(own.Message, c.fault) || who != (Principal{}) {
			t.Errorf("%s: %+v %v", c.name, who, err)
		}
	}
}

// TestClaims: where roles and names stand is the operator's to say; names from outside fit on a line.
func TestClaims(t *testing.T) {
	for _, c := range []struct {
		roleClaim, nameClaim string
		claims               map[string]any
		want                 Principal
	}{
		{"", "", map[string]any{"roles": []any{"wire", "desk-heads", 7, "desk-readers"}}, Principal{"ada@desk", "oidc:ada", Admin}},
		{"realm_access.roles", "", map[string]any{"realm_access": map[string]any{"roles": []string{"wire"}}}, Principal{"ada@desk", "oidc:ada", Ingester}},
		{"https://desk.example/roles", "", map[string]any{"https://desk.example/roles": "desk-readers"}, Principal{"ada@desk", "oidc:ada", Reader}},
		{"scope", "", map[string]any{"scope": "openid desk-editors"}, Principal{"ada@desk", "oidc:ada", Curator}},
		{"", "email", map[string]any{"email": "ada@example.org"}, Principal{"ada@example.org", "oidc:ada", Curator}},
		{"", "email", map[string]any{"email": 7}, Principal{"ada", "oidc:ada", Curator}},
		{"", "", map[string]any{"preferred_username": " A\u202eda\r\n\x00 Byron\u2028"}, Principal{"A da Byron", "oidc:ada", Curator}},
		{"", "", map[string]any{"preferred_username": strings.Repeat("ä", 300)}, Principal{strings.Repeat("ä", 100), "oidc:ada", Curator}},
	} {
		p := newTrusted(t, func(o *ProviderOptions) { o.RoleClaim, o.NameClaim = c.roleClaim, c.nameClaim })
		if who, err := p.here.Token(t.Context(), p.Signed(p.with(c.claims))); err != nil || who != c.want {
			t.Errorf("%v: %+v %v", c.claims, who, err)
		}
	}
}

// TestRotation: a new key is found once, a withdrawn one is forgotten, and unknown keys do not have the provider asked again and again.
func TestRotation(t *testing.T) {
	p := newTrusted(t, nil)
	old := p.Signed(p.with(nil))
	ask := func(token string) error { _, err := p.here.Token(context.Background(), token); return err }
	if err := ask(old); err != nil {
		t.Fatal(err)
	}
	stranger := accesstest.New(t, p.clock.now)
	stranger.Rotate("unknown")
	for range 50 {
		if err := ask(stranger.Signed(p.with(nil))); kg.CodeOf(err) != kg.Unauthenticated {
			t.Fatalf("an unknown key: %v", err)
		}
	}
	if n := p.Times("/keys"); n != 1 {
		t.Errorf("the keys were fetched %d times for 51 tokens", n)
	}
	p.Rotate("second")
	p.clock.at = p.clock.at.Add(fetchEvery)
	if err := ask(p.Signed(p.with(nil))); err != nil {
		t.Errorf("a new key: %v", err)
	}
	for end := time.Now().Add(5 * time.Second); ask(old) == nil; time.Sleep(time.Millisecond) { // go-oidc answers before it keeps the new keys
		if time.Now().After(end) {
			t.Fatal("the withdrawn key is still trusted")
		}
	}
	p.clock.at = p.clock.at.Add(staleFor / 2) // asked anew by now
	p.Set(func(p *accesstest.Provider) { p.Down = true })
	for range 2 {
		if err := ask(p.Signed(p.with(nil))); err != nil {
			t.Errorf("while the provider is down: %v", err)
		}
	}
	if p := newTrusted(t, nil); true {
		p.Set(func(p *accesstest.Provider) { p.Down = true })
		for range 5 {
			if _, err := p.here.Token(t.Context(), p.Signed(p.with(nil))); kg.CodeOf(err) != kg.Unavailable {
				t.Errorf("a provider that is down from the start: %v", err)
			}
		}
		if n := p.Times("/.well-known/openid-configuration"); n != 1 {
			t.Errorf("asked %d times while it was down", n)
		}
	}
	impostor := newTrusted(t, nil)
	impostor.Set(func(p *accesstest.Provider) { p.Issuer = "https://evil.example" })
	if _, err := impostor.here.Token(t.Context(), impostor.Signed(impostor.with(nil))); kg.CodeOf(err) != kg.Unavailable {
		t.Errorf("a provider that says it is another: %v", err)
	}
}

// TestProviderOptions: what cannot work is refused before the server starts, with advice.
func TestProviderOptions(t *testing.T) {
	good := ProviderOptions{Issuer: "https://id.example", ClientID: "c", Roles: groups}
	if _, err := NewProvider(good); err != nil {
		t.Error(err)
	}
	for want, change := range map[string]func(*ProviderOptions){
		"is no issuer":             func(o *ProviderOptions) { o.Issuer = "http://id.example" },
		"is no issuer;":            func(o *ProviderOptions) { o.Issuer = "" },
		"needs a client id":        func(o *ProviderOptions) { o.ClientID = "" },
		"would have a role":        func(o *ProviderOptions) { o.Roles = nil },
		"lasts up to 24h":          func(o *ProviderOptions) { o.Session = 48 * time.Hour },
		"is no public address":     func(o *ProviderOptions) { o.PublicURL = "http://sayso.example" },
		"is no public address of ": func(o *ProviderOptions) { o.PublicURL = "https://sayso.example/deep" },
	} {
		o := good
		change(&o)
		if _, err := NewProvider(o); kg.CodeOf(err) != kg.Invalid || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", want, err)
		}
	}
}

// browser is one that follows redirects and keeps cookies.
func browser(t *testing.T) *http.Client {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return &http.Client{Jar: jar}
}

// shown is where a browser ended, and the headers there.
type shown struct {
	at     *url.URL
	header http.Header
}

func visit(t *testing.T, b *http.Client, method, address string) (shown, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Accept", "text/html")
	response, err := b.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return shown{response.Request.URL, response.Header}, string(body)
}

// newSigningIn is a guarded server whose browsers sign in at a provider.
func newSigningIn(t *testing.T) (guarded, trusted) {
	t.Helper()
	g := newGuarded(t)
	p := newTrusted(t, func(o *ProviderOptions) { o.PublicURL = g.URL; o.Now = g.clock.now })
	p.Set(func(p *accesstest.Provider) {
		p.Now = g.clock.now
		p.Claims = map[string]any{"roles": []string{"desk-readers"}}
	})
	p.clock = g.clock
	g.gate.Trusting(p.here)
	g.Config.Handler = g.gate.Protect(g.pages, "/healthz")
	return g, p
}

// TestBrowserSignIn: there and back, a session that ends when it is ended or over.
func TestBrowserSignIn(t *testing.T) {
	g, _ := newSigningIn(t)
	b := browser(t)
	_, page := visit(t, b, http.MethodGet, g.URL+"/who?a=1")
	if !strings.Contains(page, `href="/signin/provider?next=%2fwho%3fa%3d1"`) && !strings.Contains(page, `href="/signin/provider?next=%2Fwho%3Fa%3D1"`) {
		t.Fatalf("the page does not lead to the provider: %s", page)
	}
	response, page := visit(t, b, http.MethodGet, g.URL+leavePath+"?next=%2Fwho%3Fa%3D1")
	if page != "ada@desk" || response.at.RequestURI() != "/who?a=1" {
		t.Fatalf("signed in as %q at %s", page, response.at)
	}
	if _, page := visit(t, browser(t), http.MethodGet, g.URL+"/who"); page == "ada@desk" {
		t.Error("another browser is signed in too")
	}
	at, _ := url.Parse(g.URL)
	stolen := b.Jar.Cookies(at)
	if _, page = visit(t, b, http.MethodPost, g.URL+"/signout"); !strings.Contains(page, "signed out") || !strings.Contains(page, "/out?client_id="+accesstest.Client) {
		t.Errorf("signed out: %s", page)
	}
	thief := browser(t)
	thief.Jar.SetCookies(at, stolen)
	if _, page := visit(t, thief, http.MethodGet, g.URL+"/who"); page == "ada@desk" {
		t.Error("the session lives on after signing out")
	}
	if _, page = visit(t, b, http.MethodGet, g.URL+leavePath); page == "" {
		t.Error("nobody signs in again")
	}
	if _, page = visit(t, b, http.MethodGet, g.URL+"/who"); page != "ada@desk" {
		t.Errorf("again: %s", page)
	}
	g.clock.at = g.clock.at.Add(time.Hour)
	if _, page = visit(t, b, http.MethodGet, g.URL+"/who"); page == "ada@desk" {
		t.Error("the session does not end")
	}
}

// TestBrowserSignInRefused: what a thief, a stranger or a faulty provider sends opens no session.
func TestBrowserSignInRefused(t *testing.T) {
	g, p := newSigningIn(t)
	for want, spoil := range map[string]func(map[string]any){
		"belongs to another sign-in": func(c map[string]any) { c["nonce"] = "another" },
		"another sign-in":            func(c map[string]any) { delete(c, "nonce") },
		"meant for payroll":          func(c map[string]any) { c["aud"] = "payroll" },
		"has expired":                func(c map[string]any) { c["exp"] = g.clock.at.Add(-time.Hour).Unix() },
		"issued and signed by":       func(c map[string]any) { c["iss"] = "https://evil.example" },
		"another program (payroll)":  func(c map[string]any) { c["azp"] = "payroll" },
		"another program":            func(c map[string]any) { c["aud"] = []string{accesstest.Client, "payroll"} },
		"the token has cantina":      func(c map[string]any) { c["roles"] = "cantina" },
		"&lt;script&gt;":             func(c map[string]any) { c["roles"] = "<script>" },
	} {
		p.Set(func(p *accesstest.Provider) { p.Spoil = spoil })
		b := browser(t)
		if _, page := visit(t, b, http.MethodGet, g.URL+leavePath); !strings.Contains(page, "Not signed in") || !strings.Contains(page, want) {
			t.Errorf("%s: %s", want, page)
		}
		if _, page := visit(t, b, http.MethodGet, g.URL+"/who"); page == "ada@desk" {
			t.Errorf("%s: signed in", want)
		}
		g.clock.at = g.clock.at.Add(time.Minute) // or the address has failed too often
	}
	p.Set(func(p *accesstest.Provider) { p.Spoil = nil })
	g.clock.at = g.clock.at.Add(time.Hour)

	b := browser(t)
	var callback string
	b.CheckRedirect = func(r *http.Request, _ []*http.Request) error {
		if r.URL.Path == callbackPath && callback == "" {
			callback = r.URL.String()
			return http.ErrUseLastResponse
		}
		return nil
	}
	visit(t, b, http.MethodGet, g.URL+leavePath)
	if callback == "" {
		t.Fatal("the browser was not sent back")
	}
	if _, page := visit(t, browser(t), http.MethodGet, callback); !strings.Contains(page, "not begun in this browser") {
		t.Errorf("another browser's answer: %s", page)
	}
	at, _ := url.Parse(callback)
	query := at.Query()
	query.Set("state", query.Get("state")+"x")
	if _, page := visit(t, b, http.MethodGet, g.URL+callbackPath+"?"+query.Encode()); !strings.Contains(page, "not begun in this browser") {
		t.Errorf("another state: %s", page)
	}
	if _, page := visit(t, b, http.MethodGet, callback); page == "" {
		t.Error("no page after signing in")
	}
	if _, page := visit(t, b, http.MethodGet, g.URL+"/who"); page != "ada@desk" {
		t.Errorf("the real answer: %s", page)
	}
	if _, page := visit(t, b, http.MethodGet, callback); !strings.Contains(page, "was used before") {
		t.Errorf("the same answer again: %s", page)
	}
	for query, want := range map[string]string{"error=access_denied&error_description=no+%3Cb%3E": "access_denied: no &lt;b&gt;", "code=made-up": "did not confirm", "iss=https://evil.example&code=x": "another provider"} {
		state := leaveOnly(t, b, g)
		if _, page := visit(t, b, http.MethodGet, g.URL+callbackPath+"?state="+state+"&"+query); !strings.Contains(page, want) {
			t.Errorf("%s: %s", query, page)
		}
	}
	state := leaveOnly(t, b, g)
	g.clock.at = g.clock.at.Add(signInTime)
	if _, page := visit(t, b, http.MethodGet, g.URL+callbackPath+"?code=x&state="+state); !strings.Contains(page, "took too long") {
		t.Errorf("too late: %s", page)
	}
}

// leaveOnly begins a sign-in and gives its state.
func leaveOnly(t *testing.T, b *http.Client, g guarded) (state string) {
	t.Helper()
	once := *b
	once.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	response, _ := visit(t, &once, http.MethodGet, g.URL+leavePath)
	at, err := url.Parse(response.header.Get("Location"))
	if err != nil || at.Query().Get("state") == "" || at.Query().Get("nonce") == "" {
		t.Fatalf("%v: left for %s", err, at)
	}
	return at.Query().Get("state")
}

// TestCookiesOverTLS: a session's cookie is no script's, goes over TLS only there, and no other host can have set it.
func TestCookiesOverTLS(t *testing.T) {
	g, _ := newSigningIn(t)
	response, _ := g.ask(t, http.MethodGet, leavePath, map[string]string{"X-Forwarded-Proto": "https"})
	if len(response.set) != 1 {
		t.Fatalf("cookies: %v", response.set)
	}
	if c := response.set[0]; c.Name != "__Host-"+leavingCookie || !c.HttpOnly || !c.Secure || c.SameSite != http.SameSiteLaxMode || c.Path != "/" {
		t.Errorf("the cookie: %v", c)
	}
}

// TestSessionsBounded: one person cannot fill the server with sessions, nor end those of others.
func TestSessionsBounded(t *testing.T) {
	c := &clock{at: time.Now()}
	s := newSessions(c.now)
	other := s.begin(Principal{Name: "Bo", Key: "oidc:bo", Role: Reader}, c.at.Add(time.Hour))
	ada := Principal{Name: "Ada", Key: "oidc:ada", Role: Reader}
	first := s.begin(ada, c.at.Add(time.Hour))
	for range 3 * sessionsOfOne {
		s.begin(ada, c.at.Add(time.Hour))
	}
	if _, ok := s.find(first); ok || s.kept.Len() != sessionsOfOne+1 {
		t.Errorf("%d sessions are kept", s.kept.Len())
	}
	if who, ok := s.find(other); !ok || who.Name != "Bo" {
		t.Errorf("another's session: %v %v", who, ok)
	}
	for i := range rememberedSessions + 10 {
		s.begin(Principal{Key: fmt.Sprint(i), Role: Reader}, c.at.Add(time.Hour))
	}
	if s.kept.Len() != rememberedSessions || len(s.ofOne) > rememberedSessions {
		t.Errorf("%d sessions, %d people", s.kept.Len(), len(s.ofOne))
	}
}

// TestKeysAddedAtOnce: of many programs that make a key at the same moment none loses another's.
func TestKeysAddedAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), File)
	var all sync.WaitGroup
	for i := range 40 {
		all.Go(func() {
			if _, _, err := OpenKeys(path, time.Now).Add(fmt.Sprint("key ", i), Reader, 0); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	keys, err := OpenKeys(path, time.Now).All()
	if err != nil || len(keys) != 40 {
		t.Errorf("%d keys of 40: %v", len(keys), err)
	}
	if err := os.Chmod(filepath.Dir(path), 0o500); err != nil || os.Getuid() == 0 {
		return // root writes everywhere
	}
	if _, _, err := OpenKeys(filepath.Join(filepath.Dir(path), "other"), time.Now).Add("x", Reader, 0); kg.CodeOf(err) != kg.Unavailable {
		t.Errorf("a folder that cannot be written: %v", err)
	}
}
