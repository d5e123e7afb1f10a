package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"sayso/graph/operations"
)

type askCommand struct {
	serverFlag
	Question []string      `arg:"" help:"The question, with or without quotation marks around it."`
	JSON     bool          `name:"json" help:"Print the whole answer as JSON."`
	Timeout  time.Duration `help:"Longest time to wait." default:"30s"`
}

// answer is the part of the answer that is printed as text.
type answer struct {
	Interpretation struct {
		Kind, Text   string
		Search       string // what to search for where nothing answers
		Confidence   float64
		Predicates   []struct{ ID string }
		Alternatives []struct{ Text string }
		Moment       *string
	}
	Target []struct {
		ID, Name string
		Kind     *string
	}
	Rows    []answerRow
	Unnamed []claim // who did it, where the text names nobody
	LeftOut []struct {
		Modality string
		Negated  bool
		Count    int
	}
	Absence *struct {
		Kind         string
		CoveredUntil *string
		Statements   []cited
	}
	Statements      *struct{ Nodes []cited }
	Claims, Figures *struct{ Nodes []claim }
	Timeline        *struct {
		Reversals int
		Entries   []entry
	}
	Path *struct {
		Paths []struct{ Hops []hop }
	}
	Disputes *struct{ Nodes []dispute }
	Actor    *profile
}

type named struct{ Name string }

// cited is a statement with where it stands.
type cited struct {
	Quote   struct{ Exact string }
	Speaker *named
	Via     []named
	Date    *string
	Article articleRef
}

// articleRef is where an article was published.
type articleRef struct {
	Title, URL, PublishedAt *string
	Publisher               *named
}

type answerRow struct {
	Actor             named
	Target            *named
	TargetText        *string
	Predicate, Status string
	FirstOn, LastOn   *string
	Origins           int
	Evidence          []cited
}

type claim struct {
	Text       string
	Statements struct{ Nodes []cited }
}

type entry struct {
	Date       *string
	Predicate  string
	Negated    bool
	Modality   string
	Reversal   bool
	Claim      struct{ Text string }
	Statements []cited
}

type hop struct {
	From, To named
	Claim    struct{ Text string }
	Evidence []cited
}

type dispute struct {
	Kind   string
	Reason *string
	Sides  []struct {
		Claim      struct{ Text string }
		Statements int
		Speakers   []named
		Evidence   []cited
	}
}

type profile struct {
	Name              string
	Aliases           []string
	Kind, Description *string
}

// Run asks and prints the answer with dates, quotes and sources.
func (c *askCommand) Run(t terminal) error {
	var data struct{ Ask json.RawMessage }
	question := strings.Join(c.Question, " ")
	if err := c.query(t.ctx, c.Timeout, operations.Ask, map[string]any{"question": question}, &data); err != nil {
		return c.unread(t, err)
	}
	if c.JSON {
		_, err := fmt.Fprintln(t.out, string(data.Ask))
		return err
	}
	var a answer
	if err := json.Unmarshal(data.Ask, &a); err != nil {
		return err
	}
	if _, err := fmt.Fprint(t.out, a.text()); err != nil || a.body() != "" {
		return err
	}
	if _, err := fmt.Fprintln(t.out); err != nil {
		return err
	}
	return c.nearest(t, a.Interpretation.Search)
}

// unread shows what has most of the words of a question that cannot be read. It gives failed again, so that a script is
// not misled.
func (c *askCommand) unread(t terminal, failed error) error {
	var unread *unreadQuestion
	if !errors.As(failed, &unread) || c.JSON {
		return failed
	}
	return errors.Join(failed, c.nearest(t, unread.search))
}
