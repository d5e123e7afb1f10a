package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"sayso/internal/access"
	"sayso/internal/kg"
)

func get(h http.Handler, url string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, url, nil))
	return w
}

func TestSite(t *testing.T) {
	s := newSite(&net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 8080}, unguarded())
	for path, status := range map[string]int{"/healthz": 200, "/readyz": 503, "/graphql": 503, "/": 503} {
		if w := get(s, "http://localhost:8080"+path); w.Code != status {
			t.Errorf("before the start %s gives %d, want %d", path, w.Code, status)
		}
	}
	var broken error
	api := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusTeapot) })
	h := health{graph: func(context.Context) error { return broken }, warm: new(atomic.Bool), warming: new(atomic.Bool)}
	if err := s.open(api, nil, h, "http://127.0.0.1:7474/browser/"); err != nil {
		t.Fatal(err)
	}
	for path, status := range map[string]int{"/healthz": 200, "/readyz": 200, "/graphql": 418, "/": 200, "/graphiql": 200, "/nothing": 404} {
		if w := get(s, "http://localhost:8080"+path); w.Code != status {
			t.Errorf("%s gives %d, want %d", path, w.Code, status)
		}
	}
	for _, c := range []struct {
		warming, warm bool
		want          int
	}{{true, false, 503}, {false, true, 200}, {false, false, 200}} { // the last: the warm-up failed, or there is none
		h.warming.Store(c.warming)
		h.warm.Store(c.warm)
		if w := get(s, "http://localhost:8080/readyz?warm"); w.Code != c.want || !strings.Contains(w.Body.String(), fmt.Sprintf(`"warm":%v`, c.warm)) {
			t.Errorf("/readyz?warm gives %d %s for %+v", w.Code, w.Body, c)
		}
		if w := get(s, "http://localhost:8080/readyz"); w.Code != 200 {
			t.Errorf("/readyz gives %d for %+v", w.Code, c)
		}
	}
	if page := get(s, "http://localhost/about").Body.String(); !strings.Contains(page, "http://127.0.0.1:7474/browser/") || !strings.Contains(page, "/graphiql") {
		t.Error("/about does not say where things are")
	}
	broken = errors.New("down: bolt://10.0.0.1")
	if w := get(s, "http://localhost/readyz"); w.Code != 503 || strings.Contains(w.Body.String(), "10.0.0.1") {
		t.Errorf("/readyz with a broken graph: %d %s", w.Code, w.Body)
	}
}

func TestSiteAnswersToLocalNamesOnly(t *testing.T) {
	s := newSite(&net.TCPAddr{IP: net.IPv4(127, 0, 0, 1)}, unguarded())
	for host, status := range map[string]int{"localhost": 200, "127.0.0.1:8080": 200, "[::1]:8080": 200, "sayso.localhost": 200,
		"evil.example": 403, "127.0.0.1.evil.example": 403, "localhost.evil.example:8080": 403, "10.0.0.1": 403} {
		r := httptest.NewRequest(http.MethodGet, "/healthz", nil)
		r.Host = host
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		if w.Code != status {
			t.Errorf("%s gives %d, want %d", host, w.Code, status)
		}
	}
	if w := get(newSite(&net.TCPAddr{IP: net.IPv4zero}, unguarded()), "http://any.example/healthz"); w.Code != 200 {
		t.Errorf("a server for all gives %d", w.Code)
	}
}

func TestSettings(t *testing.T) {
	good := settings{Listen: "127.0.0.1:0", Timeout: 1, IngestTimeout: 1, MaxBody: 1, MaxDepth: 1, MaxCost: 1, MaxAliases: 1}
	if err := good.AfterApply(); err != nil {
		t.Error(err)
	}
	noPort, noTime, noShare, beyond := good, good, good, 1.5
	noPort.Listen, noTime.Timeout, noShare.Least = "localhost", 0, &beyond
	for _, s := range []settings{noPort, noTime, noShare} {
		if err := s.AfterApply(); kg.CodeOf(err) != kg.Invalid {
			t.Errorf("%+v: %v", s, err)
		}
	}
}

// TestUsersGoFirst: the warm-up waits while a user's request is under way, but not for a subscription, and not for ever.
func TestUsersGoFirst(t *testing.T) {
	release := make(chan struct{})
	w := &warmUp{api: http.HandlerFunc(func(http.ResponseWriter, *http.Request) { <-release })}
	send := func(accept string) {
		r := httptest.NewRequest(http.MethodPost, "/graphql", nil)
		r.Header.Set("Accept", accept)
		w.counted(httptest.NewRecorder(), r)
	}
	waited := func() chan struct{} {
		done := make(chan struct{})
		go func() { defer close(done); w.letUsersGoFirst(context.Background()) }()
		return done
	}
	go send("text/event-stream")
	<-waited()
	answered := make(chan struct{})
	go func() { defer close(answered); send("application/json") }()
	for w.waiting.Load() == 0 {
		time.Sleep(time.Millisecond)
	}
	pause := waited()
	select {
	case <-pause:
		t.Error("the warm-up did not wait")
	case <-time.After(5 * glance):
	}
	close(release)
	<-answered
	<-pause
}

// unguarded is the way into a server that asks for no keys.
func unguarded() doorway { return doorway{gate: access.NewGate(nil, nil, access.Pace{})} }
