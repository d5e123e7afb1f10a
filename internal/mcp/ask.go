package mcp

import (
	"context"
	"strings"

	"sayso/internal/kg"
)

// AskIn is a question.
type AskIn struct {
	Question string `json:"question" jsonschema:"a question in English"`
	Paging
}

// FactsOut is an answer in facts.
type FactsOut struct {
	Understood   string   `json:"understood,omitempty" jsonschema:"how the question was understood"`
	Confidence   float64  `json:"confidence,omitempty" jsonschema:"how surely, 0 to 1"`
	Alternatives []string `json:"alternatives,omitempty" jsonschema:"other ways to understand it"`
	Facts        []Fact   `json:"facts"`
	Total        int      `json:"total" jsonschema:"how many facts there are in all"`
	LeftOut      string   `json:"left_out,omitempty" jsonschema:"reports that are not counted: hedged, denied, retracted"`
	Absence      string   `json:"absence,omitempty" jsonschema:"why there are no facts; absence of a report is not a report of absence"`
	Next         string   `json:"next,omitempty" jsonschema:"give it as cursor to read on"`

	// Nearest is set where there are no facts.
	Nearest []Citation `json:"nearest,omitempty" jsonschema:"no answer: the sentences that have most of the question's words; read the article before you use one"`
}

// answer is what the API gives to a question.
type answer struct {
	Interpretation struct {
		Text, Search string
		Confidence   float64
		Alternatives []struct{ Text string }
	}
	Rows            []row
	Unnamed         []claim
	LeftOut         []leftOut
	Absence         *absence
	Statements      *struct{ Nodes []statement }
	Claims, Figures *struct{ Nodes []claim }
	Timeline        *struct{ Entries []entry }
	Path            *struct{ Paths []struct{ Hops []hop } }
	Disputes        *struct{ Nodes []dispute }
	Actor           *struct{ Name, Description, Kind string }
}

type row struct {
	Actor      named
	Target     *named
	TargetText string
	Status     string
	Predicate  string
	FirstOn    string
	Origins    int
	Evidence   []statement
}

type claim struct {
	Text       string
	OccurredOn string
	Statements struct{ Nodes []statement }
}

type entry struct {
	Date       string
	Modality   string
	Claim      struct{ Text string }
	Statements []statement
}

type hop struct {
	Claim    struct{ Text string }
	Evidence []statement
}

type dispute struct {
	Reason string
	Sides  []struct {
		Claim    struct{ Text string }
		Origins  int
		Evidence []statement
	}
}

// fact says who did what to whom, and where that changed since, what holds now.
func (r row) fact() Fact {
	target := r.TargetText
	if r.Target != nil {
		target = r.Target.Name
	}
	verb := strings.ToLower(strings.ReplaceAll(cmpOr(r.Predicate, r.Status), "_", " "))
	text := strings.TrimSpace(r.Actor.Name + " " + verb + " " + target)
	if r.Predicate != "" && r.Status != r.Predicate {
		text += "; its latest position: " + strings.ToLower(strings.ReplaceAll(r.Status, "_", " "))
	}
	return Fact{Text: text, Date: r.FirstOn, Origins: r.Origins, Citations: citations(r.Evidence)}
}

