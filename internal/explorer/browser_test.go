package explorer

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// TestBrowser opens the pages in a real browser whose every request goes through a proxy of the test: GraphiQL must come up, ask for the
// schema, and send nothing to any other host; and no policy may be violated.
func TestBrowser(t *testing.T) {
	program := findBrowser(t)
	builtOrSkip(t)
	h, err := Handler(Links{})
	if err != nil {
		t.Fatal(err)
	}
	seen := &requests{}
	const host = "sayso.test" // has no address but in the proxy, so that nothing can bypass it
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		seen.add(r)
		switch {
		case r.Host != host:
			http.Error(w, "no way out", http.StatusBadGateway)
		case r.URL.Path == "/graphql":
			w.Header().Set("Content-Type", "application/json")
			_, _ = io.WriteString(w, `{"errors": [{"message": "the schema is not at home"}]}`)
		default:
			h.ServeHTTP(w, r)
		}
	}))
	defer proxy.Close()
	page, log := visit(t, program, proxy.URL, "http://"+host+"/graphiql?ask=Who+recognized+Donetsk%3F")
	for _, want := range []string{"graphiql-execute-button", "WhoRecognized", "SideBySide", "monaco-editor"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page has no %q; the browser says\n%s", want, log)
		}
	}
	for _, bad := range []string{"Content Security Policy", "Uncaught", "Refused to"} {
		if strings.Contains(log, bad) {
			t.Errorf("the browser says\n%s", log)
			break
		}
	}
	if !seen.has(host, "/graphql") {
		t.Error("GraphiQL did not ask for the schema")
	}
	if foreign := seen.beyond(host); len(foreign) > 0 {
		t.Errorf("the page asked other hosts: %v", foreign)
	}
}

func findBrowser(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if program, err := exec.LookPath(name); err == nil {
			return program
		}
	}
	t.Skip("there is no Chromium on this machine (Debian: apt-get install chromium)")
	return ""
}

// visit gives the page as it stands after its scripts have run, and what the browser printed.
func visit(t *testing.T, program, proxy, url string) (page, log string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	args := []string{"--headless", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
		"--no-first-run", "--enable-logging=stderr", "--user-data-dir=" + t.TempDir(), "--proxy-server=" + proxy, "--proxy-bypass-list=<-loopback>",
		"--virtual-time-budget=20000", "--dump-dom"}
	if os.Getuid() == 0 {
		args = append(args, "--no-sandbox") // Chromium's sandbox does not work for root
	}
	cmd := exec.CommandContext(ctx, program, append(args, url)...)
	cmd.WaitDelay = 5 * time.Second
	var out, err strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &err
	if e := cmd.Run(); e != nil {
		t.Fatalf("%s: %v\n%s", program, e, err.String())
	}
	return out.String(), err.String()
}

// requests are what reached the proxy, as host and path.
type requests struct {
	mu  sync.Mutex
	all []string
}

func (s *requests) add(r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.all = append(s.all, r.Host+r.URL.Path)
}

func (s *requests) has(host, path string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, one := range s.all {
		if one == host+path {
			return true
		}
	}
	return false
}

// chatter is what Chromium asks for itself, whatever page is open, and no flag silences wholly. Fonts and scripts have hosts of their own.
var chatter = regexp.MustCompile(`^(accounts|clients\d|update|content-autofill|optimizationguide-pa|safebrowsing|edgedl\.me|redirector)\.(google|googleapis|gvt1)\.com[:/]`)

// beyond gives the requests to other hosts.
func (s *requests) beyond(host string) (foreign []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, one := range s.all {
		if !strings.HasPrefix(one, host+"/") && !chatter.MatchString(one) {
			foreign = append(foreign, one)
		}
	}
	return foreign
}
