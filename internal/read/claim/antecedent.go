package claim

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/phrase"
	"sayso/internal/read/vocabulary"
)

// lastOf gives the claims of the last recognition by somebody that the text tells before token i; all its topics
// where it tells none.
func (f *ellipsis) lastOf(owner phrase.Node, i int) (verb int, claims []found) {
	verb = -1
	for _, c := range f.found {
		if c.at < i && f.undoable(c.Predicate) && !c.Negated && c.Subject == owner.Name && c.verb > verb {
			verb = c.verb
		}
	}
	for _, c := range f.found {
		if c.verb == verb && c.Subject == owner.Name && f.undoable(c.Predicate) {
			claims = append(claims, c)
		}
	}
	return verb, claims
}

// undoable reports whether the vocabulary has a predicate for taking back what another says.
func (f *ellipsis) undoable(id kg.PredicateID) bool {
	return f.patterns.Becomes(id, vocabulary.Undone) != ""
}

// lastClaims gives the claims of the last verb before i, in its sentence or the one before.
func (f *ellipsis) lastClaims(i int) (verb int, claims []found) {
	verb = -1
	hung := f.d.Tokens[i].Dep == "advcl" || f.d.Tokens[i].Dep == "conj"
	if up := f.d.Tokens[i].Head; hung && up < i && f.d.Verb(up) && !f.words.Speech(f.d.Lemma(up)) && !f.claims(up) {
		return -1, nil // it stands for the verb that it hangs on, of which nothing was read
	}
	for _, c := range f.found {
		if c.at >= i || c.at != c.verb || c.verb <= verb || f.d.Sentence[c.at] < f.d.Sentence[i]-1 {
			continue
		}
		if !decisions[strings.ToLower(c.Object)] && f.d.Verb(c.verb) && !f.ph.Stands(c.verb, i) {
			verb = c.verb
		}
	}
	for _, c := range f.found {
		if c.verb == verb && verb >= 0 {
			claims = append(claims, c)
		}
	}
	return verb, claims
}

// claims reports whether a claim was read from the clause of a verb, or of one under it.
func (f *ellipsis) claims(v int) bool {
	for _, c := range f.found {
		if c.verb == v || f.ph.Stands(v, c.verb) {
			return true
		}
	}
	return false
}

// lastUndoable is the predicate of the claim that was read from token at and that can be taken back.
func (f *ellipsis) lastUndoable(at int) kg.PredicateID {
	for _, c := range f.found {
		if c.at == at && f.undoable(c.Predicate) {
			return c.Predicate
		}
	}
	return ""
}

// recognizedIn gives the token of the last claim of recognition between two tokens; -1 for none.
func (f *ellipsis) recognizedIn(from, to int) int {
	at := -1
	for _, c := range f.found {
		if f.undoable(c.Predicate) && c.at >= from && c.at < to && c.at > at {
			at = c.at
		}
	}
	return at
}
