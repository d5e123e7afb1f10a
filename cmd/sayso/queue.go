package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"sayso/internal/kg"
)

// queueCommand is what can be done with articles that wait on the server to be read.
type queueCommand struct {
	Status statusQueueCommand `cmd:"" default:"withargs" help:"Show how full the queue is, and how it fares."`
	List   listQueueCommand   `cmd:"" help:"List the articles that could not be read: dead letters."`
	Show   showQueueCommand   `cmd:"" help:"Show how far an article is, and of a dead letter its text."`
	Retry  retryQueueCommand  `cmd:"" help:"Have dead letters read once more."`
	Remove removeQueueCommand `cmd:"" help:"Throw dead letters away."`
}

// queuedArticle is an article of the queue as the server tells of it.
type queuedArticle struct {
	ID, State, Lane     string
	Article, Title, URL *string
	Since               string
	QueuedAt, FailedAt  string
	Failures            []struct {
		Cause string
		Count int
	}
	Deaths, Bytes int
	Fault         *string
	Text          string
}

const (
	ticketFields = ` { id state lane article title url since failures { cause count } deaths fault }`
	letterFields = ` id lane article title url queuedAt failedAt failures { cause count } deaths fault bytes`
	queueTimeout = 30 * time.Second
)

// name is what people know an article by.
func (a queuedArticle) name() string {
	for _, known := range []*string{a.Title, a.URL} {
		if known != nil {
			return *known
		}
	}
	return a.ID
}

// causes are the failures in one line: "3 INTERNAL, 2 TIMEOUT".
func (a queuedArticle) causes() string {
	var out []string
	for _, f := range a.Failures {
		out = append(out, fmt.Sprintf("%d %s", f.Count, f.Cause))
	}
	return strings.Join(out, ", ")
}

type statusQueueCommand struct {
	serverFlag
	JSON bool `name:"json" help:"Print it as JSON."`
}

// queueState is the queue as the server tells of it.
type queueState struct {
	Lanes []struct {
		Lane                     string
		Articles, MostArticles   int
		Megabytes, MostMegabytes int
		OldestAt                 *string
		HasRoom                  bool
	}
	DeadLetters, Workers int
	Damaged              []string
	Trouble              *string
}

// Run prints the state.
func (c *statusQueueCommand) Run(t terminal) error {
	var raw json.RawMessage
	if err := c.query(t.ctx, queueTimeout, `{ queue { lanes { lane articles mostArticles megabytes mostMegabytes oldestAt hasRoom }
  deadLetters workers damaged trouble } }`, nil, &raw); err != nil {
		return err
	}
	if c.JSON {
		fmt.Fprintln(t.out, string(raw))
		return nil
	}
	var data struct{ Queue queueState }
	if err := json.Unmarshal(raw, &data); err != nil {
		return err
	}
	table := tabwriter.NewWriter(t.out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "LANE\tARTICLES\tOF\tMB\tOF\tOLDEST")
	for _, l := range data.Queue.Lanes {
		oldest := "-"
		if l.OldestAt != nil {
			oldest = *l.OldestAt
		}
		fmt.Fprintf(table, "%s\t%d\t%d\t%d\t%d\t%s\n", strings.ToLower(l.Lane), l.Articles, l.MostArticles, l.Megabytes,
			l.MostMegabytes, oldest)
	}
	if err := table.Flush(); err != nil {
		return err
	}
	fmt.Fprintf(t.out, "%d workers in the server, %d dead letters (sayso queue list)\n", data.Queue.Workers,
		data.Queue.DeadLetters)
	for _, d := range data.Queue.Damaged {
		fmt.Fprintf(t.out, "damaged: %s\n", d)
	}
	if data.Queue.Trouble != nil {
		fmt.Fprintf(t.out, "at the moment: %s\n", *data.Queue.Trouble)
	}
	return nil
}

type listQueueCommand struct {
	serverFlag
	JSON bool `name:"json" help:"Print a dead letter a line, as JSON."`
}

// lettersAtOnce is how many dead letters are asked for in one request.
const lettersAtOnce = 100

// Run prints all of them.
func (c *listQueueCommand) Run(t terminal) error {
	var after any
	for {
		var data struct{ DeadLetters []queuedArticle }
		if err := c.query(t.ctx, queueTimeout, fmt.Sprintf(`query($after: ID) { deadLetters(first: %d, after: $after) {%s } }`,
			lettersAtOnce, letterFields), map[string]any{"after": after}, &data); err != nil {
			return err
		}
		for _, l := range data.DeadLetters {
			if err := c.print(t, l); err != nil {
				return err
			}
			after = l.ID
		}
		if len(data.DeadLetters) < lettersAtOnce {
			return nil
		}
	}
}

