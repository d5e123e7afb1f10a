package follow

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

// press is a server with feeds of every sort. What it has published is what a follower must have in the end.
type press struct {
	*httptest.Server
	forbidden *httptest.Server // a server that no feed may lead to
	mu        sync.Mutex
	round     int
	published map[string][]int    // the numbers of the articles of each feed
	asked     map[string]int      // requests by path
	matched   map[string]struct{} // feeds that were asked with a validator and had not changed
	reached   bool                // whether the forbidden server was asked
	feeds     map[string]func(p *press, w http.ResponseWriter, r *http.Request, name string)
}

// good are the sorts of feeds whose articles can all be had; the feeds are press.feeds named "sort-number".
var good = map[string]int{"rss": 6, "atom": 4, "json": 3, "controls": 2, "dates": 2, "guids": 2, "cyrillic": 1, "relative": 1, "flapping": 2, "busy": 2,
	"half": 2, "inline": 1, "sitemap": 2, "index": 1, "tracked": 2, "gz": 1}

// bad are the feeds of which nothing can be had.
var bad = []string{"endless", "bomb", "loopback", "silent", "nested", "page"}

func newPress(t *testing.T) *press {
	t.Helper()
	p := &press{published: map[string][]int{}, asked: map[string]int{}, matched: map[string]struct{}{}}
	p.forbidden = httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { p.mu.Lock(); p.reached = true; p.mu.Unlock() }))
	p.Server = httptest.NewServer(http.HandlerFunc(p.serve))
	t.Cleanup(func() { p.CloseClientConnections(); p.Close(); p.forbidden.Close() })
	p.feeds = map[string]func(*press, http.ResponseWriter, *http.Request, string){
		"atom": atom, "json": jsonFeed, "sitemap": sitemap, "index": sitemapIndex, "gz": gzipped,
		"inline": func(p *press, w http.ResponseWriter, _ *http.Request, name string) {
			var items strings.Builder
			for _, n := range p.numbers(name) {
				fmt.Fprintf(&items, "<item><title>%s</title><description>%s</description></item>", title(name, n), text(name, n))
			}
			_, _ = io.WriteString(w, rssAround(items.String()))
		},
		"cyrillic": func(p *press, w http.ResponseWriter, r *http.Request, name string) {
			w.Header().Set("Content-Type", "text/xml")
			out, _ := charmap.Windows1251.NewEncoder().String(`<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><title>Вести</title>` + p.items(r, name, "") + "</channel></rss>")
			_, _ = io.WriteString(w, out)
		},
		"flapping": func(p *press, w http.ResponseWriter, r *http.Request, name string) {
			if p.count(r)%3 == 0 {
				w.WriteHeader(http.StatusInternalServerError)
				return
			}
			p.rss(w, r, name)
		},
		"busy": func(p *press, w http.ResponseWriter, r *http.Request, name string) {
			if p.count(r)%5 == 0 {
				w.Header().Set("Retry-After", "1200")
				w.WriteHeader(http.StatusTooManyRequests)
				return
			}
			p.rss(w, r, name)
		},
		// half breaks off in the middle every second time, with the validator of the whole: whoever keeps that is then told that nothing has changed.
		"half": func(p *press, w http.ResponseWriter, r *http.Request, name string) {
			whole := rssAround(p.items(r, name, ""))
			mark := fmt.Sprintf(`"%v"`, p.numbers(name))
			if r.Header.Get("If-None-Match") == mark {
				w.WriteHeader(http.StatusNotModified)
				return
			}
			w.Header().Set("ETag", mark)
			if p.count(r)%2 == 1 {
				whole = whole[:len(whole)*2/3]
			}
			_, _ = io.WriteString(w, whole)
		},
		"endless": func(_ *press, w http.ResponseWriter, r *http.Request, _ string) {
			_, _ = io.WriteString(w, `<rss version="2.0"><channel>`)
			for r.Context().Err() == nil {
				if _, err := io.WriteString(w, strings.Repeat("<item><title>more</title></item>", 1000)); err != nil {
					return
				}
			}
		},
		"bomb": func(_ *press, w http.ResponseWriter, _ *http.Request, _ string) {
			w.Header().Set("Content-Encoding", "gzip")
			z := gzip.NewWriter(w)
			_, _ = io.Copy(z, io.LimitReader(blanks{}, 8<<20))
			_ = z.Close()
		},
		"loopback": func(p *press, w http.ResponseWriter, r *http.Request, _ string) {
			http.Redirect(w, r, p.forbidden.URL+"/admin", http.StatusFound)
		},
		"silent": func(_ *press, _ http.ResponseWriter, r *http.Request, _ string) { <-r.Context().Done() },
		"nested": func(_ *press, w http.ResponseWriter, _ *http.Request, _ string) {
			_, _ = io.WriteString(w, `<rss version="2.0"><channel>`+strings.Repeat("<item>", 20_000))
		},
		"page": func(_ *press, w http.ResponseWriter, _ *http.Request, _ string) {
			_, _ = io.WriteString(w, "<!doctype html><html><body>Subscribe!</body></html>")
		},
	}
	return p
}

