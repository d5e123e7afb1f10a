package main

import (
	"fmt"
	"strings"
)

// claims writes claims, and figures, each with the statements that make it.
func (a answer) claims() string {
	var b strings.Builder
	for _, list := range []*struct{ Nodes []claim }{a.Figures, a.Claims} {
		if list == nil {
			continue
		}
		for _, c := range list.Nodes {
			b.WriteString("\n" + c.Text + "\n" + quotes(c.Statements.Nodes))
		}
	}
	return b.String()
}

// said writes what was said.
func (a answer) said() string {
	if a.Statements == nil || len(a.Statements.Nodes) == 0 {
		return ""
	}
	return "\n" + quotes(a.Statements.Nodes)
}

// positions writes a timeline; a reversal is marked.
func (a answer) positions() string {
	if a.Timeline == nil || len(a.Timeline.Entries) == 0 {
		return ""
	}
	var b strings.Builder
	for _, e := range a.Timeline.Entries {
		day := deref(e.Date)
		if day == "" {
			day = "no date"
		}
		fmt.Fprintf(&b, "\n%s: %s", day, e.Claim.Text)
		if e.Modality != "ASSERTED" {
			fmt.Fprintf(&b, " (%s)", strings.ToLower(e.Modality))
		}
		if e.Reversal {
			b.WriteString(" [reversal]")
		}
		b.WriteString("\n" + quotes(e.Statements))
	}
	fmt.Fprintf(&b, "\n%d %s.\n", a.Timeline.Reversals, plural(a.Timeline.Reversals, "reversal"))
	return b.String()
}

// ways writes paths, one step on a line. A single step is told by the rows already.
func (a answer) ways() string {
	if a.Path == nil {
		return ""
	}
	var b strings.Builder
	for _, p := range a.Path.Paths {
		if len(p.Hops) < 2 && len(a.Rows) > 0 {
			continue
		}
		names := []string{}
		for i, h := range p.Hops {
			if i == 0 {
				names = append(names, h.From.Name)
			}
			names = append(names, h.To.Name)
		}
		b.WriteString("\n" + strings.Join(names, " – ") + "\n")
		for _, h := range p.Hops {
			b.WriteString("  " + h.Claim.Text + "\n" + quotes(h.Evidence))
		}
	}
	return b.String()
}

// disputed writes claims that contradict each other, with who stands behind each.
func (a answer) disputed() string {
	if a.Disputes == nil {
		return ""
	}
	var b strings.Builder
	for _, d := range a.Disputes.Nodes {
		b.WriteString("\n" + strings.ToLower(d.Kind))
		if d.Reason != nil {
			b.WriteString(": " + *d.Reason)
		}
		b.WriteString("\n")
		for _, s := range d.Sides {
			b.WriteString(" – " + s.Claim.Text + "\n" + quotes(s.Evidence))
		}
	}
	return b.String()
}

// profile writes who somebody is.
func (a answer) profile() string {
	if a.Actor == nil {
		return ""
	}
	out := "\n" + a.Actor.Name
	for _, more := range []*string{a.Actor.Kind, a.Actor.Description} {
		if more != nil && *more != "" {
			out += ", " + *more
		}
	}
	out += "\n"
	if len(a.Actor.Aliases) > 0 {
		out += "  also called " + strings.Join(a.Actor.Aliases, ", ") + "\n"
	}
	return out
}
