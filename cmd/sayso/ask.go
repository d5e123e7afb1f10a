package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

type askCommand struct {
	serverFlag
	Question []string      `arg:"" help:"The question, with or without quotation marks around it."`
	JSON     bool          `name:"json" help:"Print the whole answer as JSON."`
	Timeout  time.Duration `help:"Longest time to wait." default:"30s"`
}

const (
	citation  = `{ id quote { exact start end prefix suffix status } speaker { name } via { name } modality kind date article { id title url publishedAt publisher { name } } }`
	claimText = `{ totalCount nodes { id text negated subject { name } subjectText predicate { id label } object { name } objectText quantity unit bound role occurredOn firstOn lastOn
    statements(first: 3) { nodes ` + citation + ` } } }`
)

const askQuery = `query Ask($question: String!) { ask(question: $question) {
  interpretation { question kind text confidence alternatives { text graphql } predicate { id label } predicates { id label }
    actor { name } target { name } speaker { name } via { name } about negated asOf knownAt from to moment }
  target { __typename id name kind }
  rows { actor { __typename id name } predicate target { id name } targetText status firstOn lastOn statements origins articles evidence(first: 3) ` + citation + ` }
  leftOut { modality negated status count }
  absence { kind coveredUntil statements(first: 3) ` + citation + ` }
  statements { totalCount nodes ` + citation + ` }
  claims ` + claimText + ` figures ` + claimText + `
  timeline { reversals entries { date predicate negated modality reversal claim { text } statements(first: 2) ` + citation + ` } }
  path { paths { length hops { from { name } to { name } forward claim { text } evidence(first: 1) ` + citation + ` } } }
  disputes { totalCount nodes { kind reason sides { claim { text } statements origins speakers(first: 5) { name } evidence(first: 2) ` + citation + ` } } }
  actor { __typename id name aliases kind description wikidataId }
  graphql cypher } }`

// answer is the part of the answer that is printed as text.
type answer struct {
	Interpretation struct {
		Kind, Text   string
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
	Article struct {
		Title, URL, PublishedAt *string
		Publisher               *named
	}
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
	if err := c.query(t.ctx, c.Timeout, askQuery, map[string]any{"question": question}, &data); err != nil {
		return err
	}
	if c.JSON {
		_, err := fmt.Fprintln(t.out, string(data.Ask))
		return err
	}
	var a answer
	if err := json.Unmarshal(data.Ask, &a); err != nil {
		return err
	}
	_, err := fmt.Fprint(t.out, a.text())
	return err
}
