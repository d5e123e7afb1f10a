// Package explorer serves the pages for people: the explorer, GraphiQL, and two plain pages that need no build.
// It may not know anything of the graph or import anything of ours; whatever its pages show they ask /graphql for.
package explorer

import (
	"embed"
	"fmt"
	"io/fs"
	"net/http"
)

// Links are the addresses that the start page points to and that only the running server knows.
type Links struct {
	// Neo4jBrowser is the address of Neo4j Browser; "" when the server did not start the Neo4j that it works on.
	Neo4jBrowser string
	// Exposed says that other machines reach the server and that it asks nobody for a key: each page says so.
	Exposed bool
	// SignOut says that the server asks for keys, so that a browser that has one may forget it by POST /signout.
	SignOut bool
}

// built is what `make web` leaves in dist. A clean checkout holds the placeholder only, and the handler works without
// the rest.
//
//go:embed all:dist
var built embed.FS

//go:embed pages
var own embed.FS

// What the browser may do on our own pages; on the explorer's, which start workers from files of ours; and on GraphiQL,
// whose editor sets styles while it runs, keeps small fonts and pictures in its style sheet and starts workers from
// files of ours.
const (
	pagePolicy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; " +
		"form-action 'self'; " +
		"base-uri 'none'; frame-ancestors 'none'"
	appPolicy = "default-src 'none'; style-src 'self'" + appStyles +
		"; script-src 'self'; worker-src 'self'; img-src 'self' data: blob:; " +
		"connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
	graphiqlPolicy = "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; worker-src 'self'; " +
		"img-src 'self' data:; " +
		"font-src 'self' data:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)

// appStyles are the hashes of the style elements that packages of the explorer write while they run: React Aria's for
// pressing, Plot's for charts. The browser suite fails on one that is missing, and says its hash.
const appStyles = " 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o=' " +
	"'sha256-jSYQUrW7J0b3jPqhZP9C2Xh1PyJKHKXd4s0fpGGKrww='"

// appRoutes are the explorer's pages, beside /. What they show is in web/src/pages.
var appRoutes = []string{"/answer", "/find", "/quote", "/actor/{id}", "/article/{id}", "/claim/{id}", "/graph",
	"/compare", "/report",
	"/bring", "/review", "/changes"}

// Handler serves the explorer at / and its pages, GraphiQL at /graphiql, the plain query page at /plain, where
// everything is at /about, and what they need under /assets/. Everything else is answered 404 in plain text. The error
// tells of a broken build.
func Handler(l Links) (http.Handler, error) {
	dist, err := fs.Sub(built, "dist")
	if err != nil {
		return nil, fmt.Errorf("open the built web pages: %w", err)
	}
	return newHandler(l, dist)
}

// Built reports whether the explorer is in this program.
func Built() bool {
	_, err := fs.Stat(built, "dist/index.html")
	return err == nil
}

func newHandler(l Links, dist fs.FS) (http.Handler, error) {
	a, err := gatherAssets(dist)
	if err != nil {
		return nil, err
	}
	p, err := newPages(l, a)
	if err != nil {
		return nil, err
	}
	if err := p.findBuilt(dist, a); err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("/{$}", reading(p.start))
	for _, route := range appRoutes {
		mux.Handle(route, reading(p.app))
	}
	mux.Handle("/about", reading(p.about))
	mux.Handle("/plain", reading(p.plain))
	mux.Handle("/graphiql", reading(p.graphiql))
	mux.Handle("/graphiql/{$}", http.RedirectHandler("/graphiql", http.StatusMovedPermanently))
	mux.Handle("/", reading(a.serve))
	return mux, nil
}

// reading answers GET and HEAD only, and tells the browser to take files for what they are called.
func reading(serve http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Content-Type-Options", "nosniff")
		w.Header().Set("Referrer-Policy", "no-referrer")
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			http.Error(w, "Pages are only read: use GET. Queries go to /graphql.", http.StatusMethodNotAllowed)
			return
		}
		serve(w, r)
	})
}
