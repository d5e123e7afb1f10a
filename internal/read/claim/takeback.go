package claim

import (
	"sayso/internal/kg"
	"sayso/internal/read/phrase"
	"sayso/internal/read/vocabulary"
)

// takebacks reads who takes back what the text told before.
func (f *ellipsis) takebacks() {
	for i := range f.d.Tokens {
		if f.ma.Readable(i) && f.d.Verb(i) {
			f.takesBack(i)
		}
	}
}

// inOfficeOf reports whether somebody holds an office in a state, or one that the text does not place: "a new prime
// minister, X, reversed the decision".
func (f *ellipsis) inOfficeOf(a phrase.Node, state string) bool {
	for _, r := range f.cast.Roles {
		if f.cast.Mentions[r.Person].Name == a.Name && r.Class == "office" && !r.Former &&
			(r.Of == "" || r.Of == state) {
			return true
		}
	}
	return false
}

// anyDecision reports whether a token only points back to something done: "it", "that", "the decision".
func (f *ellipsis) anyDecision(i int) bool {
	if decisionPronouns[f.d.Lower(i)] {
		return true
	}
	return decisions[f.d.Lemma(i)] && f.ph.IsDefinite(i) && len(f.d.All(i, "prep", "relcl", "acl")) == 0
}

// takesBack reads "X, which recognized Y, revoked it" and "X recognized Y but reversed the decision": who takes back
// what the text has called a recognition before, in the sentence of the verb v or the one before.
func (f *ellipsis) takesBack(v int) {
	d := f.d
	o := d.Child(v, "dobj", "nsubjpass")
	if o < 0 || f.ma.Spent(v) || !reversals[d.Lemma(v)] || !f.anyDecision(o) || d.Sentence[v] < 0 {
		return
	}
	at := f.recognizedIn(d.Sentences[max(0, d.Sentence[v]-1)].First, v)
	f.rules.Begin()
	if at < 0 || !f.rules.Take("again.reversed", v, at) {
		return
	}
	r := f.patterns.Bare(f.patterns.Becomes(f.lastUndoable(at), vocabulary.Undone), "place")
	subjects, ok := f.ma.Subjects(r, f.frames.Of(v))
	all := d.Child(v, "nsubj") // "X and Y recognized it, but both reversed themselves"
	if !ok && all >= 0 && bothAll[d.Lower(all)] && f.rules.Take("again.both-reversed", v, all) {
		subjects, ok = []phrase.Node{{Token: all}}, true
	}
	if !ok {
		return
	}
	for _, old := range f.found {
		if old.at == at && f.undoable(old.Predicate) && !old.Negated {
			f.takenBack(r.ID, v, old, subjects)
		}
	}
}

// takenBack makes the claims by which subjects take back a claim of their own or of the state that they hold office
// in.
func (f *ellipsis) takenBack(id kg.PredicateID, v int, old found, subjects []phrase.Node) {
	c := f.frames.Of(v).Commitment
	for _, s := range subjects {
		if s.Name == "" && s.Token >= 0 {
			s = f.ph.ByName(old.Subject)
		}
		own := s.Name == old.Subject || f.inOfficeOf(s, old.Subject)
		if own && f.rules.Take("again.taken-back", v) {
			f.claim(id, v, v, s, f.ph.ByName(old.Object), c, "ellipsis")
		}
	}
}
