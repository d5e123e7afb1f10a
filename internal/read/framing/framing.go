// Package framing builds the frames of English: what the rooms of its grammar tell of one verb, put together. A second
// language brings a builder of its own. It may not know predicates.
package framing

import (
	"slices"
	"strings"

	"sayso/internal/read/attribution"
	"sayso/internal/read/clause"
	"sayso/internal/read/commitment"
	"sayso/internal/read/frame"
	"sayso/internal/read/phrase"
	"sayso/internal/read/syntax"
	"sayso/internal/read/trace"
)

// Builder turns verbs of English sentences into frames.
type Builder struct {
	d     *syntax.Document
	ph    *phrase.Names
	cl    *clause.Reference
	co    *commitment.Reader
	rules *trace.Log
	built map[int]*frame.Frame
}

// New gives the builder of a text.
func New(
	said *attribution.Result,
	phrases *phrase.Names,
	clauses *clause.Reference,
	commitments *commitment.Reader,
	rules *trace.Log,
) *Builder {
	return &Builder{d: said.Cast.Doc, ph: phrases, cl: clauses, co: commitments, rules: rules,
		built: map[int]*frame.Frame{}}
}

// Of gives the frame of a verb. The rules that built it are recorded at each call.
func (b *Builder) Of(v int) *frame.Frame {
	if f := b.built[v]; f != nil {
		b.rules.Add(f.Why)
		return f
	}
	mark := b.rules.Mark()
	f := &frame.Frame{Trigger: v, Lemma: b.d.Lemma(v), Passive: b.cl.Passive(v),
		Roles: map[frame.Role][]int{}, Commitment: b.co.Of(v)}
	b.built[v] = f
	f.Fill(frame.Agent, b.cl.SubjectTokens(v))
	if o := b.cl.DirectObject(v); o >= 0 {
		f.Fill(frame.Object, []int{o})
	}
	for _, p := range b.prepositions(v) {
		f.Fill(frame.Role(p), b.ph.Behind(v, p))
	}
	f.Why = b.rules.Since(mark)
	return f
}

// prepositions are those that hang on a verb, and those that hang on them: "out of".
func (b *Builder) prepositions(v int) []string {
	var out []string
	for _, p := range b.d.All(v, "prep", "dative", "agent") {
		out = append(out, b.d.Lower(p))
		for _, q := range b.d.All(p, "prep") {
			out = append(out, b.d.Lower(q))
		}
	}
	slices.Sort(out)
	return slices.DeleteFunc(slices.Compact(out), func(p string) bool { return strings.TrimSpace(p) == "" })
}
