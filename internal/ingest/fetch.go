package ingest

import (
	"context"
	"mime"
	"strings"

	"sayso/internal/ingest/fetch"
	"sayso/internal/kg"
)

// pageSource fetches one page.
func pageSource(pages *fetch.Client, url string) Source {
	return Source{Name: url, read: func(ctx context.Context, yield func(Found) error) error {
		s, err := submissionAt(ctx, pages, url)
		return yield(Found{Place: url, Submission: s, Fault: err})
	}}
}

// submissionAt gets a page or a text.
func submissionAt(ctx context.Context, pages *fetch.Client, url string) (kg.Submission, error) {
	page, err := pages.Get(ctx, url)
	if err != nil {
		return kg.Submission{}, err
	}
	return FromPage(page)
}

// FromPage decodes a page or a text by what its headers and meta tags say.
func FromPage(page fetch.Page) (kg.Submission, error) {
	media, _, _ := mime.ParseMediaType(page.ContentType)
	if media != "" && !strings.HasPrefix(media, "text/") && media != "application/xhtml+xml" {
		return kg.Submission{}, kg.Errorf(kg.Invalid, "%s is %s, not a page or a text", page.URL, media)
	}
	text, err := decode(page.URL, page.Body, page.ContentType)
	if err != nil {
		return kg.Submission{}, err
	}
	s := kg.Submission{URL: page.URL}
	if media == "text/plain" {
		s.Text = text
	} else {
		s.HTML = text
	}
	return s, nil
}

// DecodeMarkup gives the text of a file of markup in whatever encoding, without characters that XML does not know. What
// cannot be decoded becomes U+FFFD, for a feed is not lost for one bad byte.
func DecodeMarkup(name string, data []byte, contentType string) string {
	text, err := decode(name, data, contentType)
	if err != nil {
		text = strings.ToValidUTF8(string(data), "\uFFFD")
	}
	return withoutControls(text)
}

// byAddress reports whether a submission's text is to be taken from its address.
func (p *Pipeline) byAddress(s kg.Submission) bool {
	return p.pages != nil && s.URL != "" && s.Text == "" && s.HTML == ""
}

// Fetch takes the text of a submission that only has an address from there, and gives any other as it is. What the
// submission says itself holds.
func (p *Pipeline) Fetch(ctx context.Context, s kg.Submission) (kg.Submission, error) {
	if !p.byAddress(s) {
		return s, nil
	}
	page, err := submissionAt(ctx, p.pages, s.URL)
	if err != nil {
		return s, err
	}
	s.Text, s.HTML, s.URL = page.Text, page.HTML, page.URL
	return s, nil
}
