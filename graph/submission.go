package graph

import (
	"bytes"
	"encoding/json"

	"sayso/graph/gen"
	"sayso/internal/kg"
)

// readSubmission checks an article handed in through the API.
func readSubmission(a *gen.ArticleInput) (kg.Submission, error) {
	s := kg.Submission{Text: text(a.Text), HTML: text(a.HTML), Title: text(a.Title), URL: text(a.URL),
		Publisher: text(a.Publisher), Authors: a.Authors, Language: text(a.Language)}
	var err error
	if s.PublishedAt, err = kg.ParseDateAsWritten(text(a.PublishedAt)); err != nil {
		return s, kg.Errorf(kg.Invalid, "publishedAt: %w", err)
	}
	if s.RetrievedAt, err = kg.ParseDateAsWritten(text(a.RetrievedAt)); err != nil {
		return s, kg.Errorf(kg.Invalid, "retrievedAt: %w", err)
	}
	if a.Reading != nil {
		if s.Reading, err = readReading(a.Reading); err != nil {
			return s, err
		}
	}
	return s, nil
}

func readReading(v any) (*kg.Reading, error) {
	data, err := json.Marshal(v)
	if err != nil {
		return nil, kg.Errorf(kg.Invalid, "reading: %s", kg.JSONFault(err))
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	var reading kg.Reading
	if err := decoder.Decode(&reading); err != nil {
		return nil, kg.Errorf(kg.Invalid, "reading is not a row as sayso read --json prints it: %s", kg.JSONFault(err))
	}
	return &reading, nil
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
