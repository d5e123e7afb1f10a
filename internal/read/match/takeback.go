package match

import (
	"sayso/internal/kg"
	"sayso/internal/read/phrase"
	"sayso/internal/read/vocabulary"
)

// goesBack reads "went back on its recognition of X" and "backed away from its recognition": the verbs that take back
// with a preposition.
func (ma *Matcher) goesBack(n int) {
	d := ma.d
	p := d.Tokens[n].Head
	v := d.Tokens[p].Head
	if d.Tokens[n].Dep != "pobj" || !backPrepositions[d.Lower(p)] || ma.used[n] || d.Child(n, "poss") < 0 {
		return
	}
	if !d.Verb(v) { // "back on", "away from" with the preposition hung on the particle
		v = d.Tokens[v].Head
	}
	if w := d.Lemma(v); !renege[w] && !(goBack[w] && ma.ph.HasChildIn(v, backAway)) {
		return
	}
	ma.rules.Begin()
	undone := ma.undoneBy(n)
	if undone == "" || !ma.rules.Take("again.gone-back", v, n) {
		return
	}
	r := ma.patterns.Bare(undone, "place")
	subjects, ok := ma.Subjects(r, ma.frames.Of(v))
	objects := ma.fillRole(r, ma.ph.Behind(n, "of"))
	if len(objects) == 0 {
		objects = ma.objectless(r, v, n)
	}
	if !ok || len(objects) == 0 {
		return
	}
	ma.used[n] = true
	ma.emitPairs(r, r.ID, v, subjects, objects, []phrase.Node{{Token: -1}}, ma.frames.Of(v).Commitment)
}

// undoneBy is the predicate for taking back what noun n names; "" for none.
func (ma *Matcher) undoneBy(n int) kg.PredicateID {
	for _, r := range ma.patterns.nouns[ma.d.Lemma(n)] {
		if id := ma.patterns.Becomes(r.ID, vocabulary.Undone); id != "" {
			return id
		}
	}
	return ""
}