func (c *listQueueCommand) print(t terminal, l queuedArticle) error {
	if c.JSON {
		return json.NewEncoder(t.out).Encode(l.fields())
	}
	_, err := fmt.Fprintf(t.out, "%s  %s  (%s, since %s)\n    %s\n", l.ID, l.name(), l.causes(), l.FailedAt, *l.Fault)
	return err
}

// fields are a dead letter as the API names its parts.
func (l queuedArticle) fields() map[string]any {
	return map[string]any{"id": l.ID, "lane": l.Lane, "article": l.Article, "title": l.Title, "url": l.URL,
		"queuedAt": l.QueuedAt, "failedAt": l.FailedAt, "failures": l.Failures, "deaths": l.Deaths, "fault": l.Fault,
		"bytes": l.Bytes}
}

type showQueueCommand struct {
	serverFlag
	ID string `arg:"" help:"The article's id in the queue, as sayso ingest --queue and sayso queue list print it."`
}

// Run prints what is known of an article.
func (c *showQueueCommand) Run(t terminal) error {
	var data struct {
		DeadLetter     *queuedArticle
		QueuedArticles []*queuedArticle
	}
	if err := c.query(t.ctx, queueTimeout, `query($id: ID!) { queuedArticles(ids: [$id])`+ticketFields+`
  deadLetter(id: $id) {`+letterFields+` text(first: 5000000) } }`, map[string]any{"id": c.ID}, &data); err != nil {
		return err
	}
	var now *queuedArticle
	if len(data.QueuedArticles) > 0 {
		now = data.QueuedArticles[0]
	}
	if now == nil && data.DeadLetter == nil {
		return kg.Errorf(kg.NotFound, "the queue knows nothing of %s; what became of an article is kept for a week", c.ID)
	}
	if now != nil {
		now.print(t)
	}
	if data.DeadLetter != nil {
		fmt.Fprintf(t.out, "\n%s\n", data.DeadLetter.Text)
	}
	return nil
}

// print prints what is known of an article, a line for each thing.
func (a queuedArticle) print(t terminal) {
	for _, line := range []struct{ name, value string }{
		{"id", a.ID}, {"state", strings.ToLower(a.State)}, {"since", a.Since}, {"lane", strings.ToLower(a.Lane)},
		{"article", textOf(a.Article)}, {"title", textOf(a.Title)}, {"url", textOf(a.URL)}, {"failures", a.causes()},
		{"fault", textOf(a.Fault)},
	} {
		if line.value != "" {
			fmt.Fprintf(t.out, "%-9s %s\n", line.name, line.value)
		}
	}
	if a.Deaths > 0 {
		fmt.Fprintf(t.out, "%-9s %d (processes that ended while it was read)\n", "deaths", a.Deaths)
	}
}

func textOf(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// someLetters names dead letters.
type someLetters struct {
	serverFlag
	IDs []string `arg:"" optional:"" name:"id" help:"The ids of dead letters, as sayso queue list prints them." placeholder:"ID"`
	All bool     `help:"All of them."`
}

// each does something with each that is named.
func (c *someLetters) each(t terminal, field, says string) error {
	ids := map[string]bool{}
	for _, id := range c.IDs {
		ids[id] = true
	}
	if (len(ids) == 0) != c.All {
		return kg.Errorf(kg.Invalid, "name dead letters by their ids, or say --all")
	}
	if c.All {
		var after any
		for more := true; more; {
			var data struct{ DeadLetters []queuedArticle }
			if err := c.query(t.ctx, queueTimeout, fmt.Sprintf(`query($after: ID) { deadLetters(first: %d, after: $after) { id } }`,
				lettersAtOnce), map[string]any{"after": after}, &data); err != nil {
				return err
			}
			for _, l := range data.DeadLetters {
				ids[l.ID], after = true, l.ID
			}
			more = len(data.DeadLetters) == lettersAtOnce
		}
	}
	for _, id := range slices.Sorted(maps.Keys(ids)) {
		if err := c.changeOne(t, queueTimeout, id, id, field, says); err != nil {
			return err
		}
	}
	return nil
}

type (
	retryQueueCommand  struct{ someLetters }
	removeQueueCommand struct{ someLetters }
)

// Run has them read once more.
func (c *retryQueueCommand) Run(t terminal) error {
	return c.each(t, "retryDeadLetter(id: $id) { id }", "waits to be read again; sayso queue show tells what comes of it")
}

// Run throws them away.
func (c *removeQueueCommand) Run(t terminal) error {
	return c.each(t, "removeDeadLetter(id: $id)", "is thrown away")
}
