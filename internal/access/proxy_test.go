package access

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"

	"sayso/internal/kg"
)

// TestProxies: a trusted proxy's word counts, and nobody else's; what a caller writes before it does not.
func TestProxies(t *testing.T) {
	proxies, err := ReadProxies([]string{"127.0.0.1", "10.0.0.0/8", "2001:db8::/32"})
	if err != nil {
		t.Fatal(err)
	}
	var from, proto string
	h := proxies.Seen(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		from, proto = addressOf(r), r.Header.Get("X-Forwarded-Proto")
	}))
	for _, c := range []struct {
		peer      string
		forwarded []string
		from      string
		trusted   bool
	}{
		{"127.0.0.1:5", []string{"198.51.100.7"}, "198.51.100.7", true},
		{"127.0.0.1:5", []string{"192.0.2.1, 198.51.100.7"}, "198.51.100.7", true},             // the first was made up
		{"127.0.0.1:5", []string{"192.0.2.1", "198.51.100.7, 10.1.2.3"}, "198.51.100.7", true}, // two proxies
		{"127.0.0.1:5", []string{"127.0.0.1, 10.0.0.9"}, "127.0.0.1", true},                    // all of the chain is ours
		{"127.0.0.1:5", nil, "127.0.0.1", true},
		{"127.0.0.1:5", []string{"198.51.100.7, nonsense"}, "127.0.0.1", true},
		{"127.0.0.1:5", []string{"198.51.100.7:4711"}, "198.51.100.7", true},
		{"[::ffff:127.0.0.1]:5", []string{"::ffff:198.51.100.7"}, "198.51.100.7", true},
		{"[2001:db8::1]:5", []string{"[2001:db9:0:0:1::]:7"}, "2001:db9::", true}, // a host's network of 64 bits
		{"198.51.100.8:5", []string{"192.0.2.1"}, "198.51.100.8", false},
		{"198.51.100.8:5", []string{"127.0.0.1"}, "198.51.100.8", false},
	} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.RemoteAddr = c.peer
		r.Header["X-Forwarded-For"] = c.forwarded
		r.Header.Set("X-Forwarded-Proto", "https")
		h.ServeHTTP(httptest.NewRecorder(), r)
		if from != c.from || (proto == "https") != c.trusted {
			t.Errorf("%s for %v: from %s by %q", c.peer, c.forwarded, from, proto)
		}
	}
	for _, bad := range []string{"", "proxy.example", "10.0.0.0/33", "10.0.0"} {
		if _, err := ReadProxies([]string{bad}); kg.CodeOf(err) != kg.Invalid {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

// TestPaceBehindProxy: one caller who guesses keys does not lock out the others behind the same proxy.
func TestPaceBehindProxy(t *testing.T) {
	keys, _ := newKeys(t)
	proxies, err := ReadProxies([]string{"10.0.0.1"})
	if err != nil {
		t.Fatal(err)
	}
	h := proxies.Seen(NewGate(keys, nil, Pace{}).Protect(http.NotFoundHandler()))
	ask := func(caller string) int {
		r := httptest.NewRequest(http.MethodPost, "/graphql", nil)
		r.RemoteAddr = "10.0.0.1:1"
		r.Header.Set("X-Forwarded-For", caller)
		r.Header.Set("Authorization", "Bearer sayso_guess")
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		return w.Code
	}
	for i := range 2 * failedAttempts {
		ask(fmt.Sprintf("192.0.2.%d, 198.51.100.7", i)) // whatever is made up before it
	}
	if got := ask("198.51.100.7"); got != http.StatusTooManyRequests {
		t.Errorf("who guesses: %d", got)
	}
	if got := ask("198.51.100.8"); got != http.StatusUnauthorized {
		t.Errorf("another one: %d", got)
	}
}
