package page

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// largestForeign is the share of the page's prose from which the article may be inside an element, whatever it is
// called.
const largestForeign = 0.4

// shortestRest is how many characters of prose are left of a page at least when what may be longer than the article is
// taken out.
const shortestRest = 1200

// alwaysForeign are elements that hold no text of the article.
var alwaysForeign = []string{"script", "style", "noscript", "template", "iframe", "nav", "aside", "footer", "button",
	"select", "textarea", "dialog", "svg",
	"figcaption", "label"}

var foreignRoles = []string{"navigation", "complementary", "dialog", "alertdialog", "banner", "contentinfo", "search"}

// removeForeign takes out of a page what is not the article's: by what elements are and are called, and by the headings
// over lists of other stories. total is how many characters of prose the page has.
func removeForeign(root *html.Node, total int) {
	for _, n := range collect(root) {
		if n.Parent == nil || oneOf(n.Data, []string{"html", "body", "head", "main", "article", "h1"}) {
			continue
		}
		if hasToken(n, longToken) && !holdsHeading(n) && total-prose(n) >= shortestRest {
			total -= prose(n)
			remove(n)
		} else if isForeign(n) && !holdsArticle(n, total) {
			remove(n)
		}
	}
	for _, f := range foreignBlocks {
		for _, n := range collect(root, f.elements...) {
			if attached(n, root) && f.is(n) {
				f.remove(n, total)
			}
		}
	}
}

// foreignBlocks are taken out in this order, each over the whole page.
var foreignBlocks = []struct {
	elements []string
	is       func(*html.Node) bool
	remove   func(n *html.Node, total int)
}{
	{[]string{"h2", "h3", "h4", "h5", "h6", "p", "div", "strong", "b", "span"}, isForeignHeading, removeBelow},
	{[]string{"h2", "h3", "h4", "h5", "h6"}, isTeaser, func(n *html.Node, total int) { remove(teaserBlock(n, total)) }},
	{[]string{"p", "div", "strong", "em", "span", "h4", "h5", "h6"}, isPromo, func(n *html.Node, _ int) { remove(n) }},
	{[]string{"ul", "ol"}, isLinkList, func(n *html.Node, _ int) { remove(n) }},
}

// longestLabel is how many characters may stand before the link of a promotion: "READ ALSO:", "Must see |".
const longestLabel = 30

// isPromo reports whether a block is nothing but links to other stories, or one behind a label.
func isPromo(n *html.Node) bool {
	if oneOf(n.Data, []string{"strong", "em", "span"}) && n.Parent.FirstChild != nil && visible(n.Parent) != visible(n) {
		return false // a part of a line
	}
	for range elements(n, "p", "div", "ul", "ol", "table", "blockquote", "h1", "h2", "h3") {
		return false
	}
	text, linked, links := visible(n), "", 0
	for a := range elements(n, "a") {
		links++
		if strings.HasPrefix(attribute(a, "href"), "#") {
			return false
		}
		linked += " " + visible(a)
	}
	label, isLabelled := strings.CutSuffix(text, strings.TrimSpace(linked))
	label = strings.TrimSpace(label)
	switch words := len(strings.Fields(linked)); {
	case words < 4 || words > links*longestHeadline || isSentence(linked):
		return false
	case isLabelled && label != "":
		return utf8.RuneCountInString(label) <= longestLabel && strings.ContainsRune(":|»>–—-", lastOf(label))
	}
	return linkShare(n) > 0.9
}

// longestHeadline is how many words a headline has at most.
const longestHeadline = 20

