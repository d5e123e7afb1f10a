package claim

import (
	"sayso/internal/kg"
	"sayso/internal/read/vocabulary"
)

// takesBack reads "X, which recognized Y, revoked it" and "X recognized Y but reversed the decision": who takes back what the text has called a recognition
// before, in the sentence of the verb v or the one before.
func (f *finder) takesBack(v int) {
	d := f.d
	o := d.Child(v, "dobj", "nsubjpass")
	if o < 0 || f.used[v] || !reversals[d.Lemma(v)] || !f.anyDecision(o) || d.Sentence[v] < 0 {
		return
	}
	at := f.recognizedIn(d.Sentences[max(0, d.Sentence[v]-1)].First, v)
	if at < 0 {
		return
	}
	r := f.patterns.bare(f.patterns.becomes(f.lastUndoable(at), vocabulary.Undone), "place")
	subjects, ok := f.subjects(r, v)
	if s := d.Child(v, "nsubj"); !ok && s >= 0 && bothAll[d.Lower(s)] { // "X and Y recognized it, but both reversed themselves"
		subjects, ok = []argument{{token: s}}, true
	}
	if !ok {
		return
	}
	c := f.clauseOf(v)
	for _, old := range f.found {
		if old.at != at || !f.undoable(old.Predicate) || old.Negated {
			continue
		}
		for _, s := range subjects {
			if s.name == "" && s.token >= 0 {
				s = f.byName(old.Subject)
			}
			if s.name == old.Subject || f.inOfficeOf(s, old.Subject) {
				f.claim(r.id, v, v, s, f.byName(old.Object), c, "ellipsis")
			}
		}
	}
}

// lastUndoable is the predicate of the claim that was read from token at and that can be taken back.
func (f *finder) lastUndoable(at int) kg.PredicateID {
	for _, c := range f.found {
		if c.at == at && f.undoable(c.Predicate) {
			return c.Predicate
		}
	}
	return ""
}

// inOfficeOf tells whether somebody holds an office in a state, or one that the text does not place: "a new prime minister, X, reversed the decision".
func (f *finder) inOfficeOf(a argument, state string) bool {
	for _, r := range f.cast.Roles {
		if f.cast.Mentions[r.Person].Name == a.name && r.Class == "office" && !r.Former && (r.Of == "" || r.Of == state) {
			return true
		}
	}
	return false
}

// goesBack reads "went back on its recognition of X" and "backed away from its recognition": the verbs that take back with a preposition.
func (f *finder) goesBack(n int) {
	d := f.d
	p := d.Tokens[n].Head
	v := d.Tokens[p].Head
	if d.Tokens[n].Dep != "pobj" || !backPrepositions[d.Lower(p)] || f.used[n] || d.Child(n, "poss") < 0 {
		return
	}
	if !d.Verb(v) { // "back on", "away from" with the preposition hung on the particle
		v = d.Tokens[v].Head
	}
	if w := d.Lemma(v); !renege[w] && !(goBack[w] && f.hasChildIn(v, backAway)) {
		return
	}
	undone := f.undoneBy(n)
	if undone == "" {
		return
	}
	r := f.patterns.bare(undone, "place")
	subjects, ok := f.subjects(r, v)
	objects := f.fit(r, f.behind(n, "of"))
	if len(objects) == 0 {
		objects = f.objectless(r, v, n)
	}
	if !ok || len(objects) == 0 {
		return
	}
	f.used[n] = true
	f.emitPairs(r, r.id, v, subjects, objects, []argument{{token: -1}}, f.clauseOf(v))
}

// undoneBy is the predicate for taking back what noun n names; "" for none.
func (f *finder) undoneBy(n int) kg.PredicateID {
	for _, r := range f.patterns.nouns[f.d.Lemma(n)] {
		if id := f.patterns.becomes(r.id, vocabulary.Undone); id != "" {
			return id
		}
	}
	return ""
}

// anyDecision tells whether a token only points back to something done: "it", "that", "the decision".
func (f *finder) anyDecision(i int) bool {
	if decisionPronouns[f.d.Lower(i)] {
		return true
	}
	return decisions[f.d.Lemma(i)] && f.definite(i) && len(f.d.All(i, "prep", "relcl", "acl")) == 0
}

// recognizedIn gives the token of the last claim of recognition between two tokens; -1 for none.
func (f *finder) recognizedIn(from, to int) int {
	at := -1
	for _, c := range f.found {
		if f.undoable(c.Predicate) && c.at >= from && c.at < to && c.at > at {
			at = c.at
		}
	}
	return at
}
