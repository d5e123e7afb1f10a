package page

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"sayso/internal/kg"
)

// Article is what a page tells. Unknown fields are empty.
type Article struct {
	URL, Title, Publisher, Language string
	PublishedAt                     kg.Date
	Authors                         []string
	Paragraphs                      []string // blanks folded, without soft hyphens and signs of no width
	Credits                         []string // lines that say who reported and edited, which are no part of the text
}

// Parse finds the article in a page. address is where the page was retrieved from, "" where that is unknown. A page
// without an article, or with a banner or a paywall in its place, is an error that says what to do.
func Parse(text, address string) (Article, error) {
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return Article{}, kg.Errorf(kg.Invalid, "the HTML cannot be read: %w", err)
	}
	p := &page{root: root, meta: metaTags(root)}
	p.address = p.ownAddress(address)
	p.headings = p.mainHeadings()
	p.linked = p.linkedData()
	out := Article{URL: p.address, Language: p.language(), PublishedAt: p.published(), Publisher: p.publisher()}
	out.Title, out.Authors = p.title(out.Publisher), p.authors(out.Publisher)
	before := visible(root)
	out.Paragraphs, out.Credits = cutCredits(p.body(out.Title))
	return out, refusal(before, out.Paragraphs)
}

// page is a parsed page with what is looked up in it again and again.
type page struct {
	root     *html.Node
	address  string              // absolute, "" where neither the caller nor the page tells it
	meta     map[string][]string // contents of meta tags by property, name or itemprop, in lower case
	headings []*html.Node        // the h1 elements that may be the headline
	linked   []object            // the objects of JSON-LD, articles first
}

// ownAddress is where the page came from, or else what it calls its canonical address.
func (p *page) ownAddress(given string) string {
	candidates := []string{given}
	for n := range elements(p.root, "link") {
		if strings.EqualFold(attribute(n, "rel"), "canonical") {
			candidates = append(candidates, attribute(n, "href"))
		}
	}
	for _, c := range append(candidates, p.first("og:url")) {
		if u, err := url.Parse(c); err == nil && u.Host != "" && (u.Scheme == "http" || u.Scheme == "https") {
			return c
		}
	}
	return ""
}

// host is the address's host without "www.", in lower case.
func (p *page) host() string {
	u, err := url.Parse(p.address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

func (p *page) language() string {
	for n := range elements(p.root, "html") {
		if l := strings.TrimSpace(attribute(n, "lang")); l != "" {
			return l
		}
	}
	return strings.ReplaceAll(p.first("og:locale"), "_", "-")
}

// first is the first content of the meta tags of some names, by the order of the names.
func (p *page) first(names ...string) string {
	for _, name := range names {
		for _, content := range p.meta[name] {
			if content != "" {
				return content
			}
		}
	}
	return ""
}

func metaTags(root *html.Node) map[string][]string {
	out := map[string][]string{}
	for n := range elements(root, "meta") {
		for _, key := range []string{"property", "name", "itemprop"} {
			for _, name := range strings.Fields(strings.ToLower(attribute(n, key))) {
				out[name] = append(out[name], fold(attribute(n, "content")))
			}
		}
	}
	return out
}
