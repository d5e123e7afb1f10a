package fetch

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"

	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"testing"
	"time"

	"sayso/internal/kg"
)

// hostile is a server that does what servers should not.
func hostile(t *testing.T) *httptest.Server {
	t.Helper()
	done := make(chan struct{})
	var server *httptest.Server
	pages := map[string]http.HandlerFunc{
		"/plain": func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "text") },
		"/moved": func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/plain", http.StatusFound) },
		"/round": func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/round", http.StatusFound) },
		"/to": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Location", r.URL.Query().Get("at"))
			w.WriteHeader(http.StatusFound)
		},
		"/bomb": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			z := gzip.NewWriter(w)
			_, _ = io.Copy(z, io.LimitReader(zeros{}, 64<<20))
			_ = z.Close()
		},
		"/endless": func(w http.ResponseWriter, r *http.Request) {
			for r.Context().Err() == nil {
				if _, err := w.Write(bytes.Repeat([]byte("x"), 1<<16)); err != nil {
					return
				}
			}
		},
		"/drip": func(w http.ResponseWriter, r *http.Request) {
			for {
				_, _ = io.WriteString(w, "x")
				w.(http.Flusher).Flush()
				select {
				case <-time.After(20 * time.Millisecond):
				case <-r.Context().Done():
					return
				}
			}
		},
		"/silent": func(_ http.ResponseWriter, r *http.Request) {
			select {
			case <-r.Context().Done():
			case <-done:
			}
		},
		"/head": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("X-Long", strings.Repeat("x", largestHead+1))
		},
		"/gone": func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusGone) },
		"/cut": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "100")
			_, _ = io.WriteString(w, "only this")
		},
		"/badgzip": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			_, _ = io.WriteString(w, "no gzip")
		},
	}
	server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if page, ok := pages[r.URL.Path]; ok {
			page(w, r)
			return
		}
		w.WriteHeader(http.StatusNotFound)
	}))
	t.Cleanup(func() { close(done); server.Close() })
	return server
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

// reaching makes a client that may reach one server of this machine and nothing else of it.
func reaching(server *httptest.Server) *Client {
	at := netip.MustParseAddrPort(server.Listener.Addr().String())
	return New(Options{Largest: 1 << 20, Time: 2 * time.Second, Except: func(a netip.AddrPort) bool { return a == at }})
}

// TestGet: a page is fetched, also through a redirect, and its last address is told.
func TestGet(t *testing.T) {
	server := hostile(t)
	for _, path := range []string{"/plain", "/moved"} {
		page, err := reaching(server).Get(context.Background(), server.URL+path)
		if err != nil || string(page.Body) != "text" || page.URL != server.URL+"/plain" || !strings.HasPrefix(page.ContentType, "text/plain") {
			t.Errorf("%s: %+v %v", path, page, err)
		}
	}
	if _, err := New(Options{}).Get(context.Background(), server.URL+"/plain"); kg.CodeOf(err) != kg.Invalid || !strings.Contains(err.Error(), "--private-addresses") {
		t.Errorf("this machine: %v", err)
	}
	if _, err := New(Options{Private: true}).Get(context.Background(), server.URL+"/plain"); err != nil {
		t.Errorf("this machine, allowed: %v", err)
	}
}

