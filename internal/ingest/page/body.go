package page

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
)

// body is the article's paragraphs. What is foreign to it is taken out of the page before trafilatura looks for the
// text, and out of its lines after; what trafilatura takes for a list of links or a table, though it holds sentences,
// is made plain before.
func (p *page) body(title string) []string {
	titles := append(p.headingTexts(), title, p.first("og:title"), p.titleElement())
	total := utf8.RuneCountInString(proseBelow(p.root))
	removeForeign(p.root, total)
	flattenTables(p.root)
	unlinkSentences(p.root)
	wrapBareText(p.root)
	options := trafilatura.Options{EnableFallback: true, ExcludeComments: true}
	if u, err := url.Parse(p.address); err == nil && u.Host != "" {
		options.OriginalURL = u
	}
	result, err := trafilatura.ExtractDocument(p.root, options)
	if err != nil || result == nil || result.ContentNode == nil {
		return nil
	}
	return ownLines(paragraphs(result.ContentNode), titles)
}

// proseBelow is the text of all paragraphs below a node.
func proseBelow(n *html.Node) string {
	var b strings.Builder
	for c := range elements(n, "p") {
		b.WriteString(visible(c))
	}
	return b.String()
}

// flattenTables takes tables apart: those that lay out paragraphs become plain blocks, a row of others becomes one
// line.
func flattenTables(root *html.Node) {
	for _, table := range collect(root, "table") {
		layout := false
		for c := range elements(table, "p", "div", "ul", "blockquote", "h2", "h3", "table") {
			layout = layout || strings.ContainsAny(visible(c), ".!?")
		}
		for _, row := range collect(table, "tr") {
			if !layout && row.Parent != nil {
				joinCells(row)
			}
		}
		for _, part := range collect(table, "tbody", "thead", "tfoot", "tr", "td", "th", "caption", "colgroup") {
			part.Data, part.DataAtom = "div", 0
		}
		table.Data, table.DataAtom = "div", 0
	}
}

// joinCells makes one paragraph of a row's cells.
func joinCells(row *html.Node) {
	var cells []string
	for c := range elements(row, "td", "th") {
		if text := visible(c); text != "" {
			cells = append(cells, text)
		}
	}
	for row.FirstChild != nil {
		row.RemoveChild(row.FirstChild)
	}
	line := &html.Node{Type: html.ElementNode, Data: "p"}
	line.AppendChild(&html.Node{Type: html.TextNode, Data: strings.Join(cells, " | ")})
	row.AppendChild(line)
}

// unlinkSentences takes the link off text that is a sentence: a paragraph may be one link.
func unlinkSentences(root *html.Node) {
	for _, a := range collect(root, "a") {
		if text := visible(a); a.Parent != nil && (isSentence(text) || len(strings.Fields(text)) > longestHeadline) {
			unwrap(a)
		}
	}
}

// longSentence is how many words a text that ends like a sentence has.
const longSentence = 8

// isSentence reports whether a text is no headline: several words with a full stop behind them.
func isSentence(text string) bool {
	text = strings.TrimRight(strings.TrimSpace(text), `"'”’»)`)
	return len(strings.Fields(text)) >= longSentence && strings.HasSuffix(text, ".") && !strings.HasSuffix(text, "...")
}

// bareText is how many characters of text without a paragraph of its own are given one.
const bareText = 80

// wrapBareText makes paragraphs of text that stands beside blocks without one.
func wrapBareText(root *html.Node) {
	for _, n := range collect(root, "div", "section", "article", "td") {
		var run []*html.Node
		wrap := func() {
			length := 0
			for _, c := range run {
				length += len(visible(c))
			}
			if length >= bareText && (run[0].PrevSibling != nil || run[len(run)-1].NextSibling != nil) {
				p := &html.Node{Type: html.ElementNode, Data: "p"}
				n.InsertBefore(p, run[0])
				for _, c := range run {
					n.RemoveChild(c)
					p.AppendChild(c)
				}
			}
			run = nil
		}
		for c := n.FirstChild; c != nil; {
			next := c.NextSibling
			if isInline(c) {
				run = append(run, c)
			} else {
				wrap()
			}
			c = next
		}
		wrap()
	}
}

var inlineElements = []string{
	"a", "b", "i", "em", "strong", "span", "u", "q", "abbr", "cite", "sub", "sup", "small", "font", "mark",
}

// isInline reports whether a node is text, or an element inside of running text.
func isInline(n *html.Node) bool {
	if n.Type == html.TextNode {
		return true
	}
	if n.Type != html.ElementNode || !oneOf(n.Data, inlineElements) {
		return false
	}
	for c := range elements(n) {
		if blocks[c.Data] {
			return false
		}
	}
	return true
}

// collect lists elements before they are changed.
func collect(n *html.Node, names ...string) []*html.Node {
	var out []*html.Node
	for c := range elements(n, names...) {
		out = append(out, c)
	}
	return out
}
