package standing

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"sayso/internal/kg"
)

// Request sends a GraphQL document and decodes its data.
type Request func(ctx context.Context, document string, variables map[string]any, out any) error

const (
	mostRows  = 500 // of an answer: as many as the document asks for
	mostPages = 50  // of each list of an answer
)

// entry is one thing that an answer says.
type entry struct {
	Key      string         `json:"key"`
	Text     string         `json:"text"`
	Disputed bool           `json:"disputed,omitempty"`
	Quotes   []kg.ToldQuote `json:"quotes"`
}

// The answer in the form of its document.
type (
	named    struct{ ID, Name string }
	asserted struct {
		Text            string
		Contested       bool
		Predicate       struct{ ID string }
		Subject, Object *struct{ ID string }
		ID              string
		ObjectText      *string
		Statements      struct{ Nodes []statement }
	}
	statement struct {
		ID      string
		Quote   struct{ Exact string }
		Speaker *named
		Source  []struct{ Text string }
		Article struct {
			ID                      string
			Title, URL, PublishedAt *string
		}
		Asserts []struct{ Claim asserted }
	}
	page struct {
		HasNextPage bool
		EndCursor   *string
	}
	claims struct {
		PageInfo page
		Nodes    []asserted
	}
	answer struct {
		Rows       []row
		Unnamed    []asserted
		Statements *struct {
			PageInfo page
			Nodes    []statement
		}
		Claims, Figures *claims
		Timeline        *struct{ Entries []position }
		Path            *struct{ Paths []struct{ Hops []hop } }
		Disputes        *struct {
			PageInfo page
			Nodes    []dispute
		}
	}
	row struct {
		Actor             named
		Predicate, Status string
		Target            *named
		TargetText        *string
		Evidence          []statement
	}
	position struct {
		Modality   string
		Claim      asserted
		Statements []statement
	}
	hop struct {
		Claim    asserted
		Evidence []statement
	}
	dispute struct {
		ID     string
		Reason *string
		Sides  []struct {
			Claim    asserted
			Evidence []statement
		}
	}
)

// ask answers a question whole. An answer that is too long to be compared is an error that says so.
func ask(ctx context.Context, request Request, document, question string) ([]entry, error) {
	variables := map[string]any{"question": question}
	var out []entry
	for range mostPages {
		var data struct{ Ask *answer }
		if err := request(ctx, document, variables, &data); err != nil {
			return nil, err
		}
		if data.Ask == nil {
			return nil, kg.Errorf(kg.Unavailable, "the question was not answered; it is tried again")
		}
		if len(data.Ask.Rows) >= mostRows {
			return nil, kg.Errorf(kg.TooLarge, "the answer has %d rows or more; ask a narrower question, such as one of a "+
				"single actor or year", mostRows)
		}
		out = append(out, data.Ask.entries(len(variables) == 1)...)
		if !data.Ask.next(variables) {
			return distinct(out), nil
		}
	}
	return nil, kg.Errorf(kg.TooLarge, "the answer is too long to be compared with the one before; ask a narrower "+
		"question, such as one of a single actor or year")
}

// next sets the cursors of the lists that go on. A list that has ended is asked for behind its end, where there is
// nothing.
func (a *answer) next(variables map[string]any) (more bool) {
	at := func(list string, p page) {
		if p.EndCursor != nil {
			variables[list] = *p.EndCursor
		}
		more = more || p.HasNextPage
	}
	if a.Statements != nil {
		at("statements", a.Statements.PageInfo)
	}
	if a.Claims != nil {
		at("claims", a.Claims.PageInfo)
	}
	if a.Figures != nil {
		at("figures", a.Figures.PageInfo)
	}
	if a.Disputes != nil {
		at("disputes", a.Disputes.PageInfo)
	}
	return more
}

func (c asserted) entry() entry {
	return entry{Key: c.ID, Text: c.Text, Disputed: c.Contested, Quotes: quotes(c.Statements.Nodes...)}
}

