package main

import (
	"bytes"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sayso/internal/access"
)

// TestDoorway: who is asked for a key, by the address and the flags.
func TestDoorway(t *testing.T) {
	local := &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 8080}
	all, lan, local6 := &net.TCPAddr{IP: net.IPv6zero, Port: 8080}, &net.TCPAddr{IP: net.IPv4(192, 168, 1, 4), Port: 8080}, &net.TCPAddr{IP: net.IPv6loopback}
	empty, some, ended, damaged := t.TempDir(), t.TempDir(), t.TempDir(), t.TempDir()
	if _, _, err := access.OpenKeys(filepath.Join(some, access.File), time.Now).Add("Ada", access.Admin, 0); err != nil {
		t.Fatal(err)
	}
	keys := access.OpenKeys(filepath.Join(ended, access.File), time.Now)
	_, key, err := keys.Add("Ada", access.Admin, 0)
	if err != nil || keys.Revoke(key.ID) != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(damaged, access.File), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	provider := providerFlags{Issuer: "https://id.example", ClientID: "c", Roles: []string{"cn=heads,ou=desk=admin"}}
	lost, misspelt, plain, bossy := provider, provider, provider, provider
	lost.Issuer, misspelt.Roles, plain.Issuer, bossy.Roles = "", []string{"heads"}, "http://id.example", []string{"heads=boss"}
	for _, c := range []struct {
		name      string
		at        net.Addr
		data      string
		flags     accessFlags
		protected bool
		fault     string
		only      []string
	}{
		{"known operations only, without keys", local, empty, accessFlags{}, false, "give --auth too", []string{"own"}},
		{"known operations only", local, some, accessFlags{Auth: true}, true, "", []string{"own"}},
		{"loopback", local, empty, accessFlags{}, false, "", nil},
		{"loopback, version 6", local6, empty, accessFlags{}, false, "", nil},
		{"loopback with --auth", local, some, accessFlags{Auth: true}, true, "", nil},
		{"loopback with --auth, no key", local, empty, accessFlags{Auth: true}, false, "sayso keys add", nil},
		{"everywhere, no key", all, empty, accessFlags{}, false, "--insecure", nil},
		{"a network, no key", lan, empty, accessFlags{}, false, "sayso keys add", nil},
		{"everywhere, only a revoked key", all, ended, accessFlags{}, false, "none in", nil},
		{"everywhere, a damaged file", all, damaged, accessFlags{}, false, "damaged", nil},
		{"everywhere", all, some, accessFlags{}, true, "", nil},
		{"everywhere, another file", all, empty, accessFlags{Keys: filepath.Join(some, access.File)}, true, "", nil},
		{"everywhere with --insecure", all, empty, accessFlags{Insecure: true}, false, "", nil},
		{"everywhere, a provider and no key", all, empty, accessFlags{providerFlags: provider}, true, "", nil},
		{"a provider, on loopback", local, empty, accessFlags{providerFlags: provider}, true, "", nil},
		{"a provider and a damaged file", all, damaged, accessFlags{providerFlags: provider}, false, "damaged", nil},
		{"a provider and --insecure", all, empty, accessFlags{Insecure: true, providerFlags: provider}, false, "give one of them", nil},
		{"a provider without an address", all, some, accessFlags{providerFlags: lost}, false, "--oidc-issuer", nil},
		{"a provider without TLS", all, some, accessFlags{providerFlags: plain}, false, "is no issuer", nil},
		{"a role without a name", all, some, accessFlags{providerFlags: misspelt}, false, "VALUE=ROLE", nil},
		{"a role that is none", all, some, accessFlags{providerFlags: bossy}, false, "is no role", nil},
		{"both", local, some, accessFlags{Insecure: true, Auth: true}, false, "give one of them", nil},
	} {
		var out bytes.Buffer
		d, err := openDoorway(settings{Listen: c.at.String(), Data: c.data, accessFlags: c.flags, OnlyOperations: c.only}, c.at, &out)
		if (err == nil) != (c.fault == "") || (err != nil && !strings.Contains(err.Error(), c.fault)) {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if err == nil && d.protected != c.protected {
			t.Errorf("%s: protected %v", c.name, d.protected)
		}
		if exposed := c.flags.Insecure && err == nil; exposed != d.exposed || exposed != strings.Contains(out.String(), "WARNING") {
			t.Errorf("%s: exposed %v, says %q", c.name, d.exposed, out.String())
		}
		_ = d.audit.Close()
	}
}

// TestExposedPages: a server that everybody may change says so on each page, and one that asks for keys leads to the sign-in.
func TestExposedPages(t *testing.T) {
	open := func(d doorway) *site {
		t.Helper()
		s := newSite(&net.TCPAddr{IP: net.IPv4zero}, d)
		if err := s.open(http.NotFoundHandler(), nil, health{}, ""); err != nil {
			t.Fatal(err)
		}
		return s
	}
	exposed := unguarded()
	exposed.exposed = true
	for _, page := range []string{"/", "/about", "/plain", "/graphiql", "/actor/x"} {
		if w := get(open(exposed), "http://any.example"+page); !strings.Contains(w.Body.String(), "asks nobody for a key") {
			t.Errorf("%s of an exposed server says nothing of it", page)
		}
		if w := get(open(unguarded()), "http://any.example"+page); strings.Contains(w.Body.String(), "asks nobody for a key") {
			t.Errorf("%s of a server on loopback is called exposed", page)
		}
	}
	keys := access.OpenKeys(filepath.Join(t.TempDir(), access.File), time.Now)
	guarded := open(doorway{gate: access.NewGate(keys, nil, access.Pace{}), protected: true})
	secret, _, err := keys.Add("Ada", access.Reader, 0)
	if err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequest(http.MethodGet, "http://any.example/about", nil)
	r.AddCookie(&http.Cookie{Name: "sayso_key", Value: secret})
	w := httptest.NewRecorder()
	if guarded.ServeHTTP(w, r); !strings.Contains(w.Body.String(), `action="/signout"`) {
		t.Errorf("nobody who is signed in can sign out: %d", w.Code)
	}
	for page, want := range map[string]int{"/": 401, "/graphql": 401, "/export/csv": 401, "/import": 401, "/check": 401, "/version": 401, "/reconcile": 401, "/assets/x.js": 401, "/signin": 200, "/healthz": 200} {
		if w := get(guarded, "http://any.example"+page); w.Code != want {
			t.Errorf("%s without a key: %d, want %d", page, w.Code, want)
		}
	}
}
