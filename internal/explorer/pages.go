package explorer

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"net/http"
	"regexp"
)

// pages are the templates and what they always show.
type pages struct {
	links                  Links
	startPage, plainPage   *template.Template
	graphiqlPage           []byte // nil when the web pages were not built
	style, script, example string
	licenses               bool
}

func newPages(l Links, a assets) (*pages, error) {
	p := &pages{links: l}
	_, p.licenses = a["/licenses.md"]
	for name, to := range map[string]*string{"site.css": &p.style, "plain.js": &p.script} {
		address, err := a.addOwn(name)
		if err != nil {
			return nil, fmt.Errorf("read our own %s: %w", name, err)
		}
		*to = address
	}
	example, err := own.ReadFile("pages/example.graphql")
	if err != nil {
		return nil, fmt.Errorf("read the example query: %w", err)
	}
	p.example = string(bytes.TrimSpace(example))
	for name, to := range map[string]**template.Template{"start.html": &p.startPage, "plain.html": &p.plainPage} {
		if *to, err = template.ParseFS(own, "pages/"+name); err != nil {
			return nil, fmt.Errorf("read our own page: %w", err)
		}
	}
	return p, nil
}

// named finds the files that a built page loads.
var named = regexp.MustCompile(`"(/assets/[^"]+)"`)

// findGraphiql takes GraphiQL's page from the build, if there is one and it is whole: half of a build would show an empty page.
func (p *pages) findGraphiql(dist fs.FS, a assets) error {
	page, err := fs.ReadFile(dist, "graphiql.html")
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("read GraphiQL's page: %w", err)
	}
	for _, m := range named.FindAllSubmatch(page, -1) {
		if _, ok := a[string(m[1])]; !ok {
			return nil
		}
	}
	p.graphiqlPage = page
	return nil
}

// start is the page that says what there is.
func (p *pages) start(w http.ResponseWriter, r *http.Request) {
	p.write(w, p.startPage, map[string]any{
		"Style": p.style, "Example": p.example, "Host": r.Host, "Neo4jBrowser": p.links.Neo4jBrowser, "Licenses": p.licenses,
	})
}

// graphiql is GraphiQL, or the plain page with a word on how to get GraphiQL.
func (p *pages) graphiql(w http.ResponseWriter, r *http.Request) {
	if p.graphiqlPage == nil {
		p.plainWith(w, r, true)
		return
	}
	writePage(w, graphiqlPolicy, p.graphiqlPage)
}

// plain is a text field for a query.
func (p *pages) plain(w http.ResponseWriter, r *http.Request) { p.plainWith(w, r, false) }

func (p *pages) plainWith(w http.ResponseWriter, r *http.Request, missing bool) {
	query, variables := p.asked(r)
	p.write(w, p.plainPage, map[string]any{"Style": p.style, "Script": p.script, "Query": query, "Variables": variables, "Missing": missing})
}

func (p *pages) write(w http.ResponseWriter, t *template.Template, data map[string]any) {
	var b bytes.Buffer
	if err := t.Execute(&b, data); err != nil {
		http.Error(w, "The page cannot be written.", http.StatusInternalServerError)
		return
	}
	writePage(w, pagePolicy, b.Bytes())
}

func writePage(w http.ResponseWriter, policy string, page []byte) {
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", policy)
	h.Set("Cache-Control", "no-cache")
	_, _ = w.Write(page)
}