// entries gives what one page of the answer says; what is no list of pages only for the first.
func (a *answer) entries(first bool) []entry {
	var out []entry
	if first {
		out = a.unpaged()
	}
	if a.Statements != nil {
		for _, s := range a.Statements.Nodes {
			out = append(out, entry{
				Key: s.ID, Text: cmp.Or(s.says(), "It is reported") + ": “" + s.Quote.Exact + "”", Quotes: quotes(s),
			})
		}
	}
	for _, list := range []*claims{a.Claims, a.Figures} {
		if list == nil {
			continue
		}
		for _, c := range list.Nodes {
			out = append(out, c.entry())
		}
	}
	if a.Disputes != nil {
		for _, d := range a.Disputes.Nodes {
			out = append(out, d.entry())
		}
	}
	return out
}

func (a *answer) unpaged() []entry {
	var out []entry
	for _, r := range a.Rows {
		out = append(out, r.entry())
	}
	for _, c := range a.Unnamed {
		out = append(out, c.entry())
	}
	if a.Timeline != nil {
		for _, p := range a.Timeline.Entries {
			out = append(out, entry{
				Key: p.Claim.ID + "|" + p.Modality, Text: p.Claim.Text, Disputed: p.Claim.Contested,
				Quotes: quotes(p.Statements...),
			})
		}
	}
	if a.Path != nil {
		for _, way := range a.Path.Paths {
			e := entry{}
			for _, h := range way.Hops {
				e.Key, e.Text, e.Disputed = e.Key+"|"+h.Claim.ID, e.Text+"; "+h.Claim.Text, e.Disputed || h.Claim.Contested
				e.Quotes = append(e.Quotes, quotes(h.Evidence...)...)
			}
			e.Text = strings.TrimPrefix(e.Text, "; ")
			out = append(out, e)
		}
	}
	return out
}

// entry gives what a row says: that an actor did something to a target, and where it stands now.
func (r row) entry() entry {
	target, name := "", ""
	if r.Target != nil {
		target, name = r.Target.ID, r.Target.Name
	} else if r.TargetText != nil {
		target, name = *r.TargetText, *r.TargetText
	}
	e := entry{Key: strings.Join([]string{r.Actor.ID, r.Predicate, r.Status, target}, "|"), Quotes: quotes(r.Evidence...),
		Text: strings.TrimSpace(fmt.Sprintf("%s %s %s", r.Actor.Name, r.Status, name))}
	found := false
	for _, s := range r.Evidence {
		for _, a := range s.Asserts {
			if !r.has(a.Claim) {
				continue
			}
			e.Disputed = e.Disputed || a.Claim.Contested
			if !found && r.Predicate == r.Status {
				e.Text, found = a.Claim.Text, true
			}
		}
	}
	return e
}

// has reports whether a claim is one of those that make the row.
func (r row) has(c asserted) bool {
	is := func(end *struct{ ID string }, id string) bool { return end != nil && end.ID == id }
	if r.Predicate != c.Predicate.ID && r.Status != c.Predicate.ID {
		return false
	}
	if r.Target == nil {
		return is(c.Subject, r.Actor.ID)
	}
	return is(c.Subject, r.Actor.ID) && is(c.Object, r.Target.ID) || is(c.Object, r.Actor.ID) && is(c.Subject, r.Target.ID)
}

func (d dispute) entry() entry {
	e := entry{Key: d.ID, Disputed: true}
	var sides []string
	for _, s := range d.Sides {
		sides = append(sides, s.Claim.Text)
		e.Quotes = append(e.Quotes, quotes(s.Evidence...)...)
	}
	e.Text = strings.Join(sides, " / ")
	return e
}

// says names who says a statement.
func (s statement) says() string {
	switch {
	case s.Speaker != nil:
		return s.Speaker.Name
	case len(s.Source) > 0:
		return s.Source[0].Text
	}
	return ""
}

func quotes(statements ...statement) []kg.ToldQuote {
	out := []kg.ToldQuote{}
	for _, s := range statements {
		q := kg.ToldQuote{Statement: s.ID, Exact: s.Quote.Exact, Speaker: s.says(), Article: s.Article.ID}
		for from, to := range map[*string]*string{
			s.Article.Title: &q.Title, s.Article.URL: &q.URL, s.Article.PublishedAt: (*string)(&q.PublishedAt),
		} {
			if from != nil {
				*to = *from
			}
		}
		out = append(out, q)
	}
	return out
}

// distinct leaves out entries whose key stands before.
func distinct(entries []entry) []entry {
	seen, out := map[string]bool{}, []entry{}
	for _, e := range entries {
		if !seen[e.Key] {
			seen[e.Key] = true
			out = append(out, e)
		}
	}
	return out
}
