package ingest

import (
	"net/url"
	"strings"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"

	"sayso/internal/kg"
)

// fromHTML finds the article in a page. What the submission says of itself goes before what the page says.
func fromHTML(s kg.Submission) (kg.Submission, error) {
	if len(s.HTML) > largestHTML {
		return s, kg.Errorf(kg.TooLarge, "the page has %d bytes, at most %d are taken", len(s.HTML), largestHTML)
	}
	options := trafilatura.Options{EnableFallback: true, ExcludeComments: true, ExcludeTables: true}
	if u, err := url.Parse(s.URL); err == nil && u.Host != "" {
		options.OriginalURL = u
	}
	page, err := html.Parse(strings.NewReader(s.HTML)) // not trafilatura.Extract, which guesses an encoding anew
	if err != nil {
		return s, kg.Errorf(kg.Invalid, "the HTML cannot be read: %w", err)
	}
	result, err := trafilatura.ExtractDocument(page, options)
	if err != nil || result == nil || result.ContentNode == nil {
		return s, kg.Errorf(kg.Invalid, "no article was found in the HTML; give its text instead")
	}
	s.HTML = ""
	s.Text = strings.Join(paragraphs(result.ContentNode), "\n\n")
	if s.Text == "" || s.Text == strings.TrimSpace(result.Metadata.Title) {
		return s, kg.Errorf(kg.Invalid, "no article was found in the HTML; give its text instead")
	}
	meta := result.Metadata
	setIfEmpty(&s.Title, meta.Title)
	setIfEmpty(&s.URL, meta.URL)
	setIfEmpty(&s.Publisher, meta.Sitename)
	setIfEmpty(&s.Language, meta.Language)
	if s.PublishedAt == "" && !meta.Date.IsZero() {
		s.PublishedAt = kg.DateOf(meta.Date).Day()
	}
	return s, nil
}

func setIfEmpty(field *string, value string) {
	if *field == "" {
		*field = value
	}
}

var blocks = map[string]bool{"p": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "li": true, "blockquote": true,
	"div": true, "section": true, "article": true, "ul": true, "ol": true, "pre": true, "figcaption": true, "br": true, "body": true}

// paragraphs gives the text of a node, one string for each block, blanks folded.
func paragraphs(n *html.Node) []string {
	var out []string
	var current strings.Builder
	flush := func() {
		if text := strings.Join(strings.Fields(current.String()), " "); text != "" {
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
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if block {
			flush()
		}
	}
	walk(n)
	flush()
	return out
}
