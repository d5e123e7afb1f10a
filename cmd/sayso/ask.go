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

const askQuery = `query Ask($question: String!) { ask(question: $question) {
  interpretation { question predicate { id label } target { name } asOf }
  target { __typename id name kind }
  rows { actor { __typename id name } target { id name } status firstOn lastOn origins articles
    evidence { id quote { exact start end prefix suffix status } speaker { name } via { name } modality kind
      article { id title url publishedAt publisher { name } } } }
  leftOut { modality negated status count }
  graphql cypher } }`

// answer is the part of the answer that is printed as text.
type answer struct {
	Interpretation struct {
		Predicate struct{ ID, Label string }
		Target    named
		AsOf      *string
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
}

type named struct{ Name string }

type answerRow struct {
	Actor, Target   struct{ ID, Name string }
	Status          string
	FirstOn, LastOn *string
	Origins         int
	Evidence        []struct {
		Quote   struct{ Exact string }
		Speaker *named
		Via     []named
		Article struct {
			Title, URL, PublishedAt *string
			Publisher               *named
		}
	}
}

// Run asks and prints each actor with dates, quotes and sources.
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

// text is the answer for a person.
func (a answer) text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "Who %s %s?", a.Interpretation.Predicate.Label, a.Interpretation.Target.Name)
	if a.Interpretation.AsOf != nil {
		fmt.Fprintf(&b, " (as of %s)", *a.Interpretation.AsOf)
	}
	b.WriteString("\n")
	if len(a.Rows) == 0 {
		b.WriteString("No statement found that says so.\n")
	}
	for _, r := range a.Rows {
		b.WriteString("\n" + a.row(r))
	}
	for i, l := range a.LeftOut {
		if i == 0 {
			b.WriteString("\nLeft out:")
		}
		negated := ""
		if l.Negated {
			negated = " negated"
		}
		fmt.Fprintf(&b, " %d %s%s;", l.Count, strings.ToLower(l.Modality), negated)
	}
	return strings.TrimSuffix(b.String(), ";") + ending(len(a.LeftOut) > 0)
}

func ending(line bool) string {
	if line {
		return ".\n"
	}
	return ""
}

func (a answer) row(r answerRow) string {
	var b strings.Builder
	b.WriteString(r.Actor.Name)
	if len(a.Target) > 1 {
		b.WriteString(" → " + r.Target.Name)
	}
	if r.Status != a.Interpretation.Predicate.ID {
		fmt.Fprintf(&b, " [now: %s]", strings.ToLower(strings.ReplaceAll(r.Status, "_", " ")))
	}
	if r.FirstOn != nil {
		b.WriteString(", " + *r.FirstOn)
		if r.LastOn != nil && *r.LastOn != *r.FirstOn {
			b.WriteString(" to " + *r.LastOn)
		}
	}
	fmt.Fprintf(&b, " (%d %s)\n", r.Origins, plural(r.Origins, "origin"))
	for _, e := range r.Evidence {
		fmt.Fprintf(&b, "  “%s”\n", strings.Join(strings.Fields(e.Quote.Exact), " "))
		if e.Speaker != nil {
			fmt.Fprintf(&b, "    said by %s", e.Speaker.Name)
			for _, v := range e.Via {
				b.WriteString(", via " + v.Name)
			}
			b.WriteString("\n")
		}
		b.WriteString("    " + source(e.Article.Publisher, e.Article.Title, e.Article.PublishedAt, e.Article.URL) + "\n")
	}
	return b.String()
}

func source(publisher *named, parts ...*string) string {
	var out []string
	if publisher != nil {
		out = append(out, publisher.Name)
	}
	for _, p := range parts {
		if p != nil {
			out = append(out, *p)
		}
	}
	if len(out) == 0 {
		return "an article without title, date or URL"
	}
	return strings.Join(out, " · ")
}

func plural(n int, word string) string {
	if n == 1 {
		return word
	}
	return word + "s"
}
