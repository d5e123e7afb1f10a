package read

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/claim"
	"sayso/internal/read/commitment"
	"sayso/internal/read/frame"
	"sayso/internal/read/syntax"
	"sayso/internal/read/trace"
)

// Stages are the stages of reading that Stage prints, in their order.
func Stages() []string { return []string{"tree", "mentions", "frames", "statements", "claims"} }

// Stage gives what one stage of reading makes of a text, a line for each thing. Its error says which stages there
// are.
func (r *Reader) Stage(ctx context.Context, in Text, stage string) (string, error) {
	if !slices.Contains(Stages(), stage) {
		return "", kg.Errorf(kg.Invalid, "%q is no stage of reading; use %s", stage, strings.Join(Stages(), ", "))
	}
	p, err := r.pass(ctx, in)
	if err != nil {
		return "", err
	}
	pr := printer{doc: p.doc}
	switch stage {
	case "tree":
		pr.tree()
	case "mentions":
		for _, m := range p.cast.Mentions {
			pr.linef("%s\t%s\t%s %s", p.doc.Phrase(m.First, m.End), m.Name, m.Type, m.Kind)
		}
	case "frames":
		for _, f := range claim.Frames(r.claim.input(claimInput{p.attributed, p.published})) {
			pr.linef("%s", pr.frame(f))
			pr.linef("  rules  %s", pr.steps(f.Why))
		}
	case "statements":
		for _, s := range p.attributed.Statements {
			pr.linef("%s\t[%s]\t%s", s.Speaker, pr.spans(s.Cue), pr.spans(s.Content))
		}
	default:
		_, claims := r.sound(in, p)
		for _, c := range claims {
			pr.linef("%s", claimText(c.ReadClaim))
		}
	}
	return pr.String(), nil
}

// Explain gives, for each claim of a text, its words, the frame that it was read from, and the rules that made it
// with the words they took.
func (r *Reader) Explain(ctx context.Context, in Text) (string, error) {
	p, err := r.pass(ctx, in)
	if err != nil {
		return "", err
	}
	pr := printer{doc: p.doc}
	_, claims := r.sound(in, p)
	for _, c := range claims {
		pr.linef("%s", claimText(c.ReadClaim))
		if c.Confidence < r.least {
			pr.linef("  withheld  %.2f sure, and %.2f is asked for", c.Confidence, r.least)
		}
		pr.linef("  words  %s", pr.spans([]kg.Span{c.Evidence}))
		if c.Frame != nil {
			pr.linef("  frame  %s", pr.frame(c.Frame))
		} else {
			pr.linef("  frame  none: a noun phrase makes the claim")
		}
		pr.linef("  rules  %s", pr.steps(c.Why))
	}
	return pr.String(), nil
}

// claimText is a claim on one line: "not " stands before a negated one, what is not asserted has its modality behind
// it.
func claimText(c kg.ReadClaim) string {
	out := orNobody(c.Subject) + " " + string(c.Predicate) + " " + orNobody(c.Object)
	if c.Negated {
		out = "not " + out
	}
	if c.Modality != kg.Asserted {
		out += " " + string(c.Modality)
	}
	if c.Role != "" {
		out += " as " + c.Role
	}
	if c.Quantity != nil {
		out += fmt.Sprintf(" %s%g %s", c.Quantity.Bound, c.Quantity.Value, c.Quantity.Unit)
	}
	if c.Date != "" {
		out += " on " + string(c.Date)
	}
	return out
}

func orNobody(name string) string {
	if name == "" {
		return "-"
	}
	return name
}

// printer writes what stages made of a text.
type printer struct {
	strings.Builder
	doc *syntax.Document
}

func (p *printer) linef(format string, args ...any) { fmt.Fprintf(p, format+"\n", args...) }

func (p *printer) tree() {
	for i, t := range p.doc.Tokens {
		if p.doc.Ink(i) {
			p.linef("%d\t%s\t%s\t%s\t%s\t%d", i, t.Text, t.Lemma, t.Tag, t.Dep, t.Head)
		}
	}
}

func (p *printer) spans(spans []kg.Span) string {
	out := make([]string, len(spans))
	for i, s := range spans {
		out[i] = strings.Join(strings.Fields(p.doc.Words(s)), " ")
	}
	return strings.Join(out, " … ")
}

func (p *printer) words(tokens []int) string {
	out := make([]string, len(tokens))
	for i, t := range tokens {
		out[i] = p.doc.Tokens[t].Text
	}
	return strings.Join(out, ", ")
}

// frame is a frame on one line: its verb, its roles (agent and object first) and its commitment.
func (p *printer) frame(f *frame.Frame) string {
	out := []string{p.doc.Tokens[f.Trigger].Text}
	roles := slices.DeleteFunc(slices.Sorted(maps.Keys(f.Roles)), func(r frame.Role) bool {
		return r == frame.Agent || r == frame.Object
	})
	for _, r := range append([]frame.Role{frame.Agent, frame.Object}, roles...) {
		if tokens := f.Roles[r]; len(tokens) > 0 {
			out = append(out, string(r)+"="+p.words(tokens))
		}
	}
	return strings.Join(append(out, commitmentText(f.Commitment)), "  ")
}

func commitmentText(c commitment.Commitment) string {
	out := string(c.Modality)
	for _, f := range []struct {
		is   bool
		word string
	}{{c.Negated, "negated"}, {c.Refused, "refused"}, {c.Purpose, "purpose"}} {
		if f.is {
			out += " " + f.word
		}
	}
	return out
}

// steps is rules on one line, each with the words it took.
func (p *printer) steps(steps []trace.Step) string {
	out := make([]string, len(steps))
	for i, s := range steps {
		out[i] = s.Rule + "(" + p.words(s.Tokens) + ")"
	}
	return strings.Join(out, " ")
}
