package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"sayso/internal/ingest"
	"sayso/internal/kg"
	"sayso/internal/read"
	"sayso/internal/read/language"
	"sayso/internal/read/openai"
	"sayso/internal/read/score"
	"sayso/internal/read/vocabulary"
)

type readCommand struct {
	openai.Flags
	vocabulary.Files
	Compare bool     `help:"Read with the rules and with the model, and print how far they agree."`
	Texts   []string `arg:"" name:"files" help:"Plain-text articles (UTF-8)."`
	JSON    bool     `name:"json" help:"Print one JSON object an article, with offsets in code points."`
	Date    string   `help:"When the articles were published, to resolve dates by." placeholder:"DATE"`
}

// reader reads a text.
type reader interface {
	Read(ctx context.Context, in read.Text) (kg.Reading, error)
}

// Run reads each file as it stands, but for front matter, which is no part of the text: offsets count from the first character behind it.
func (c *readCommand) Run(t terminal) error {
	read.SpareMemory()
	published, err := kg.ParseDate(c.Date)
	if err != nil {
		return err
	}
	entries, err := c.Entries()
	if err != nil {
		return err
	}
	rules, err := read.NewWith(entries)
	if err != nil {
		return err
	}
	var first, second reader = rules, nil
	if c.Reader == "openai" || c.Compare {
		words, err := vocabulary.Index(entries)
		if err != nil {
			return err
		}
		model, err := c.New(words)
		if err != nil {
			return err
		}
		if second = model; !c.Compare {
			first = model
		}
	}
	figures := score.New()
	for _, path := range c.Texts {
		in, err := readText(path, published)
		if err != nil {
			return err
		}
		if err := language.Check(in.Text); err != nil {
			return kg.Errorf(kg.Invalid, "%s: %w", path, err)
		}
		reading, err := first.Read(t.ctx, in)
		if err != nil {
			return err
		}
		if c.Compare {
			other, err := second.Read(t.ctx, in)
			if err != nil {
				return err
			}
			figures.Add(in.Text, reading, other)
			continue
		}
		if err := c.print(t, in.Text, reading); err != nil {
			return err
		}
	}
	if c.Compare {
		_, err = fmt.Fprintf(t.out, "the model measured against the rules (neither is gold):\n%s", figures)
	}
	return err
}

func readText(path string, published kg.Date) (read.Text, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return read.Text{}, kg.Errorf(kg.Invalid, "%w", err)
	}
	if !utf8.Valid(data) {
		return read.Text{}, kg.Errorf(kg.Invalid, "%s is not UTF-8; convert it first (iconv -f WINDOWS-1252 -t UTF-8)", path)
	}
	doc := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	text, stated, err := ingest.CutFrontMatter(path, string(data))
	if err != nil {
		return read.Text{}, err
	}
	if published == "" {
		published = stated
	}
	return read.Text{Doc: doc, Text: text, PublishedAt: published}, nil
}

func (c *readCommand) print(t terminal, text string, r kg.Reading) error {
	if !c.JSON {
		_, err := fmt.Fprint(t.out, readingText(text, r))
		return err
	}
	encoder := json.NewEncoder(t.out)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(r)
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
	fmt.Fprintf(&b, "# %s: %d mentions, %d statements, %d claims", r.Doc, len(r.Mentions), len(r.Statements), len(r.Claims))
	if r.Dropped > 0 {
		fmt.Fprintf(&b, ", %d dropped because their words are not in the text", r.Dropped)
	}
	b.WriteString("\n")
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
