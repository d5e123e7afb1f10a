package main

import (
	"fmt"
	"slices"
	"strings"
)

// sureReading is the confidence below which a reading is shown as a guess.
const sureReading = 0.7

// text is the answer for a person.
func (a answer) text() string {
	var b strings.Builder
	text := a.Interpretation.Text
	if strings.HasPrefix(text, "Who ") && !strings.HasPrefix(text, "Who or ") && !strings.Contains(text, ":") {
		text = strings.TrimSuffix(text, ".") + "?"
	}
	b.WriteString(text + "\n")
	if a.Interpretation.Confidence < sureReading {
		b.WriteString("This is how the question was understood, and it may have meant something else.\n")
	}
	body := a.body()
	if body == "" {
		body = a.nothing()
	}
	b.WriteString(body)
	for i, other := range a.Interpretation.Alternatives {
		if i == 0 {
			b.WriteString("\nOr did you ask:\n")
		}
		b.WriteString("  " + other.Text + "\n")
	}
	return b.String()
}

// body is what answers the question, "" where nothing does.
func (a answer) body() string {
	return a.profile() + a.rows() + a.unnamed() + a.ways() + a.positions() + a.disputed() + a.claims() + a.said()
}

// nothing says why there is no answer.
func (a answer) nothing() string {
	out := "No statement found that says so.\n"
	if a.Absence != nil {
		switch a.Absence.Kind {
		case "NOT_COVERED":
			out = "No article names them.\n"
		case "DENIED":
			out = "No statement asserts it, and these deny it.\n"
		case "DECLINED_TO_COMMENT":
			out = "No statement asserts or denies it, and somebody did not comment.\n"
		}
		out += quotes(a.Absence.Statements)
	}
	return out + a.leftOut()
}

func (a answer) leftOut() string {
	var parts []string
	for _, l := range a.LeftOut {
		negated := ""
		if l.Negated {
			negated = " negated"
		}
		parts = append(parts, fmt.Sprintf(" %d %s%s", l.Count, strings.ToLower(l.Modality), negated))
	}
	if parts == nil {
		return ""
	}
	return "\nLeft out:" + strings.Join(parts, ";") + ".\n"
}

func (a answer) rows() string {
	if len(a.Rows) == 0 {
		return ""
	}
	var b strings.Builder
	rows := slices.Clone(a.Rows)
	if m := a.Interpretation.Moment; m != nil {
		rows = atMoment(rows, *m)
	}
	for _, r := range rows {
		b.WriteString("\n" + a.row(r))
	}
	if len(a.Unnamed) > 0 {
		return b.String() // what was left out stands behind those
	}
	return b.String() + a.leftOut()
}

// unnamed writes the claims with one side that has no name, behind those between two who have.
func (a answer) unnamed() string {
	if len(a.Unnamed) == 0 {
		return ""
	}
	var b strings.Builder
	if len(a.Rows) > 0 {
		b.WriteString("\nWith one side unnamed:\n")
	}
	for _, c := range a.Unnamed {
		b.WriteString("\n" + c.Text + "\n" + quotes(c.Statements.Nodes))
	}
	return b.String() + a.leftOut()
}

// atMoment keeps the row of the first or the last time.
func atMoment(rows []answerRow, moment string) []answerRow {
	day := func(r answerRow) string {
		if moment == "LAST" {
			return deref(r.LastOn)
		}
		return deref(r.FirstOn)
	}
	rows = slices.DeleteFunc(slices.Clone(rows), func(r answerRow) bool { return day(r) == "" })
	slices.SortStableFunc(rows, func(x, y answerRow) int { return strings.Compare(day(x), day(y)) })
	if len(rows) > 0 && moment == "LAST" {
		return rows[len(rows)-1:]
	}
	return rows[:min(1, len(rows))]
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// row writes one row. What was done is named where the question did not name it, whom where it did not mean one.
func (a answer) row(r answerRow) string {
	var b strings.Builder
	b.WriteString(r.Actor.Name)
	asked := slices.ContainsFunc(a.Interpretation.Predicates, func(p struct{ ID string }) bool {
		return p.ID == r.Predicate
	})
	target := deref(r.TargetText)
	if r.Target != nil {
		target = r.Target.Name
	}
	who := a.Interpretation.Kind == "WHO_DID" || a.Interpretation.Kind == ""
	switch {
	case !asked && r.Predicate != "":
		b.WriteString(" " + words(r.Predicate) + " " + target)
	case len(a.Target) > 1 || !who && target != "":
		b.WriteString(" → " + target)
	}
	if r.Status != r.Predicate {
		fmt.Fprintf(&b, " [now: %s]", words(r.Status))
	}
	if r.FirstOn != nil {
		b.WriteString(", " + *r.FirstOn)
		if r.LastOn != nil && *r.LastOn != *r.FirstOn {
			b.WriteString(" to " + *r.LastOn)
		}
	}
	fmt.Fprintf(&b, " (%d %s)\n", r.Origins, plural(r.Origins, "origin"))
	return b.String() + quotes(r.Evidence)
}

// words writes a predicate's id as words.
func words(id string) string { return strings.ToLower(strings.ReplaceAll(id, "_", " ")) }

// quotes writes statements with who says them and where.
func quotes(list []cited) string {
	var b strings.Builder
	for _, e := range list {
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
