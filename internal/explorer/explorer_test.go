package explorer

import (
	"compress/gzip"
	"crypto/sha256"
	"html"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"regexp"
	"sort"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

const browser = "http://127.0.0.1:7474/browser/"

// unbuilt is dist as a clean checkout has it; small is a build with one file.
var (
	unbuilt = fstest.MapFS{".gitkeep": {}}
	small   = fstest.MapFS{
		"index.html":                 {Data: []byte(`<!doctype html><title>Sayso</title><script src="/assets/app-abcd1234.js"></script>`)},
		"assets/app-abcd1234.js":     {Data: []byte("'app'")},
		"assets/main-abcd1234.js.br": {Data: []byte("brotli")},
		"graphiql.html":              {Data: []byte(`<!doctype html><title>GraphiQL</title><script src="/assets/main-abcd1234.js"></script>`)},
		"licenses.md":                {Data: []byte("# Licences")},
		"assets/main-abcd1234.js":    {Data: []byte("'plain'")},
		"assets/main-abcd1234.js.gz": {Data: []byte("zipped")},
		"secret.txt":                 {Data: []byte("not for serving")},
	}
)

func open(t *testing.T, l Links, dist fs.FS) http.Handler {
	t.Helper()
	h, err := newHandler(l, dist)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func get(h http.Handler, target string, header ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodGet, target, nil)
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestPages(t *testing.T) {
	built, clean := open(t, Links{Neo4jBrowser: browser}, small), open(t, Links{}, unbuilt)
	half := open(t, Links{}, fstest.MapFS{"graphiql.html": small["graphiql.html"], "index.html": small["index.html"]})
	for _, c := range []struct {
		name, target    string
		h               http.Handler
		status          int
		kind            string
		contains, lacks string
	}{
		{"start", "/", built, 200, "text/html", "app-abcd1234.js", "make web"},
		{"start without a build", "/", clean, 200, "text/html", "make web", "licenses.md"},
		{"start of half a build", "/", half, 200, "text/html", "make web", "app-"},
		{"page of the explorer", "/actor/ent_1", built, 200, "text/html", "app-abcd1234.js", "make web"},
		{"page of the explorer without a build", "/answer?q=Who+met+X%3C", clean, 200, "text/html", `{"question":"Who met X\u003c"}`, "app-"},
		{"about", "/about", built, 200, "text/html", browser, "make web"},
		{"about without a Neo4j of ours", "/about", clean, 200, "text/html", "did not start", "7474"},
		{"about says how to ask", "/about", built, 200, "text/html", `curl -G example.com/graphql`, "localhost"},
		{"about names the licences", "/about", built, 200, "text/html", `href="/licenses.md"`, "<script"},
		{"GraphiQL", "/graphiql", built, 200, "text/html", "<title>GraphiQL</title>", "make web"},
		{"GraphiQL without a build", "/graphiql", clean, 200, "text/html", "make web", "<title>GraphiQL"},
		{"GraphiQL of half a build", "/graphiql", half, 200, "text/html", "make web", "<title>GraphiQL"},
		{"question without a build", "/graphiql?ask=Who+%22met%22+X%3C", clean, 200, "text/html", `{"question":"Who \"met\" X\u003c"}`, "Donetsk"},
		{"plain", "/plain", built, 200, "text/html", "whoDid", "make web"},
		{"plain with a query", "/plain?query=%7Bx%7D%3C/textarea%3E&variables=%7B%7D", built, 200, "text/html", "{x}</textarea>", "whoDid"},
		{"script", "/assets/main-abcd1234.js", built, 200, "text/javascript", "'plain'", "zipped"},
		{"licences", "/licenses.md", built, 200, "text/markdown", "# Licences", ""},
		{"favicon", "/favicon.svg", clean, 200, "image/svg+xml", "<svg", ""},
		{"unknown", "/nowhere", built, 404, "text/plain", "no page here", "<"},
		{"unknown asset", "/assets/main.js", built, 404, "text/plain", "no page here", "<"},
		{"zipped twin has no address", "/assets/main-abcd1234.js.gz", built, 404, "text/plain", "", "zipped"},
		{"other files", "/secret.txt", built, 404, "text/plain", "", "serving"},
		{"placeholder", "/.gitkeep", clean, 404, "text/plain", "", ""},
		{"folder", "/assets/", built, 404, "text/plain", "", "main-"},
		{"up and out", "/assets/%2e%2e/secret.txt", built, 404, "text/plain", "", "serving"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := get(c.h, c.target)
			body := html.UnescapeString(w.Body.String())
			if w.Code != c.status || !strings.HasPrefix(w.Header().Get("Content-Type"), c.kind) {
				t.Errorf("%s: %d %s", c.target, w.Code, w.Header().Get("Content-Type"))
			}
			if !strings.Contains(body, c.contains) {
				t.Errorf("%s lacks %q:\n%s", c.target, c.contains, body)
			}
			if c.lacks != "" && strings.Contains(body, c.lacks) {
				t.Errorf("%s contains %q:\n%s", c.target, c.lacks, body)
			}
		})
	}
}

func TestWhatIsAskedIsEscaped(t *testing.T) {
	w := get(open(t, Links{}, unbuilt), "/plain?query=%3C/textarea%3E%3Cscript%3E")
	if strings.Contains(w.Body.String(), "</textarea><script>") {
		t.Errorf("the query became markup:\n%s", w.Body)
	}
}

func TestMethods(t *testing.T) {
	h := open(t, Links{}, small)
	for _, target := range []string{"/", "/answer", "/about", "/graphiql", "/plain", "/assets/main-abcd1234.js"} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(http.MethodPost, target, nil))
		if w.Code != http.StatusMethodNotAllowed || w.Header().Get("Allow") != "GET, HEAD" {
			t.Errorf("POST %s: %d, Allow %q", target, w.Code, w.Header().Get("Allow"))
		}
	}
	if w := get(h, "/graphiql/"); w.Code != http.StatusMovedPermanently || w.Header().Get("Location") != "/graphiql" {
		t.Errorf("/graphiql/: %d to %q", w.Code, w.Header().Get("Location"))
	}
}

