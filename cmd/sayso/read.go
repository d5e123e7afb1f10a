package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"sayso/internal/kg"
	"sayso/internal/read"
)

type readCommand struct {
	Files []string `arg:"" help:"Plain-text articles (UTF-8)."`
	JSON  bool     `name:"json" help:"Print one JSON object an article, with offsets in code points."`
	Date  string   `help:"When the articles were published, to resolve dates by." placeholder:"DATE"`
}

// Run reads each file as it stands: nothing is stripped, so offsets count from its first character.
func (c *readCommand) Run(t terminal) error {
	published, err := kg.ParseDate(c.Date)
	if err != nil {
		return err
	}
	reader, err := read.New()
	if err != nil {
		return err
	}
	encoder := json.NewEncoder(t.out)
	encoder.SetEscapeHTML(false)
	for _, path := range c.Files {
		data, err := os.ReadFile(path)
		if err != nil {
			return kg.Errorf(kg.Invalid, "%w", err)
		}
		if !utf8.Valid(data) {
			return kg.Errorf(kg.Invalid, "%s is not UTF-8; convert it first (iconv -f WINDOWS-1252 -t UTF-8)", path)
		}
		doc := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
		reading, err := reader.Read(t.ctx, read.Text{Doc: doc, Text: string(data), PublishedAt: published})
		if err != nil {
			return err
		}
		if c.JSON {
			err = encoder.Encode(reading)
		} else {
			_, err = fmt.Fprint(t.out, readingText(string(data), reading))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// readingText is a reading for a person: each statement with its speaker, then the claims.
func readingText(text string, r kg.Reading) string {
	runes := kg.NewRunes(text)
	words := func(spans []kg.Span) string {
		var out []string
		for _, s := range spans {
			passage, _ := runes.Slice(s[0], s[1])
			out = append(out, strings.Join(strings.Fields(passage), " "))
		}
		return strings.Join(out, " … ")
	}
	var b strings.Builder
	fmt.Fprintf(&b, "# %s: %d mentions, %d statements, %d claims\n", r.Doc, len(r.Mentions), len(r.Statements), len(r.Claims))
	for _, s := range r.Statements {
		speaker := s.Speaker
		if speaker == "" {
			speaker = "(unnamed)"
		}
		fmt.Fprintf(&b, "%s [%s] %s\n", speaker, words(s.Cue), words(s.Content))
	}
	for _, c := range r.Claims {
		negated := ""
		if c.Negated {
			negated = "not "
		}
		fmt.Fprintf(&b, "- %s %s%s %s (%s)\n", c.Subject, negated, c.Predicate, c.Object, strings.ToLower(string(c.Modality)))
	}
	return b.String()
}
