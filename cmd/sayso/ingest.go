package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"sayso/internal/ingest"
	"sayso/internal/ingest/fetch"
	"sayso/internal/kg"
)

type ingestCommand struct {
	serverFlag
	Sources  []string      `arg:"" optional:"" help:"Files (text, HTML, JSON lines, WARC, WACZ, mbox, export of Telegram), folders, URLs, or - for standard input." placeholder:"PATH|URL|-"`
	Timeout  time.Duration `help:"Longest time for one article." default:"10m"`
	Patience time.Duration `help:"How long an article is sent again while the server or its graph is not available." default:"5m"`
	Private  bool          `name:"private-addresses" help:"Also fetch pages from this machine and its own network."`
	DryRun   bool          `help:"Tell what would be stored and refused, and store nothing."`
	Queue    bool          `help:"Hand the articles to the server's queue, which answers at once and reads them later; their ids there are printed."`
	Behind   bool          `help:"With --queue: let what other people hand in go first."`
	Reread   bool          `help:"Read the stored articles that no reader could read when they came, if one can now."`

	Title       string `help:"The title, whatever the article says."`
	URL         string `help:"Where it was published, whatever the article says."`
	Publisher   string `help:"Who published it, whatever the article says."`
	Date        string `help:"When it was published, whatever the article says." placeholder:"DATE" aliases:"published-at"`
	RetrievedAt string `help:"When it was retrieved, whatever the article says." placeholder:"DATE"`
	Language    string `help:"Its language, whatever the article says." placeholder:"en"`

	reached bool // the server has answered once in this run; set and read by send
}

const ingestQuery = `mutation Ingest($articles: [ArticleInput!]!, $dryRun: Boolean!) { ingest(articles: $articles, dryRun: $dryRun) { results {
  article { id title url } isNew unreadReason leftOut { what reason words }
  added { articles entities statements claims mentions } error { code message } } } }`

type ingested struct {
	Ingest struct{ Results []ingestResult }
}

// ingestResult is what became of one article.
type ingestResult struct {
	Article *struct {
		ID         string
		Title, URL *string
	}
	IsNew        bool
	UnreadReason *string
	LeftOut      []kg.LeftOutItem
	Added        kg.Counts
	Error        *struct{ Code, Message string }
}

// tally is what the summary tells.
type tally struct {
	added, known, refused, unread, leftOut int
	counts                                 kg.Counts
	dry                                    bool // nothing was stored
}

// note takes in what became of the article of a place, and tells on stderr what was not taken.
func (total *tally) note(t terminal, place string, r ingestResult) {
	switch {
	case r.Error != nil:
		total.refuse(t, place, r.Error.Message)
	case r.IsNew:
		total.added++
	default:
		total.known++
	}
	if r.UnreadReason != nil {
		total.unread++
		fmt.Fprintf(t.err, "sayso: %s was stored, but not read: %s\n", place, *r.UnreadReason)
	}
	for _, item := range r.LeftOut {
		total.leftOut++
		fmt.Fprintf(t.err, "sayso: %s: %s was left out: %s", place, item.What, item.Reason)
		if item.Words != "" {
			fmt.Fprintf(t.err, " (%q)", item.Words)
		}
		fmt.Fprintln(t.err)
	}
	total.counts = total.counts.Plus(r.Added)
}

// refuse tells why what stands at a place was not taken. Messages that name the place already need it once.
func (total *tally) refuse(t terminal, place, message string) {
	total.refused++
	if !strings.HasPrefix(message, place) {
		message = place + ": " + message
	}
	fmt.Fprintf(t.err, "sayso: %s\n", message)
}

// summary prints the sums. Its error says that some articles were refused.
func (total *tally) summary(t terminal) error {
	var also string
	for _, more := range []struct {
		n    int
		what string
	}{{total.unread, "not read"}, {total.leftOut, "items left out"}} {
		if more.n > 0 {
			also += fmt.Sprintf("; %d %s", more.n, more.what)
		}
	}
	if total.dry {
		fmt.Fprint(t.out, "would be: ")
	}
	fmt.Fprintf(t.out, "%d new, %d known, %d refused: %d statements, %d claims, %d actors added%s\n",
		total.added, total.known, total.refused, total.counts.Statements, total.counts.Claims, total.counts.Entities, also)
	if total.refused > 0 {
		return kg.Errorf(kg.Invalid, "%d of %d articles were refused; nothing of them was stored", total.refused,
			total.refused+total.added+total.known)
	}
	return nil
}