// TestHeaders: scripts come from here or not at all, and only addresses that change with their content are kept for ever.
func TestHeaders(t *testing.T) {
	h := open(t, Links{}, small)
	for target, immutable := range map[string]bool{"/": false, "/claim/c": false, "/about": false, "/graphiql": false, "/plain": false, "/licenses.md": false, "/favicon.svg": false,
		"/assets/main-abcd1234.js": true, ownAddress(t, h, `href="(/assets/site-[^"]+\.css)"`): true, ownAddress(t, h, `src="(/assets/plain-[^"]+\.js)"`): true} {
		header := get(h, target).Header()
		policy := header.Get("Content-Security-Policy")
		if !strings.HasPrefix(policy, "default-src 'none';") || !strings.Contains(policy, "frame-ancestors 'none'") {
			t.Errorf("%s has the policy %q", target, policy)
		}
		if regexp.MustCompile(`script-src[^;]*(unsafe|https?:|\*|blob:|data:)|(https?:|\*)`).MatchString(policy) {
			t.Errorf("%s lets in too much: %q", target, policy)
		}
		if header.Get("X-Content-Type-Options") != "nosniff" || header.Get("Referrer-Policy") != "no-referrer" {
			t.Errorf("%s: %v", target, header)
		}
		if got := strings.Contains(header.Get("Cache-Control"), "immutable"); got != immutable {
			t.Errorf("%s is kept: %q", target, header.Get("Cache-Control"))
		}
	}
}

func ownAddress(t *testing.T, h http.Handler, pattern string) string {
	t.Helper()
	m := regexp.MustCompile(pattern).FindStringSubmatch(get(h, "/plain").Body.String())
	if m == nil {
		t.Fatalf("the plain page has no %s", pattern)
	}
	return m[1]
}

func TestEncodings(t *testing.T) {
	h := open(t, Links{}, small)
	bodies := map[string]string{"": "'plain'", "gzip": "zipped", "br": "brotli"}
	for accepted, want := range map[string]string{"": "", "gzip": "gzip", "br, GZIP": "br", "gzip, deflate, br, zstd": "br", "br;q=0, gzip": "gzip", "deflate, gzip;q=0.5": "gzip",
		"gzip; q=0": "", "gzip;q=0.000": "", "gzip;q=x": "", "xgzip": "", "identity": "", "Br": "br"} {
		w := get(h, "/assets/main-abcd1234.js", "Accept-Encoding", accepted)
		if w.Body.String() != bodies[want] || w.Header().Get("Content-Encoding") != want {
			t.Errorf("Accept-Encoding %q: %q, %v", accepted, w.Body, w.Header())
		}
		if w.Header().Get("Vary") != "Accept-Encoding" {
			t.Errorf("Accept-Encoding %q: Vary %q", accepted, w.Header().Get("Vary"))
		}
	}
}

// TestExamplesFitTheSchema holds what the pages ask against the API.
func TestExamplesFitTheSchema(t *testing.T) {
	text, err := os.ReadFile("../../schema.graphqls")
	if err != nil {
		t.Fatal(err)
	}
	schema, err := gqlparser.LoadSchema(&ast.Source{Input: string(text)})
	if err != nil {
		t.Fatal(err)
	}
	start := html.UnescapeString(get(open(t, Links{}, unbuilt), "/about").Body.String())
	curl := regexp.MustCompile(`(?s)'query=(.*?)'`).FindStringSubmatch(start)
	if curl == nil {
		t.Fatal("the page /about shows no curl")
	}
	example, _ := own.ReadFile("pages/example.graphql")
	for name, query := range map[string]string{"example": string(example), "question": askQuery, "curl": curl[1]} {
		if _, errs := gqlparser.LoadQueryWithRules(schema, query, nil); errs != nil {
			t.Errorf("%s: %v", name, errs)
		}
	}
}

