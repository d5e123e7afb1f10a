package ingest

import (
	"bytes"
	"strings"

	"gopkg.in/yaml.v3"

	"sayso/internal/kg"
)

const byteOrderMark = "\uFEFF"

// frontMatter is what may stand between two lines of three dashes before a text.
type frontMatter struct {
	Title       string `yaml:"title"`
	URL         string `yaml:"url"`
	Publisher   string `yaml:"publisher"`
	Date        string `yaml:"date"`
	PublishedAt string `yaml:"publishedAt"`
	RetrievedAt string `yaml:"retrievedAt"`
	Language    string `yaml:"language"`
}

// File reads a file's bytes: a page, or a text with or without front matter, in any encoding that can be told. What
// follows the front matter is the article's text, to the letter.
func File(name string, data []byte) (kg.Submission, error) {
	return submission(name, data, "")
}

// submission is File for bytes whose content type is told by what brought them.
func submission(name string, data []byte, contentType string) (kg.Submission, error) {
	text, err := decode(name, data, contentType)
	if err != nil {
		return kg.Submission{}, err
	}
	if looksLikeHTML(name, text) {
		return kg.Submission{HTML: text}, nil
	}
	head, rest, found := cutFrontMatter(text)
	if !found {
		return kg.Submission{Text: text}, nil
	}
	var f frontMatter
	if err := f.decode(head); err != nil {
		return kg.Submission{}, kg.Errorf(kg.Invalid,
			"%s: the lines between the --- are no front matter (title: …, url: …, publisher: …, date: …): %w", name, err)
	}
	s := kg.Submission{Text: rest, Title: f.Title, URL: f.URL, Publisher: f.Publisher, Language: f.Language}
	for _, d := range []struct {
		field string
		text  string
		to    *kg.Date
	}{
		{"date", f.Date, &s.PublishedAt}, {"publishedAt", f.PublishedAt, &s.PublishedAt},
		{"retrievedAt", f.RetrievedAt, &s.RetrievedAt},
	} {
		if d.text == "" {
			continue
		}
		date, err := kg.ParseDateAsWritten(d.text)
		if err != nil {
			return kg.Submission{}, kg.Errorf(kg.Invalid, "%s: %s: %w", name, d.field, err)
		}
		*d.to = date
	}
	return s, nil
}

// decode reads the lines as YAML, and where they are none as plain "key: value" lines, in which a value may hold any
// sign: people write headlines with colons and quotation marks in them. The error is YAML's.
func (f *frontMatter) decode(head string) error {
	err := yaml.NewDecoder(bytes.NewReader([]byte(head))).Decode(f)
	if err == nil {
		return nil
	}
	*f = frontMatter{}
	for line := range strings.Lines(head) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		key, value, found := strings.Cut(line, ":")
		if !found || strings.ContainsAny(key, " \t{}[]\"'") || value != "" && value[0] != ' ' && value[0] != '\t' {
			return err
		}
		if !f.set(key, unquoted(strings.TrimSpace(value))) {
			return err
		}
	}
	return nil
}

// set fills the field of a key; false for a value in a form of YAML that plain lines have not. Other keys are let be.
func (f *frontMatter) set(key, value string) bool {
	to := map[string]*string{"title": &f.Title, "url": &f.URL, "publisher": &f.Publisher, "date": &f.Date,
		"publishedAt": &f.PublishedAt,
		"retrievedAt": &f.RetrievedAt, "language": &f.Language}[key]
	if to != nil {
		*to = value
	}
	return value == "" || !strings.ContainsAny(value[:1], "[{&*!|>%@`")
}

// unquoted takes the quotation marks off a value that is written between two of a kind and has none of it inside.
func unquoted(value string) string {
	for _, mark := range []string{`"`, "'"} {
		if in, ok := strings.CutPrefix(value, mark); ok {
			if in, ok = strings.CutSuffix(in, mark); ok && !strings.Contains(in, mark) {
				return in
			}
		}
	}
	return value
}

// cutFrontMatter splits "---\n…\n---\n" off the beginning. A line of dashes with no second one is part of the text.
func cutFrontMatter(text string) (head, rest string, found bool) {
	first, after, ok := strings.Cut(text, "\n")
	if !ok || strings.TrimRight(first, "\r ") != "---" {
		return "", text, false
	}
	offset := 0
	for line := range strings.Lines(after) {
		if strings.TrimRight(line, "\r\n ") == "---" {
			return after[:offset], after[offset+len(line):], true
		}
		offset += len(line)
	}
	return "", text, false
}