type blanks struct{}

func (blanks) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = ' '
	}
	return len(b), nil
}

func sortOf(name string) string { s, _, _ := strings.Cut(name, "-"); return s }

// goodNames lists the feeds whose articles can all be had.
func goodNames() []string {
	var out []string
	for _, kind := range slices.Sorted(maps.Keys(good)) {
		for i := range good[kind] {
			out = append(out, fmt.Sprintf("%s-%d", kind, i))
		}
	}
	return out
}

// publish adds an article to each good feed whose turn it is.
func (p *press) publish() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.round++
	for i, name := range goodNames() {
		if (p.round+i)%4 == 0 {
			p.published[name] = append(p.published[name], p.round)
		}
	}
}

func (p *press) serve(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	p.asked[r.URL.Path]++
	p.mu.Unlock()
	switch path := strings.Split(strings.Trim(r.URL.Path, "/"), "/"); {
	case r.URL.Path == "/robots.txt":
		_, _ = io.WriteString(w, "User-agent: sayso\nDisallow: /private/\n")
	case path[0] == "feed" && len(path) > 1:
		if serve := p.feeds[sortOf(path[1])]; serve != nil {
			serve(p, w, r, path[1])
			return
		}
		p.rss(w, r, path[1])
	case path[0] == "article" && len(path) == 3:
		var n int
		_, _ = fmt.Sscan(path[2], &n)
		if n%7 == 0 && p.count(r) == 1 { // the first time the page cannot be had
			w.WriteHeader(http.StatusBadGateway)
			return
		}
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		_, _ = io.WriteString(w, text(path[1], n))
	default:
		w.WriteHeader(http.StatusNotFound)
	}
}

func (p *press) count(r *http.Request) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.asked[r.URL.Path]
}

// numbers gives the last articles of a feed; feeds do not go back for ever.
func (p *press) numbers(name string) []int {
	p.mu.Lock()
	defer p.mu.Unlock()
	all := p.published[name]
	return append([]int{}, all[max(0, len(all)-20):]...)
}

func title(name string, n int) string { return fmt.Sprintf("Report %d of %s", n, name) }

func text(name string, n int) string {
	return fmt.Sprintf("Report %d of the desk %s.\n\nAnn Lee said that the quay of Selm stays shut for %d days.", n, name, n)
}

// rss serves RSS with a validator, with what the sort of the feed does wrong.
func (p *press) rss(w http.ResponseWriter, r *http.Request, name string) {
	numbers := p.numbers(name)
	mark := fmt.Sprintf(`W/"%v"`, numbers)
	if sortOf(name) == "rss" && r.Header.Get("If-None-Match") == mark {
		p.mu.Lock()
		p.matched[name] = struct{}{}
		p.mu.Unlock()
		w.WriteHeader(http.StatusNotModified)
		return
	}
	w.Header().Set("ETag", mark)
	w.Header().Set("Content-Type", "application/rss+xml")
	_, _ = io.WriteString(w, rssAround(p.items(r, name, sortOf(name))))
}