// namespaces are hosts that stand in the built scripts and in a font's own description as names, in messages or as links that a person may follow. No page loads from them,
// and the policies would not let it.
var namespaces = []string{"code.visualstudio.com", "commonmark.org", "en.wikipedia.org", "fontello.com", "github.com", "graphml.graphdrawing.org", "json-schema.org", "microsoft.com",
	"prettier.io", "react.dev", "www.w3.org", "yarnpkg.com"}

var foreign = regexp.MustCompile(`(?i)(?:https?:|wss?:|url\(\s*['"]?)//([a-z0-9.-]+)`)

// TestNothingForeign looks through every byte that can be served for addresses of other machines.
func TestNothingForeign(t *testing.T) {
	h := open(t, Links{}, unbuilt)
	for _, target := range []string{"/about", "/plain", ownAddress(t, h, `href="(/assets/site-[^"]+\.css)"`), ownAddress(t, h, `src="(/assets/plain-[^"]+\.js)"`)} {
		if m := foreign.FindAllString(get(h, target).Body.String(), -1); m != nil {
			t.Errorf("%s names %v", target, m)
		}
	}
	dist := builtOrSkip(t)
	hosts := map[string]bool{}
	eachFile(t, dist, func(name string, content []byte) {
		if name == "licenses.md" { // a text to read, served as a text
			return
		}
		for _, m := range foreign.FindAllSubmatch(content, -1) {
			if ending := path.Ext(name); ending != ".js" && ending != ".ttf" {
				t.Errorf("%s names %s", name, m[0])
			}
			hosts[strings.ToLower(string(m[1]))] = true
		}
	})
	var got []string
	for host := range hosts {
		got = append(got, host)
	}
	sort.Strings(got)
	if diff := cmp.Diff(namespaces, got); diff != "" {
		t.Errorf("the built scripts name other hosts than before; look what for: %s", diff)
	}
}

// TestZippedTwins: what is served zipped is what is served plain.
func TestZippedTwins(t *testing.T) {
	dist := builtOrSkip(t)
	twins := 0
	eachFile(t, dist, func(name string, content []byte) {
		zipped, err := dist.Open(name + ".gz")
		if err != nil {
			return
		}
		defer zipped.Close()
		r, err := gzip.NewReader(zipped)
		if err != nil {
			t.Fatalf("%s.gz: %v", name, err)
		}
		unzipped, err := io.ReadAll(r)
		if err != nil || sha256.Sum256(unzipped) != sha256.Sum256(content) {
			t.Errorf("%s.gz differs from its twin (%v); run make web", name, err)
		}
		twins++
	})
	if twins < 5 {
		t.Errorf("only %d zipped files", twins)
	}
}

func builtOrSkip(t *testing.T) fs.FS {
	t.Helper()
	dist, err := fs.Sub(built, "dist")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := fs.Stat(dist, "graphiql.html"); err != nil {
		t.Skip("the web pages are not built: run make web")
	}
	return dist
}

// eachFile gives every file of the build that has an address.
func eachFile(t *testing.T, dist fs.FS, do func(name string, content []byte)) {
	t.Helper()
	a, err := gatherAssets(dist)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"index.html", "graphiql.html"} {
		page, err := fs.ReadFile(dist, name)
		if err != nil {
			t.Fatal(err)
		}
		do(name, page)
	}
	for _, f := range a {
		if f.from != dist {
			continue
		}
		content, err := fs.ReadFile(dist, f.name)
		if err != nil {
			t.Fatal(err)
		}
		do(f.name, content)
	}
}

// firstPage is how much script, compressed, the explorer's first page may load before a reader can use it.
const firstPage = 180_000

// TestScriptBudget: dialogs, charts and the graph are loaded when they are needed, so that the first page is there at once.
func TestScriptBudget(t *testing.T) {
	dist := builtOrSkip(t)
	page, err := fs.ReadFile(dist, "index.html")
	if err != nil {
		t.Fatal(err)
	}
	total := int64(0)
	for _, m := range named.FindAllSubmatch(page, -1) {
		name := strings.TrimPrefix(string(m[1]), "/")
		if path.Ext(name) != ".js" {
			continue
		}
		info, err := fs.Stat(dist, name+".br")
		if err != nil {
			info, err = fs.Stat(dist, name) // too short to gain from compression
		}
		if err != nil {
			t.Fatal(err)
		}
		total += info.Size()
	}
	t.Logf("%d bytes", total)
	if total == 0 || total > firstPage {
		t.Errorf("the first page loads %d bytes of script; at most %d", total, firstPage)
	}
}