// Run hands over every article of every source. One that is refused is reported and the rest goes on; the exit code is
// 1 then.
func (c *ingestCommand) Run(t terminal) error {
	for _, date := range []*string{&c.Date, &c.RetrievedAt} {
		parsed, err := kg.ParseDateAsWritten(*date)
		if err != nil {
			return err
		}
		*date = string(parsed)
	}
	if err := c.check(); err != nil {
		return err
	}
	var sources []ingest.Source
	for _, arg := range c.Sources {
		found, err := ingest.Sources(arg, t.in, fetch.New(fetch.Options{Private: c.Private}))
		if err != nil {
			return err
		}
		sources = append(sources, found...)
	}
	total := tally{dry: c.DryRun}
	bar := progress(t, len(sources))
	for _, s := range sources {
		bar.Describe(s.Name)
		if err := c.one(t, s, &total); err != nil {
			var own *kg.Error
			if t.ctx.Err() != nil || (errors.As(err, &own) && own.Code == kg.Unavailable) {
				return err
			}
			total.refuse(t, s.Name, err.Error())
		}
		_ = bar.Add(1)
	}
	_ = bar.Finish()
	if c.Reread {
		if err := c.reread(t, &total); err != nil {
			return err
		}
	}
	if c.Queue {
		return total.queued(t)
	}
	return total.summary(t)
}

// check tells what of the command line does not go together.
func (c *ingestCommand) check() error {
	switch {
	case c.Queue && (c.DryRun || c.Reread):
		return kg.Errorf(kg.Invalid, "--queue has articles read later; leave out --dry-run and --reread")
	case c.Behind && !c.Queue:
		return kg.Errorf(kg.Invalid, "--behind is about the queue; give --queue too")
	case c.DryRun && c.Reread:
		return kg.Errorf(kg.Invalid, "--reread stores what it reads; leave out --dry-run")
	case len(c.Sources) == 0 && !c.Reread:
		return kg.Errorf(kg.Invalid, "nothing to take in is named; give files, folders, URLs or - for standard input (or "+
			"--reread)")
	}
	return nil
}

// one sends the articles of a source, one request each, so that a refusal names its article and memory stays bounded.
func (c *ingestCommand) one(t terminal, s ingest.Source, total *tally) error {
	return s.Each(t.ctx, func(f ingest.Found) error {
		if f.Fault != nil {
			total.refuse(t, f.Place, message(f.Fault))
			return nil //nolint:nilerr // told, and what stands behind goes on
		}
		c.override(&f.Submission)
		if c.Queue {
			return c.hand(t, f, total)
		}
		results, err := c.send(t, f)
		if err != nil {
			return err
		}
		for _, r := range results {
			total.note(t, f.Place, r)
		}
		return nil
	})
}

// override gives an article what the flags say.
func (c *ingestCommand) override(s *kg.Submission) {
	s.Title, s.URL = cmp.Or(c.Title, s.Title), cmp.Or(c.URL, s.URL)
	s.Publisher, s.Language = cmp.Or(c.Publisher, s.Publisher), cmp.Or(c.Language, s.Language)
	s.PublishedAt, s.RetrievedAt = cmp.Or(kg.Date(c.Date), s.PublishedAt), cmp.Or(kg.Date(c.RetrievedAt), s.RetrievedAt)
}

const rereadQuery = `mutation Reread($after: ID) { reread(first: 10, after: $after) { results {
  article { id title url } isNew unreadReason leftOut { what reason words }
  added { articles entities statements claims mentions } error { code message } } } }`

// reread has the server read what it could not read before, some articles a request.
func (c *ingestCommand) reread(t terminal, total *tally) error {
	var after any
	for {
		var done struct {
			Reread struct{ Results []ingestResult }
		}
		if err := c.query(t.ctx, c.Timeout, rereadQuery, map[string]any{"after": after}, &done); err != nil {
			return err
		}
		if len(done.Reread.Results) == 0 {
			return nil
		}
		for _, r := range done.Reread.Results {
			if r.Article == nil {
				return kg.Errorf(kg.Unavailable, "the server's answer names no article; is it the same version?")
			}
			after = r.Article.ID
			total.note(t, r.Article.ID, r)
		}
	}
}

// variables is a submission as the API's ArticleInput.
func variables(s kg.Submission) map[string]any {
	out := map[string]any{}
	for name, value := range map[string]string{"text": s.Text, "html": s.HTML, "title": s.Title, "url": s.URL,
		"publisher":   s.Publisher,
		"publishedAt": string(s.PublishedAt), "retrievedAt": string(s.RetrievedAt), "language": s.Language} {
		if value != "" {
			out[name] = value
		}
	}
	if len(s.Authors) > 0 {
		out["authors"] = s.Authors
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
