package page

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// titleSources are where pages tell the headline, the surest first.
var titleSources = []func(*page) []string{
	func(p *page) []string {
		var out []string
		for _, o := range p.linked {
			if o.isArticle() && p.isThis(o) {
				out = append(out, o.text("headline"))
			}
		}
		return out
	},
	func(p *page) []string { return p.meta["og:title"] },
	func(p *page) []string { return p.headingTexts() },
	func(p *page) []string { return append([]string{p.first("twitter:title")}, p.titleElement()) },
}

func (p *page) headingTexts() []string {
	var out []string
	for _, h := range p.headings {
		out = append(out, visible(h))
	}
	return out
}

func (p *page) titleElement() string {
	for n := range elements(p.root, "title") {
		if !within(n, "svg") && n.FirstChild != nil {
			return fold(n.FirstChild.Data)
		}
	}
	return ""
}

// title is the headline, without the names of the site and of its sections. A title that has no word of the page's only
// headline in common with it is the site's own.
func (p *page) title(publisher string) string {
	p.dropSiteHeadings(publisher)
	heading := ""
	if texts := p.headingTexts(); len(texts) > 0 {
		heading = texts[0]
		if len(texts) > 1 {
			heading = p.closest(texts)
		}
	}
	for _, source := range titleSources {
		for _, text := range source(p) {
			text = p.withoutSite(fold(text), publisher, heading)
			if isCut(text, heading) {
				text = heading
			}
			if text == "" || p.isSite(text, publisher) || heading != text && p.headingIsSure() && strangers(text, heading) {
				continue
			}
			return text
		}
	}
	return ""
}

// dropSiteHeadings takes the name of the site, which some pages have as a heading too, out of the headings.
func (p *page) dropSiteHeadings(publisher string) {
	others := slices.DeleteFunc(slices.Clone(p.headings), func(h *html.Node) bool {
		return p.isSite(visible(h), publisher)
	})
	if len(others) > 0 {
		p.headings = others
	}
}

// headingIsSure reports whether the page's one heading is inside the article.
func (p *page) headingIsSure() bool {
	return len(p.headings) > 0 && within(p.headings[0], "article", "main")
}

// longHeadline is how many characters a headline has from which pages cut it off in their metadata.
const longHeadline = 60

// isCut reports whether a text is the beginning of the heading: cut off with an ellipsis, or as long as pages let
// headlines be.
func isCut(text, heading string) bool {
	cut := strings.TrimRight(text, ".… ")
	return (utf8.RuneCountInString(cut) >= longHeadline || strings.HasSuffix(text, "…") ||
		strings.HasSuffix(text, "...")) && strings.HasPrefix(squash(heading), squash(cut))
}

// closest is the heading that shares most words with the page's title.
func (p *page) closest(headings []string) string {
	best, most := headings[0], 0
	title := wordsOf(p.titleElement() + " " + p.first("og:title"))
	for _, h := range headings {
		n := 0
		for w := range wordsOf(h) {
			if title[w] {
				n++
			}
		}
		if n > most {
			best, most = h, n
		}
	}
	return best
}

var titleSeparator = regexp.MustCompile(`\s+[|–—»›·•:]{1,2}\s+|\s+-{1,2}\s+|\s*\|\s*|\s*::\s*`)

// titleParts cuts a title at the signs that sites put between it and their names.
func titleParts(title string) []string {
	var out []string
	for _, part := range titleSeparator.Split(title, -1) {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// withoutSite cuts the parts off a title that name the site or a section: behind the headline, where the heading is how
// the title begins, all of it.
func (p *page) withoutSite(title, publisher, heading string) string {
	longer := len(title) > len(heading) && strings.HasPrefix(squash(title), squash(heading)) &&
		len(titleParts(title)) > len(titleParts(heading))
	if longer && utf8.RuneCountInString(heading) > shortestTitle {
		return heading
	}
	if site, rest, found := strings.Cut(title, ": "); found && p.isSite(site, publisher) && !sections[squash(site)] {
		title = rest
	}
	for {
		at := titleSeparator.FindAllStringIndex(title, -1)
		if len(at) == 0 {
			return title
		}
		first, last := at[0], at[len(at)-1]
		switch {
		case p.isSite(title[last[1]:], publisher):
			title = title[:last[0]]
		case p.isSite(title[:first[0]], publisher):
			title = title[first[1]:]
		default:
			return title
		}
	}
}

// shortestTitle is how many characters a headline has at least.
const shortestTitle = 12

// isSite reports whether a part of a title is the name of the site or of a section of it, also with the section before
// the name: "Afghanistan News".
func (p *page) isSite(part, publisher string) bool {
	s := squash(part)
	site := strings.TrimPrefix(squash(publisher), "the")
	if s == "" || sections[s] {
		return true
	}
	host, _, _ := strings.Cut(p.host(), ".")
	trimmed := strings.TrimPrefix(s, "the")
	for _, name := range append(p.siteNames(), publisher, p.host(), host) {
		if n := strings.TrimPrefix(squash(name), "the"); n != "" && trimmed == n {
			return true
		}
	}
	if len(p.ofThisHost([]string{part})) > 0 && utf8.RuneCountInString(part) <= longestPublisher &&
		len(wordsOf(part)) <= 5 {
		return true
	}
	words := strings.Fields(strings.ToLower(part))
	if site != "" && strings.HasPrefix(trimmed, site) && len(words) <= 4 {
		return true
	}
	return len(words) > 0 && len(words) <= 3 && sections[squash(words[len(words)-1])]
}

// shortHeadline is how many words a headline has at least that is none of the site's names.
const shortHeadline = 4

// strangers reports whether a title and the heading of the page have hardly a word in common, or the title is too short
// for one and not from it.
func strangers(title, heading string) bool {
	a, b := wordsOf(title), wordsOf(heading)
	if len(a) == 0 || len(b) < 3 {
		return false
	}
	common := 0
	for w := range a {
		if b[w] {
			common++
		}
	}
	if few := len(strings.Fields(title)); few < shortHeadline && few < len(strings.Fields(heading)) &&
		!strings.Contains(squash(heading), squash(title)) {
		return true
	}
	return 3*common < min(len(a), len(b))
}

// wordsOf are the words of three letters and more, in small letters.
func wordsOf(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(strings.ToLower(s)) {
		if w = squash(w); utf8.RuneCountInString(w) > 2 {
			out[w] = true
		}
	}
	return out
}
