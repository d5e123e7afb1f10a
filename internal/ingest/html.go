package ingest

import (
	"cmp"
	"strings"

	"sayso/internal/ingest/page"
	"sayso/internal/kg"
	"sayso/internal/read/language"
)

// fromHTML finds the article in a page. What the submission says of itself goes before what the page says.
func fromHTML(s kg.Submission, among language.Set) (kg.Submission, error) {
	if len(s.HTML) > largestHTML {
		return s, kg.Errorf(kg.TooLarge, "the page has %d bytes, at most %d are taken", len(s.HTML), largestHTML)
	}
	found, err := page.Parse(s.HTML, s.URL)
	if err != nil {
		return s, err
	}
	s.HTML = ""
	s.Text = strings.Join(found.Paragraphs, "\n\n")
	s.Credit = strings.Join(found.Credits, "\n")
	s.Title, s.URL = cmp.Or(s.Title, found.Title), cmp.Or(s.URL, found.URL)
	s.Publisher, s.PublishedAt = cmp.Or(s.Publisher, found.Publisher), cmp.Or(s.PublishedAt, found.PublishedAt)
	if len(s.Authors) == 0 {
		s.Authors = found.Authors
	}
	if s.Language == "" && among.Of(s.Text) == language.Primary(found.Language) {
		s.Language = found.Language // a page's template may say another language than its text is in
	}
	return s, nil
}