// TestHostileAddresses: no address, name or redirect leads into this machine or its network, and no server can send more, or take longer, than is allowed.
func TestHostileAddresses(t *testing.T) {
	server := hostile(t)
	other := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("the other server was reached") }))
	defer other.Close()
	_, port, _ := net.SplitHostPort(other.Listener.Addr().String())
	c := reaching(server)
	for address, want := range map[string]kg.Code{
		"http://127.0.0.1:" + port:                                  kg.Invalid,
		"http://127.0.0.2:" + port:                                  kg.Invalid,
		"http://localhost:" + port:                                  "", // where it leads is found out when it is dialled
		"http://[::1]:" + port:                                      kg.Invalid,
		"http://[::ffff:127.0.0.1]:" + port:                         kg.Invalid,
		"http://[::ffff:7f00:1]:" + port:                            kg.Invalid,
		"http://[64:ff9b::7f00:1]:" + port:                          kg.Invalid,
		"http://[2002:7f00:1::]:" + port:                            kg.Invalid,
		"http://[fe80::1%25lo]:" + port:                             kg.Invalid,
		"http://[fd00::1]/":                                         kg.Invalid,
		"http://0.0.0.0:" + port:                                    kg.Invalid,
		"http://[::]:" + port:                                       kg.Invalid,
		"http://2130706433:" + port:                                 "",
		"http://0x7f.1:" + port:                                     "",
		"http://127.1:" + port:                                      "",
		"http://169.254.169.254/latest/meta-data/":                  kg.Invalid,
		"http://10.0.0.1/":                                          kg.Invalid,
		"http://192.168.1.1/":                                       kg.Invalid,
		"http://172.31.255.255/":                                    kg.Invalid,
		"http://100.64.0.1/":                                        kg.Invalid,
		"http://224.0.0.1/":                                         kg.Invalid,
		"http://user:secret@example.org/":                           kg.Invalid,
		"file:///etc/passwd":                                        kg.Invalid,
		"gopher://example.org/":                                     kg.Invalid,
		"http://":                                                   kg.Invalid,
		"http://exa mple.org/":                                      kg.Invalid,
		"http://no-such-host.invalid/":                              kg.Unavailable,
		server.URL + "/to?at=http://127.0.0.1:" + port:              kg.Invalid,
		server.URL + "/to?at=http://[::ffff:127.0.0.1]:" + port:     kg.Invalid,
		server.URL + "/to?at=http://localhost:" + port:              "",
		server.URL + "/to?at=file:///etc/passwd":                    kg.Invalid,
		server.URL + "/to?at=http://169.254.169.254/":               kg.Invalid,
		server.URL + "/to?at=http://x:y@example.org/":               kg.Invalid,
		server.URL + "/round":                                       kg.Unavailable,
		server.URL + "/bomb":                                        kg.TooLarge,
		server.URL + "/endless":                                     kg.TooLarge,
		server.URL + "/drip":                                        kg.Unavailable,
		server.URL + "/silent":                                      kg.Unavailable,
		server.URL + "/head":                                        kg.Unavailable,
		server.URL + "/gone":                                        kg.Unavailable,
		server.URL + "/cut":                                         kg.Unavailable,
		server.URL + "/badgzip":                                     kg.Unavailable,
		"http://" + strings.Repeat("a.", 2000) + "example.invalid/": kg.Unavailable,
	} {
		begin := time.Now()
		_, err := c.Get(context.Background(), address)
		if err == nil || want != "" && kg.CodeOf(err) != want {
			t.Errorf("%.120s: %v (%s)", address, err, kg.CodeOf(err))
			continue
		}
		var told *kg.Error
		if !errors.As(err, &told) {
			t.Fatalf("%.120s: %v", address, err)
		}
		for _, inside := range []string{"dial", "tcp", "syscall", "secret", "net/http"} {
			if strings.Contains(told.Message, inside) {
				t.Errorf("%.120s: the error says %q: %s", address, inside, told.Message)
			}
		}
		if took := time.Since(begin); took > 10*time.Second || len(told.Message) > 600 {
			t.Errorf("%.120s: %s, an error of %d bytes", address, took, len(told.Message))
		}
	}
}

// TestNameThatLeadsHere: it is the address that a name leads to that counts, at the moment of dialling.
func TestNameThatLeadsHere(t *testing.T) {
	c := New(Options{})
	for address, refused := range map[string]bool{"127.0.0.1:80": true, "[::1]:443": true, "[::ffff:10.0.0.1]:80": true, "93.184.216.34:443": false, "[2606:2800:220:1::1]:443": false} {
		if err := c.checkAddress(context.Background(), "tcp", address, nil); (err != nil) != refused {
			t.Errorf("%s: %v", address, err)
		}
	}
	if err := c.checkAddress(context.WithValue(context.Background(), proxied{}, true), "tcp", "10.0.0.1:3128", nil); err != nil {
		t.Errorf("the proxy that the environment names: %v", err)
	}
	if len(special) < 25 {
		t.Errorf("only %d networks are known", len(special))
	}
}

// TestRedirectPastTheProxy: what a proxy fetches is its business, but a redirect to a name that goes past it is looked at like any other.
func TestRedirectPastTheProxy(t *testing.T) {
	reached := false
	inside := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { reached = true }))
	defer inside.Close()
	_, port, _ := net.SplitHostPort(inside.Listener.Addr().String())
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/leads-inside" {
			http.Redirect(w, r, "http://localhost:"+port+"/", http.StatusFound)
			return
		}
		_, _ = io.WriteString(w, "by proxy")
	}))
	defer proxy.Close()
	at, _ := url.Parse(proxy.URL)
	c := New(Options{Time: 5 * time.Second})
	c.proxyFor = func(r *http.Request) (*url.URL, error) {
		if r.URL.Hostname() == "localhost" { // as the environment's proxies are passed by
			return nil, nil
		}
		return at, nil
	}
	if page, err := c.Get(context.Background(), "http://news.example/plain"); err != nil || string(page.Body) != "by proxy" {
		t.Errorf("through the proxy: %q, %v", page.Body, err)
	}
	if _, err := c.Get(context.Background(), "http://news.example/leads-inside"); kg.CodeOf(err) != kg.Invalid || reached {
		t.Errorf("a redirect past the proxy: %v, reached: %v", err, reached)
	}
}
