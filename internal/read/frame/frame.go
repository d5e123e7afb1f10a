// Package frame is the seam between grammar and meaning: what one verb of a sentence tells, with grammar undone and
// no predicate chosen. All that is about grammar ends in frames; the stages behind it start from them. Frames are
// values that any language's rules can build. They may not know a language, a tree or a predicate.
package frame

import (
	"slices"

	"sayso/internal/kg"
	"sayso/internal/read/trace"
)

// Role is a place under a trigger: who acts, what is acted on, or the preposition or case that a language marks it by,
// in lower case ("with", "from").
type Role string

// The roles that are no prepositions.
const (
	Agent  Role = "agent"
	Object Role = "object"
)

// Frame is one event or state that a sentence tells. It is built once and not changed.
type Frame struct {
	Trigger int    // token of the verb
	Lemma   string // of the trigger, as the patterns of its language name it
	Passive bool   // in the text; the roles have it undone
	// tokens that head the noun phrases of each place, in the order of the text; empty places are not there
	Roles      map[Role][]int
	Commitment Commitment   // how far the clause commits to it
	Why        []trace.Step // the rules that gave the roles and the commitment
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

// Fill gives a place its noun phrases; without any, the frame does not have it.
func (f *Frame) Fill(r Role, tokens []int) {
	if len(tokens) > 0 {
		f.Roles[r] = slices.Clip(tokens)
	}
}

// Commitment is how far a clause commits to what it says.
type Commitment struct {
	Negated   bool
	Modality  kg.Modality
	Refused   bool // "refused to", "declined to"
	WillNever bool // "will never", "will not", "would not"
	Purpose   bool // "sent forces to support X": what something that was done was done for
}

// Soften gives the clause a modality where it has none of its own.
func (c *Commitment) Soften(m kg.Modality) {
	if c.Modality == kg.Asserted || c.Modality == "" {
		c.Modality = m
	}
}

// Node is who or what fills a place of a claim.
type Node struct {
	Name  string
	Token int           // that heads it, -1 for nobody
	Typ   kg.EntityType // "" for mere words
	Kind  string        // as the gazetteer has it: "state", "company"; "" where nothing is known
}
