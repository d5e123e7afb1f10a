// Package settle is the last stage of claims in any language: it gives what was found to the statement that makes it,
// drops repeats, and puts the rest into the order of the text with its confidence. It may not know a language, a tree
// or a predicate.
package settle

import (
	"slices"

	"sayso/internal/kg"
	"sayso/internal/read/frame"
	"sayso/internal/read/pattern"
	"sayso/internal/read/trace"
)

// Claim is a claim that was read, with what is known of how.
type Claim struct {
	kg.ReadClaim
	Signs []string     // by which its confidence is told
	Why   []trace.Step // the rules that made it, with the tokens they took
	At    int          // token that it was read from
	Frame *frame.Frame // of the verb that it was read from; nil where a noun phrase makes it
}

// Text is what settling asks of a text, by its tokens.
type Text interface {
	// Innermost is the innermost statement that a token stands in, -1 for none.
	Innermost(token int) int
	// Uttered is the token that heads the contents of a statement, the one that it is told by, and how far the text
	// commits to it.
	Uttered(statement int) (root, cue int, m kg.Modality)
	// Headline reports whether a token stands in a title.
	Headline(token int) bool
}

// Hits makes claims of what the patterns of a language found in a text. Hits have their evidence; date gives the date
// of the clause that one was read from, "" for none. A claim belongs to the innermost statement that it stands in, and
// takes on that one's modality where it is what the statement says.
func Hits(t Text, hits []pattern.Hit, frames []*frame.Frame, date func(pattern.Hit) kg.Date) []Claim {
	all := make([]Claim, len(hits))
	for i, h := range hits {
		c := Claim{ReadClaim: h.Claim(), Signs: h.Signs, Why: h.Why, At: h.At}
		c.Date = date(h)
		if s := t.Innermost(h.At); s >= 0 {
			c.Statement = &s
			root, cue, m := t.Uttered(s)
			if root == h.Verb && c.Modality == kg.Asserted && m != kg.Asserted {
				c.Modality = m
				c.Why = append(slices.Clip(c.Why), trace.Step{Rule: "statement.modality", Tokens: []int{cue}})
			}
		}
		all[i] = c
	}
	frameOf := func(token int) *frame.Frame {
		if i := slices.IndexFunc(frames, func(f *frame.Frame) bool { return f.Trigger == token }); i >= 0 {
			return frames[i]
		}
		return nil
	}
	return Order(t, all, func(int) bool { return false }, frameOf)
}

// Order drops repeats and puts claims into the order of the text, with their confidence. again reports whether the
// running text makes claim n of the title too; frames gives the frame that was built at a token, nil for none.
func Order(t Text, all []Claim, again func(n int) bool, frames func(token int) *frame.Frame) []Claim {
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return all[a].At - all[b].At })
	seen := propositions{}
	out := []Claim{}
	for _, n := range order {
		c := all[n]
		if c.Evidence[1] <= c.Evidence[0] || t.Headline(c.At) && again(n) || !seen.add(c) {
			continue
		}
		c.Signs = allSigns(t, c)
		c.Confidence, c.Frame = Confidence(c.Signs), frames(c.At)
		out = append(out, c)
	}
	return out
}

// propositions are those that claims of an article have made so far.
type propositions map[proposition]bool

// proposition is what a claim has in common with its repeats; statement is -1 in the article's own voice. asserted and
// day are set for what the article itself says to be so: a threat that stands before makes the deed no repeat, nor does
// one on another day.
type proposition struct {
	subject, object string
	predicate       kg.PredicateID
	negated         bool
	statement       int
	value           float64
	asserted        bool
	day             kg.Date
}

// add takes in a claim, unless it repeats another.
func (r propositions) add(c Claim) bool {
	p := proposition{subject: c.Subject, object: c.Object, predicate: c.Predicate, negated: c.Negated, statement: -1}
	if c.Statement != nil {
		p.statement = *c.Statement
	}
	if c.Quantity != nil {
		p.value = c.Quantity.Value
	}
	fact, onDay := p, p
	if c.Statement == nil && c.Modality == kg.Asserted {
		fact.asserted, onDay.asserted, onDay.day = true, true, c.Date
	}
	if r[onDay] {
		return false
	}
	r[p], r[fact], r[onDay] = true, true, true
	for _, n := range []int{len("2022"), len("2022-02")} {
		if len(onDay.day) > n { // its month and year say nothing new
			whole := onDay
			whole.day = onDay.day[:n]
			r[whole] = true
		}
	}
	return true
}

// allSigns adds to the signs of a claim where it stands, who says it and which rules made it.
func allSigns(t Text, c Claim) []string {
	out := c.Signs
	if t.Headline(c.At) {
		out = append(out, "headline")
	}
	if c.Statement != nil {
		out = append(out, "said")
	}
	return append(out, ruleSigns(c.Why)...)
}
