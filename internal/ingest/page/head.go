package page

import (
	"iter"
	"unicode/utf8"

	"golang.org/x/net/html"
)

const (
	beginning   = 120 // characters of a paragraph from which it is one of the article's text
	beginningOf = 2   // such paragraphs that end the head
	levelsUp    = 5   // elements above the headline in which its head may stand
)

// mainHeadings are the page's h1 elements with words, those inside an article first.
func (p *page) mainHeadings() []*html.Node {
	var inside, others []*html.Node
	for n := range elements(p.root, "h1") {
		switch {
		case visible(n) == "" || within(n, "noscript", "aside", "footer", "dialog"):
		case within(n, "article", "main"):
			inside = append(inside, n)
		default:
			others = append(others, n)
		}
	}
	return append(inside, others...)
}

// head gives the elements around the headline and before the article's text begins, of some names or all. Without a
// headline there is none.
func (p *page) head(names ...string) iter.Seq[*html.Node] {
	return func(yield func(*html.Node) bool) {
		if len(p.headings) == 0 {
			return
		}
		top := p.headings[0]
		for range levelsUp {
			if top.Parent == nil || top.Data == "article" || top.Data == "body" {
				break
			}
			top = top.Parent
		}
		seen := 0
		for n := range elements(top) {
			if n.Data == "p" && utf8.RuneCountInString(visible(n)) >= beginning {
				if seen++; seen >= beginningOf {
					return
				}
			}
			if (len(names) == 0 || oneOf(n.Data, names)) && !within(n, elsewhere...) && !yield(n) {
				return
			}
		}
	}
}
