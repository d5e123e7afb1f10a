// Package frame is the seam between grammar and meaning: what one verb of a sentence tells, with grammar undone and
// no predicate chosen. All that is about grammar ends in frames; the stages behind it start from them. It may not
// know predicates.
package frame

import (
	"slices"
	"strings"

	"sayso/internal/read/attribution"
	"sayso/internal/read/clause"
	"sayso/internal/read/commitment"
	"sayso/internal/read/phrase"
	"sayso/internal/read/syntax"
	"sayso/internal/read/trace"
)

// Role is a place under a trigger: who acts, what is acted on, or a preposition in lower case ("with", "from").
type Role string

// The roles that are no prepositions.
const (
	Agent  Role = "agent"
	Object Role = "object"
)

// Frame is one event or state that a sentence tells. It is built once and not changed.
type Frame struct {
	Trigger int  // token of the verb
	Passive bool // in the text; the roles have it undone
	// tokens that head the noun phrases of each place, in the order of the text; empty places are not there
	Roles      map[Role][]int
	Commitment commitment.Commitment // how far the clause commits to it
	Why        []trace.Step          // the rules that gave the roles and the commitment
}

// Agents are the heads of the acting noun phrases.
func (f *Frame) Agents() []int { return f.Roles[Agent] }

// Object is the head of what is acted on, -1 for none.
func (f *Frame) Object() int {
	if o := f.Roles[Object]; len(o) > 0 {
		return o[0]
	}
	return -1
}

// Behind gives the heads behind a preposition.
func (f *Frame) Behind(preposition string) []int { return f.Roles[Role(preposition)] }

// Builder turns verbs of English sentences into frames. A second language would bring a builder of its own.
type Builder struct {
	d     *syntax.Document
	ph    *phrase.Names
	cl    *clause.Reference
	co    *commitment.Reader
	rules *trace.Log
	built map[int]*Frame
}

// New gives the builder of a text.
func New(
	said *attribution.Result,
	phrases *phrase.Names,
	clauses *clause.Reference,
	commitments *commitment.Reader,
	rules *trace.Log,
) *Builder {
	return &Builder{d: said.Cast.Doc, ph: phrases, cl: clauses, co: commitments, rules: rules, built: map[int]*Frame{}}
}

// Of gives the frame of a verb. The rules that built it are recorded at each call.
func (b *Builder) Of(v int) *Frame {
	if f := b.built[v]; f != nil {
		b.rules.Add(f.Why)
		return f
	}
	mark := b.rules.Mark()
	f := &Frame{Trigger: v, Passive: b.cl.Passive(v), Roles: map[Role][]int{}, Commitment: b.co.Of(v)}
	b.built[v] = f
	f.fill(Agent, b.cl.SubjectTokens(v))
	if o := b.cl.DirectObject(v); o >= 0 {
		f.fill(Object, []int{o})
	}
	for _, p := range b.prepositions(v) {
		f.fill(Role(p), b.ph.Behind(v, p))
	}
	f.Why = b.rules.Since(mark)
	return f
}

func (f *Frame) fill(r Role, tokens []int) {
	if len(tokens) > 0 {
		f.Roles[r] = slices.Clip(tokens)
	}
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
