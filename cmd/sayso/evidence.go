package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"sayso/graph/operations"
	"sayso/internal/evidence"
	"sayso/internal/kg"
)

type evidenceCommand struct {
	serverFlag
	Question []string      `arg:"" help:"The question, with or without quotation marks around it."`
	Output   string        `short:"o" help:"The file; - for standard output." default:"-" placeholder:"FILE"`
	Timeout  time.Duration `help:"Longest time to wait for an answer." default:"60s"`
}

// Run writes the answer with the articles that its quotes stand in.
func (c *evidenceCommand) Run(t terminal) error {
	b := evidence.Bundle{Question: strings.Join(c.Question, " "), MadeOn: time.Now().UTC().Format(time.DateOnly)}
	var data struct{ Ask json.RawMessage }
	if err := c.query(t.ctx, c.Timeout, operations.Ask, map[string]any{"question": b.Question}, &data); err != nil {
		return err
	}
	var asked struct{ GraphQL string }
	if err := json.Unmarshal(data.Ask, &asked); err != nil {
		return err
	}
	b.Answer, b.GraphQL = data.Ask, asked.GraphQL
	if err := c.articles(t, &b); err != nil {
		return err
	}
	b, err := evidence.Seal(b)
	if err != nil {
		return err
	}
	out := t.out
	if c.Output != "-" {
		file, err := os.Create(c.Output)
		if err != nil {
			return kg.Errorf(kg.Invalid, "%w", err)
		}
		defer func() { _ = file.Close() }()
		out = file
	}
	encoder := json.NewEncoder(out)
	encoder.SetIndent("", " ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(b)
}

// articles fetches the texts that the answer's quotes stand in.
func (c *evidenceCommand) articles(t terminal, b *evidence.Bundle) error {
	cited, err := evidence.Citations(b.Answer)
	if err != nil {
		return err
	}
	var ids []string
	for _, x := range cited {
		ids = append(ids, x.Article)
	}
	slices.Sort(ids)
	document, err := operations.Of("evidence/texts")
	if err != nil {
		return err
	}
	for some := range slices.Chunk(slices.Compact(ids), 50) {
		var data struct {
			Nodes []struct {
				ID, Title, URL, PublishedAt, RetrievedAt, Text string
				Publisher                                      *struct{ Name string }
			}
		}
		if err := c.query(t.ctx, c.Timeout, document, map[string]any{"ids": some}, &data); err != nil {
			return err
		}
		for _, n := range data.Nodes {
			a := evidence.Article{
				ID: n.ID, Title: n.Title, URL: n.URL, PublishedAt: n.PublishedAt, RetrievedAt: n.RetrievedAt, Text: n.Text,
			}
			if n.Publisher != nil {
				a.Publisher = n.Publisher.Name
			}
			b.Articles = append(b.Articles, a)
		}
	}
	return nil
}

type verifyCommand struct {
	File string `arg:"" help:"A bundle that sayso evidence wrote, or - for standard input. No server is needed."`
}

// Run checks a bundle and says what does not hold.
func (c *verifyCommand) Run(t terminal) error {
	in := t.in
	if c.File != "-" {
		file, err := os.Open(c.File)
		if err != nil {
			return kg.Errorf(kg.Invalid, "%w", err)
		}
		defer func() { _ = file.Close() }()
		in = file
	}
	text, err := io.ReadAll(in)
	if err != nil {
		return err
	}
	report, err := evidence.Verify(text)
	if err != nil {
		return err
	}
	for _, f := range report.Faults {
		fmt.Fprintln(t.out, f)
	}
	if n := len(report.Faults); n > 0 {
		return kg.Errorf(kg.QuoteBroken, "the bundle does not hold: %d faults in %d quotes and %d articles", n, report.Quotes,
			report.Articles)
	}
	_, err = fmt.Fprintf(t.out, "%d quotes stand in %d articles, each with the hash it is named by; nothing was changed\n",
		report.Quotes, report.Articles)
	return err
}
