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

// submissionAt gets a page or a text and decodes it by what its headers and meta tags say.
func submissionAt(ctx context.Context, pages *fetch.Client, url string) (kg.Submission, error) {
	page, err := pages.Get(ctx, url)
	if err != nil {
		return kg.Submission{}, err
	}
	media, _, _ := mime.ParseMediaType(page.ContentType)
	if media != "" && !strings.HasPrefix(media, "text/") && media != "application/xhtml+xml" {
		return kg.Submission{}, kg.Errorf(kg.Invalid, "%s is %s, not a page or a text", url, media)
	}
	text, err := decode(url, page.Body, page.ContentType)
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

// fetched takes the text of a submission that only has an address from there. What the submission says itself holds.
func (p *Pipeline) fetched(ctx context.Context, s kg.Submission) (kg.Submission, error) {
	if p.pages == nil || s.URL == "" || s.Text != "" || s.HTML != "" {
		return s, nil
	}
	page, err := submissionAt(ctx, p.pages, s.URL)
	if err != nil {
		return s, err
	}
	s.Text, s.HTML, s.URL = page.Text, page.HTML, page.URL
	return s, nil
}