func rssAround(items string) string {
	return `<?xml version="1.0"?><rss version="2.0"><channel><title>Selm Courier</title>` + items + `</channel></rss>`
}

func (p *press) items(_ *http.Request, name, fault string) string {
	var out strings.Builder
	for i, n := range p.numbers(name) {
		link, guid, date, more := fmt.Sprintf("%s/article/%s/%d", p.URL, name, n), fmt.Sprint(name, n), "Mon, 02 Jan 2023 10:00:00 GMT", ""
		switch fault {
		case "guids":
			guid = "the-same"
		case "dates":
			date = []string{"yesterday", "31 Feb 2023", "Mon, 02 Jan 9999 10:00:00 GMT", ""}[i%4]
		case "controls":
			more = "\x00\x0B&#x1;\x1F"
		case "relative":
			link = fmt.Sprintf("/article/%s/%d#top", name, n)
		case "tracked":
			link += fmt.Sprintf("?utm_source=feed%d&amp;fbclid=x%d", p.round, i)
		}
		fmt.Fprintf(&out, "<item><title>%s%s</title><link>%s</link><guid isPermaLink=\"false\">%s</guid><pubDate>%s</pubDate></item>", title(name, n), more, link, guid, date)
	}
	return out.String()
}

func atom(p *press, w http.ResponseWriter, _ *http.Request, name string) {
	fmt.Fprint(w, `<feed xmlns="http://www.w3.org/2005/Atom"><title>Selm Courier</title><id>x</id>`)
	for _, n := range p.numbers(name) {
		fmt.Fprintf(w, `<entry><title>%s</title><id>tag:%d</id><link href="%s/article/%s/%d"/><updated>2023-01-02T10:00:00Z</updated></entry>`, title(name, n), n, p.URL, name, n)
	}
	fmt.Fprint(w, `</feed>`)
}

func jsonFeed(p *press, w http.ResponseWriter, _ *http.Request, name string) {
	w.Header().Set("Content-Type", "application/feed+json")
	var items []string
	for _, n := range p.numbers(name) {
		items = append(items, fmt.Sprintf(`{"id":"%d","url":"%s/article/%s/%d","title":%q,"date_published":"2023-01-02T10:00:00Z"}`, n, p.URL, name, n, title(name, n)))
	}
	fmt.Fprintf(w, `{"version":"https://jsonfeed.org/version/1.1","title":"Selm Courier","items":[%s]}`, strings.Join(items, ","))
}

func sitemapText(p *press, name string) string {
	var out strings.Builder
	out.WriteString(`<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`)
	for _, n := range p.numbers(name) {
		fmt.Fprintf(&out, `<url><loc>%s/article/%s/%d</loc><lastmod>2023-01-02T10:00:00+00:00</lastmod></url>`, p.URL, name, n)
	}
	return out.String() + "</urlset>"
}

func sitemap(p *press, w http.ResponseWriter, _ *http.Request, name string) {
	_, _ = io.WriteString(w, sitemapText(p, name))
}

func gzipped(p *press, w http.ResponseWriter, _ *http.Request, name string) {
	w.Header().Set("Content-Type", "application/octet-stream")
	var buffer bytes.Buffer
	z := gzip.NewWriter(&buffer)
	_, _ = io.WriteString(z, sitemapText(p, name))
	_ = z.Close()
	_, _ = w.Write(buffer.Bytes())
}

func sitemapIndex(p *press, w http.ResponseWriter, r *http.Request, name string) {
	if strings.HasSuffix(r.URL.Path, "/part") {
		sitemap(p, w, r, name)
		return
	}
	fmt.Fprintf(w, `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>%s/feed/%s/part</loc></sitemap></sitemapindex>`, p.URL, name)
}
