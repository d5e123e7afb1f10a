package page

import (
	"iter"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// elements lists the elements below a node, of the names given or all of them, in the order of the page.
func elements(n *html.Node, names ...string) iter.Seq[*html.Node] {
	return func(yield func(*html.Node) bool) {
		for c := range n.Descendants() {
			if c.Type == html.ElementNode && (len(names) == 0 || oneOf(c.Data, names)) && !yield(c) {
				return
			}
		}
	}
}

func oneOf(s string, list []string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// within reports whether a node is inside, or is, an element of one of some names.
func within(n *html.Node, names ...string) bool {
	for ; n != nil; n = n.Parent {
		if n.Type == html.ElementNode && oneOf(n.Data, names) {
			return true
		}
	}
	return false
}

// unseen are elements whose text is not shown.
var unseen = []string{
	"script", "style", "noscript", "template", "head", "textarea", "select", "svg", "iframe", "object",
}

// visible is the text below a node as it is shown, blanks folded.
func visible(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case n.Type == html.ElementNode && oneOf(n.Data, unseen):
			return
		case n.Type == html.ElementNode && blocks[n.Data]:
			b.WriteByte(' ')
			defer b.WriteByte(' ')
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	return fold(b.String())
}

// noWidth are signs that are not seen: soft hyphens, zero-width spaces, word joiners, byte order marks.
var noWidth = strings.NewReplacer("\u00AD", "", "\u200B", "", "\u2060", "", "\uFEFF", "")

// fold takes out what has no width and folds blanks.
func fold(s string) string { return strings.Join(strings.Fields(noWidth.Replace(s)), " ") }

// squash keeps letters and digits only, in small letters, to compare names with hosts and headlines with each other.
func squash(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

var blocks = map[string]bool{"p": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true,
	"li": true, "blockquote": true,
	"div": true, "section": true, "article": true, "ul": true, "ol": true, "pre": true, "figcaption": true, "br": true,
	"body": true, "tr": true, "td": true,
	"th": true, "table": true, "dt": true, "dd": true, "hr": true, "header": true, "main": true}

// longestQuote is how many paragraphs a block quotation may have that is given as one.
const longestQuote = 6

// paragraphs gives the text of a node, one string for each block.
func paragraphs(n *html.Node) []string {
	var out []string
	var current strings.Builder
	flush := func() {
		if text := fold(current.String()); text != "" {
			out = append(out, text)
		}
		current.Reset()
	}
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			current.WriteString(n.Data)
		}
		block := n.Type == html.ElementNode && blocks[n.Data]
		if block {
			flush()
		}
		before := len(out)
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if block {
			flush()
		}
		if n.Data == "blockquote" && before > 0 && strings.HasSuffix(out[before-1], ":") && len(out)-before <= longestQuote {
			out = append(out[:before], strings.Join(out[before:], " ")) // one person's words behind "She wrote:"
		}
	}
	walk(n)
	flush()
	return out
}

func remove(n *html.Node) {
	if n.Parent != nil {
		n.Parent.RemoveChild(n)
	}
}

// unwrap puts a node's children in its place.
func unwrap(n *html.Node) {
	for c := n.FirstChild; c != nil; c = n.FirstChild {
		n.RemoveChild(c)
		n.Parent.InsertBefore(c, n)
	}
	remove(n)
}