func cmpOr(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func (t tools) answer(ctx context.Context, in AskIn) (FactsOut, error) {
	var data struct{ Ask answer }
	if err := t.ask(ctx, t.documents.Ask, map[string]any{"question": in.Question}, &data); err != nil {
		return FactsOut{}, err
	}
	a := data.Ask
	out, err := facts(a.facts(), in.Paging)
	out.Understood, out.Confidence = a.Interpretation.Text, a.Interpretation.Confidence
	for _, other := range a.Interpretation.Alternatives {
		out.Alternatives = append(out.Alternatives, other.Text)
	}
	out.LeftOut, out.Absence = inWords(a.LeftOut), a.Absence.words()
	if err == nil && out.Total == 0 && a.Interpretation.Search != "" {
		out.Nearest, err = t.nearest(ctx, a.Interpretation.Search)
	}
	return out, err
}

// nearest gives the sentences of articles that have most of the words of a search.
func (t tools) nearest(ctx context.Context, search string) ([]Citation, error) {
	var data struct {
		Search struct {
			Edges []struct {
				Passage *struct {
					Text       string
					Start, End int
				}
				Node source
			}
		}
	}
	err := t.ask(ctx, t.documents.Nearest, map[string]any{"query": search}, &data)
	switch {
	case kg.CodeOf(err) == kg.Invalid:
		return nil, nil // its words are none that can be searched for
	case err != nil:
		return nil, err
	}
	var out []Citation
	for _, e := range data.Search.Edges {
		if e.Passage != nil { // an article may have the words in its title alone
			c := e.Node.citation()
			c.Quote, c.Start, c.End, c.SaidBy = e.Passage.Text, e.Passage.Start, e.Passage.End, "see the article"
			out = append(out, c)
		}
	}
	return out, nil
}

// facts are those of all parts of the answer.
func (a answer) facts() []Fact {
	var out []Fact
	if a.Actor != nil {
		text := strings.Trim(a.Actor.Name+": "+cmpOr(a.Actor.Description, a.Actor.Kind), ": ")
		out = append(out, Fact{Text: text, Citations: []Citation{}})
	}
	for _, r := range a.Rows {
		out = append(out, r.fact())
	}
	out = append(out, claimed(a.Unnamed)...)
	for _, part := range []*struct{ Nodes []claim }{a.Figures, a.Claims} {
		if part != nil {
			out = append(out, claimed(part.Nodes)...)
		}
	}
	if a.Statements != nil {
		out = append(out, said(a.Statements.Nodes)...)
	}
	if a.Timeline != nil {
		for _, e := range a.Timeline.Entries {
			out = append(out, Fact{Text: e.Claim.Text, Date: e.Date, Citations: citations(e.Statements)})
		}
	}
	return append(out, a.tied()...)
}

// tied are the facts of ways and disputes.
func (a answer) tied() []Fact {
	var out []Fact
	if a.Path != nil {
		for _, way := range a.Path.Paths {
			for _, h := range way.Hops {
				out = append(out, Fact{Text: h.Claim.Text, Citations: citations(h.Evidence)})
			}
		}
	}
	if a.Disputes != nil {
		for _, d := range a.Disputes.Nodes {
			f := Fact{Text: "Disputed: " + d.Reason, Citations: []Citation{}}
			for _, side := range d.Sides {
				f.Citations = append(f.Citations, citations(side.Evidence)...)
			}
			out = append(out, f)
		}
	}
	return out
}

// claimed are claims as facts.
func claimed(list []claim) []Fact {
	out := make([]Fact, len(list))
	for i, c := range list {
		out[i] = Fact{Text: c.Text, Date: c.OccurredOn, Citations: citations(c.Statements.Nodes)}
	}
	return out
}

// said are statements as facts about who said what.
func said(list []statement) []Fact {
	out := make([]Fact, len(list))
	for i, s := range list {
		out[i] = Fact{Text: s.saidBy() + ": " + s.Quote.Exact, Date: s.Date, Citations: citations(list[i : i+1])}
	}
	return out
}

// facts keeps those that fit into the budget.
func facts(all []Fact, p Paging) (FactsOut, error) {
	some, next, err := within(all, p)
	if some == nil {
		some = []Fact{}
	}
	return FactsOut{Facts: some, Total: len(all), Next: next}, err
}

// WhoDidIn is a deed and its target.
type WhoDidIn struct {
	Predicate string `json:"predicate" jsonschema:"what was done, in words: recognized, condemned, met with"`
	Target    string `json:"target" jsonschema:"the name of whom or what it was done to"`
	AsOf      string `json:"as_of,omitempty" jsonschema:"leave out what happened later: 2022, 2022-08 or 2022-08-17"`
	Since     string `json:"since,omitempty" jsonschema:"leave out what happened earlier"`
	KnownAt   string `json:"known_at,omitempty" jsonschema:"leave out what was published later"`
	Speaker   string `json:"speaker,omitempty" jsonschema:"only what this actor says"`
	Paging
}

func (t tools) whoDid(ctx context.Context, in WhoDidIn) (FactsOut, error) {
	variables := given(map[string]string{
		"predicate": in.Predicate, "target": in.Target, "asOf": in.AsOf, "since": in.Since, "knownAt": in.KnownAt,
		"speaker": in.Speaker,
	})
	var data struct {
		WhoDid struct {
			Predicates []struct{ ID string }
			Rows       []row
			Unnamed    []claim
			LeftOut    []leftOut
			Absence    *absence
		}
	}
	if err := t.ask(ctx, t.documents.WhoDid, variables, &data); err != nil {
		return FactsOut{}, err
	}
	var all []Fact
	for _, r := range data.WhoDid.Rows {
		if len(data.WhoDid.Predicates) == 1 {
			r.Predicate = data.WhoDid.Predicates[0].ID
		}
		all = append(all, r.fact())
	}
	all = append(all, claimed(data.WhoDid.Unnamed)...)
	out, err := facts(all, in.Paging)
	out.LeftOut, out.Absence = inWords(data.WhoDid.LeftOut), data.WhoDid.Absence.words()
	return out, err
}

// given are the variables that are not empty.
func given(all map[string]string) map[string]any {
	out := map[string]any{}
	for name, value := range all {
		if value != "" {
			out[name] = value
		}
	}
	return out
}