func lastOf(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// isTeaser reports whether a heading is a link to another story.
func isTeaser(heading *html.Node) bool {
	if linkShare(heading) < 0.5 && !within(heading, "a") {
		return false
	}
	for a := range elements(heading, "a") {
		if strings.HasPrefix(attribute(a, "href"), "#") {
			return false // a place in this one
		}
	}
	return true
}

// teaserBlock is the block around a linked heading with no more than a sentence or two of the other story.
func teaserBlock(n *html.Node, total int) *html.Node {
	for b := n.Parent; b != nil && oneOf(b.Data,
		[]string{"a", "div", "section", "li", "article", "header"}); b = b.Parent {
		if holdsArticle(b, total) || sentencesIn(b) > 1 || utf8.RuneCountInString(visible(b)) > 3*shortLine {
			break
		}
		n = b
	}
	return n
}

func attached(n, root *html.Node) bool {
	for n.Parent != nil {
		n = n.Parent
	}
	return n == root
}

func holdsHeading(n *html.Node) bool {
	for range elements(n, "h1") {
		return true
	}
	return false
}

func prose(n *html.Node) int { return utf8.RuneCountInString(proseBelow(n)) }

func holdsArticle(n *html.Node, total int) bool {
	return holdsHeading(n) || prose(n) > 0 && float64(prose(n)) > largestForeign*float64(total)
}

func isForeign(n *html.Node) bool {
	if oneOf(n.Data, alwaysForeign) || oneOf(attribute(n, "role"), foreignRoles) || attributePresent(n, "hidden") {
		return true
	}
	if style := strings.ReplaceAll(attribute(n, "style"), " ", ""); strings.Contains(style, "display:none") ||
		strings.Contains(style, "visibility:hidden") {
		return true
	}
	return hasToken(n, classToken) || hasToken(n, longToken)
}

// hasToken reports whether an element has a token of a kind, of one word or two, in its class or id.
func hasToken(n *html.Node, kind byte) bool {
	for _, key := range []string{"class", "id", "data-component", "data-module"} {
		for _, name := range strings.Fields(attribute(n, key)) {
			words := nameWords(name)
			for i, w := range words {
				if tokens[kind][w] || i > 0 && tokens[kind][words[i-1]+"-"+w] {
					return true
				}
			}
		}
	}
	return false
}

// tokens are the phrases of the kinds of tokens, for looking up.
var tokens = func() map[byte]map[string]bool {
	out := map[byte]map[string]bool{longToken: {}, classToken: {}}
	for kind, set := range out {
		for _, t := range phrases[kind] {
			set[t] = true
		}
	}
	return out
}()

var wordEdge = regexp.MustCompile(`[^\pL\d]+|\d+`)

// nameWords are the words of a class: "relatedPosts", "related-posts" and "related_posts" have two.
func nameWords(name string) []string {
	var b strings.Builder
	var last rune
	for _, r := range name {
		if unicode.IsUpper(r) && unicode.IsLower(last) {
			b.WriteByte('-')
		}
		b.WriteRune(unicode.ToLower(r))
		last = r
	}
	return strings.FieldsFunc(wordEdge.ReplaceAllString(b.String(), "-"), func(r rune) bool { return r == '-' })
}

// longestHeading is how many characters a heading over other stories may have.
const longestHeading = 80

// isForeignHeading reports whether an element is only a heading over other stories, or a prompt.
func isForeignHeading(n *html.Node) bool {
	text := strings.ToLower(visible(n))
	if text == "" || utf8.RuneCountInString(text) > longestHeading {
		return false
	}
	for c := range elements(n, "p", "div", "ul", "h2", "h3", "h4") {
		if visible(c) != "" {
			return false // the heading is inside
		}
	}
	return beginsWith(text, phrases[heading])
}

// removeBelow takes a heading out with what follows it: all of its block where that is mostly links or short lines, or
// else the links, lists and short lines up to the next sentence.
func removeBelow(n *html.Node, total int) {
	for block := n.Parent; block != nil && oneOf(block.Data,
		[]string{"div", "section", "p", "li", "blockquote"}); block = block.Parent {
		if holdsArticle(block, total) || sentencesIn(block) > 3 ||
			linkShare(block) < 0.3 && sentencesIn(block) > 0 && !oneOf(n.Data, []string{"h2", "h3", "h4", "h5", "h6"}) {
			break
		}
		n = block
	}
	for next := n.NextSibling; next != nil && isFollower(next); next = n.NextSibling {
		remove(next)
	}
	remove(n)
}

// isFollower reports whether a node behind a heading of other stories belongs to it.
func isFollower(n *html.Node) bool {
	text := visible(n)
	if text == "" {
		return n.NextSibling != nil
	}
	return n.Type == html.ElementNode && n.Data != "h1" && linkShare(n) > 0.6 && !isSentence(text)
}

// sentencesIn counts the paragraphs with a sentence.
func sentencesIn(n *html.Node) int {
	count := 0
	for _, line := range paragraphs(n) {
		if isSentence(line) {
			count++
		}
	}
	return count
}

// linkShare is how much of a node's text is in links.
func linkShare(n *html.Node) float64 {
	all := utf8.RuneCountInString(visible(n))
	if all == 0 {
		return 0
	}
	if n.Type == html.ElementNode && n.Data == "a" {
		return 1
	}
	linked := 0
	for a := range elements(n, "a") {
		linked += utf8.RuneCountInString(visible(a))
	}
	return float64(linked) / float64(all)
}

// isLinkList reports whether a list is one of links to other stories: each entry of it is a link of several words and
// no sentence.
func isLinkList(list *html.Node) bool {
	entries := 0
	for c := list.FirstChild; c != nil; c = c.NextSibling {
		text := visible(c)
		if text == "" {
			continue
		}
		if linkShare(c) < 0.8 || isSentence(text) {
			return false
		}
		entries++
	}
	return entries > 0
}
