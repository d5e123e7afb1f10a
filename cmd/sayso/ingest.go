package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"sayso/internal/ingest"
	"sayso/internal/kg"
)

type ingestCommand struct {
	serverFlag
	Sources []string      `arg:"" help:"Files (text, HTML, JSON lines), folders, URLs, or - for standard input." placeholder:"PATH|URL|-"`
	Timeout time.Duration `help:"Longest time for one article." default:"10m"`

	Title       string `help:"Title, for articles that bring none."`
	URL         string `help:"Where it was published, for articles that do not say."`
	Publisher   string `help:"Who published it, for articles that do not say."`
	PublishedAt string `help:"When it was published, for articles that do not say." placeholder:"DATE"`
	RetrievedAt string `help:"When it was retrieved, for articles that do not say." placeholder:"DATE"`
	Language    string `help:"Its language, for articles that do not say." placeholder:"en"`
}

const ingestQuery = `mutation Ingest($articles: [ArticleInput!]!) { ingest(articles: $articles) { results {
  article { id title url } isNew added { articles entities statements claims mentions } error { code message } } } }`

type ingested struct {
	Ingest struct {
		Results []struct {
			Article *struct {
				ID         string
				Title, URL *string
			}
			IsNew bool
			Added kg.Counts
			Error *struct{ Code, Message string }
		}
	}
}

// tally is what the summary tells.
type tally struct {
	added, known, refused int
	counts                kg.Counts
}

// Run hands over every article of every source. One that is refused is reported and the rest goes on; the exit code is 1 then.
func (c *ingestCommand) Run(t terminal) error {
	for _, date := range []string{c.PublishedAt, c.RetrievedAt} {
		if _, err := kg.ParseDate(date); err != nil {
			return err
		}
	}
	var sources []ingest.Source
	for _, arg := range c.Sources {
		found, err := ingest.Sources(arg, t.in)
		if err != nil {
			return err
		}
		sources = append(sources, found...)
	}
	var total tally
	bar := progress(t, len(sources))
	for _, s := range sources {
		bar.Describe(s.Name)
		if err := c.one(t, s, &total); err != nil {
			var own *kg.Error
			if t.ctx.Err() != nil || (errors.As(err, &own) && own.Code == kg.Unavailable) {
				return err
			}
			total.refused++
			fmt.Fprintf(t.err, "sayso: %v\n", err)
		}
		_ = bar.Add(1)
	}
	_ = bar.Finish()
	fmt.Fprintf(t.out, "%d new, %d known, %d refused: %d statements, %d claims, %d actors added\n",
		total.added, total.known, total.refused, total.counts.Statements, total.counts.Claims, total.counts.Entities)
	if total.refused > 0 {
		return kg.Errorf(kg.Invalid, "%d of %d articles were refused; nothing of them was stored", total.refused, total.refused+total.added+total.known)
	}
	return nil
}

// one sends the articles of a source, one request each, so that a refusal names its article and memory stays bounded.
func (c *ingestCommand) one(t terminal, s ingest.Source, total *tally) error {
	return s.Each(t.ctx, func(submission kg.Submission) error {
		c.fillIn(&submission)
		var done ingested
		if err := c.query(t.ctx, c.Timeout, ingestQuery, map[string]any{"articles": []any{variables(submission)}}, &done); err != nil {
			return err
		}
		for _, r := range done.Ingest.Results {
			switch {
			case r.Error != nil:
				total.refused++
				fmt.Fprintf(t.err, "sayso: %s: %s\n", s.Name, r.Error.Message)
			case r.IsNew:
				total.added++
			default:
				total.known++
			}
			total.counts = total.counts.Plus(r.Added)
		}
		return nil
	})
}

// fillIn gives an article what the flags say and the article does not.
func (c *ingestCommand) fillIn(s *kg.Submission) {
	s.Title, s.URL = cmp.Or(s.Title, c.Title), cmp.Or(s.URL, c.URL)
	s.Publisher, s.Language = cmp.Or(s.Publisher, c.Publisher), cmp.Or(s.Language, c.Language)
	s.PublishedAt, s.RetrievedAt = cmp.Or(s.PublishedAt, kg.Date(c.PublishedAt)), cmp.Or(s.RetrievedAt, kg.Date(c.RetrievedAt))
}

// variables is a submission as the API's ArticleInput.
func variables(s kg.Submission) map[string]any {
	out := map[string]any{}
	for name, value := range map[string]string{"text": s.Text, "html": s.HTML, "title": s.Title, "url": s.URL, "publisher": s.Publisher,
		"publishedAt": string(s.PublishedAt), "retrievedAt": string(s.RetrievedAt), "language": s.Language} {
		if value != "" {
			out[name] = value
		}
	}
	if s.Reading != nil {
		out["reading"] = s.Reading
	}
	return out
}

// progress shows a bar on a terminal and nothing elsewhere.
func progress(t terminal, n int) *progressbar.ProgressBar {
	file, isFile := t.err.(*os.File)
	visible := isFile && term.IsTerminal(int(file.Fd()))
	return progressbar.NewOptions(n, progressbar.OptionSetWriter(t.err), progressbar.OptionSetVisibility(visible),
		progressbar.OptionShowCount(), progressbar.OptionSetPredictTime(true), progressbar.OptionClearOnFinish())
}
