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
	links                Links
	aboutPage, plainPage *template.Template
	graphiqlPage         []byte // nil when the web pages were not built
	appPage              []byte // the explorer, which shows the page of its address; nil when the web pages were not built
	style, notice        string // addresses of our own style sheets
	script, example      string
	licenses             bool
}

func newPages(l Links, a assets) (*pages, error) {
	p := &pages{links: l}
	_, p.licenses = a["/licenses.md"]
	for name, to := range map[string]*string{"site.css": &p.style, "notice.css": &p.notice, "plain.js": &p.script} {
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
	for name, to := range map[string]**template.Template{"about.html": &p.aboutPage, "plain.html": &p.plainPage} {
		if *to, err = template.ParseFS(own, "pages/"+name); err != nil {
			return nil, fmt.Errorf("read our own page: %w", err)
		}
	}
	return p, nil
}

// named finds the files that a built page loads.
var named = regexp.MustCompile(`"(/assets/[^"]+)"`)

// findBuilt takes the pages of the build, each if it is there and whole: half of a build would show an empty page.
func (p *pages) findBuilt(dist fs.FS, a assets) error {
	for name, to := range map[string]*[]byte{"index.html": &p.appPage, "graphiql.html": &p.graphiqlPage} {
		page, err := fs.ReadFile(dist, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return fmt.Errorf("read the built page %s: %w", name, err)
		}
		if whole(page, a) {
			*to = page
		}
	}
	return nil
}

// exposedNotice heads each page of a server that everybody may change.
const exposedNotice = `<p class="server-notice" role="status">This server asks nobody for a key: whoever reaches it may read and change everything.</p>`

// warned puts the notice of an exposed server at the head of a page.
func (p *pages) warned(page []byte) []byte {
	if !p.links.Exposed {
		return page
	}
	return bytes.Replace(page, []byte("<body>"), []byte(`<body><link rel="stylesheet" href="`+p.notice+`">`+exposedNotice),
		1)
}

// whole reports whether all files that a page loads are there.
func whole(page []byte, a assets) bool {
	for _, m := range named.FindAllSubmatch(page, -1) {
		if _, ok := a[string(m[1])]; !ok {
			return false
		}
	}
	return true
}

// start is the explorer's start page, or without a build the page that says what there is.
func (p *pages) start(w http.ResponseWriter, r *http.Request) {
	if p.appPage == nil {
		p.about(w, r)
		return
	}
	p.writePage(w, appPolicy, p.appPage)
}

// about is the page that says what there is.
func (p *pages) about(w http.ResponseWriter, r *http.Request) {
	p.write(w, p.aboutPage, map[string]any{
		"Style": p.style, "Example": p.example, "Host": r.Host, "Neo4jBrowser": p.links.Neo4jBrowser, "Licenses": p.licenses,
		"Built": p.appPage != nil, "SignOut": p.links.SignOut,
	})
}

// app is a page of the explorer, or the plain page with a word on how to get it.
func (p *pages) app(w http.ResponseWriter, r *http.Request) {
	if p.appPage == nil {
		p.plainWith(w, r, true)
		return
	}
	p.writePage(w, appPolicy, p.appPage)
}

// graphiql is GraphiQL, or the plain page with a word on how to get GraphiQL.
func (p *pages) graphiql(w http.ResponseWriter, r *http.Request) {
	if p.graphiqlPage == nil {
		p.plainWith(w, r, true)
		return
	}
	p.writePage(w, graphiqlPolicy, p.graphiqlPage)
}

// plain is a text field for a query.
func (p *pages) plain(w http.ResponseWriter, r *http.Request) { p.plainWith(w, r, false) }

func (p *pages) plainWith(w http.ResponseWriter, r *http.Request, missing bool) {
	query, variables := p.asked(r)
	p.write(w, p.plainPage, map[string]any{
		"Style": p.style, "Script": p.script, "Query": query, "Variables": variables, "Missing": missing,
	})
}

func (p *pages) write(w http.ResponseWriter, t *template.Template, data map[string]any) {
	var b bytes.Buffer
	if err := t.Execute(&b, data); err != nil {
		http.Error(w, "The page cannot be written.", http.StatusInternalServerError)
		return
	}
	p.writePage(w, pagePolicy, b.Bytes())
}

func (p *pages) writePage(w http.ResponseWriter, policy string, page []byte) {
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", policy)
	h.Set("Cache-Control", "no-cache")
	_, _ = w.Write(p.warned(page))
}
