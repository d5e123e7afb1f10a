package match

import (
	"sayso/internal/read/commitment"
	"sayso/internal/read/phrase"
)

// gaps reads the clauses that leave out the verb v.
func (ma *Matcher) gaps(r Rule, v int, c commitment.Commitment) {
	o := ma.d.Child(v, "dobj")
	if o < 0 || !has(r.Object, "dobj") {
		return
	}
	for _, t := range ma.d.Coordinated(o) {
		if who, what, ok := ma.cl.TwoPlaces(t); ok &&
			(r.Need == "place" || r.Need == "actor" || r.Need == "entity" || r.Need == "") {
			ma.Emit(r.ID, v, v, who, what, c, "ellipsis")
			continue
		}
		subject, object, ok := ma.cl.Gap(t)
		if !ok {
			continue
		}
		who, known := ma.ph.Actor(subject)
		what, fits := ma.object(r, object)
		if known && fits && ma.fitsWho(r, who, subject) {
			ma.Emit(r.ID, v, v, who, what, c, "ellipsis")
		}
	}
}

func (ma *Matcher) between(r Rule, n int, tokens []int) bool {
	args := ma.ph.Actors(tokens)
	if two := ma.statesOf(tokens[0]); len(tokens) == 1 && two != nil { // "talks between Israeli and Syrian officials"
		args = two
	}
	c := ma.co.NounClause(n)
	if len(args) < 2 || c.Modality == "" || !ma.rules.Take("match.between", n) {
		return false
	}
	for _, o := range args[1:] {
		ma.Emit(r.ID, n, n, args[0], o, c, "between")
	}
	return true
}

// reciprocal emits "X and Y recognised each other", both ways round unless one says it all.
func (ma *Matcher) reciprocal(r Rule, v int, subjects []phrase.Node, c commitment.Commitment) {
	for i, s := range subjects {
		for j, o := range subjects {
			if i != j && (!r.Symmetric || i < j) {
				ma.Emit(r.ID, v, v, s, o, c, "mutual")
			}
		}
	}
}

// mutual emits "X and Y met".
func (ma *Matcher) mutual(r Rule, v int, subjects []phrase.Node, c commitment.Commitment) {
	for _, o := range subjects[1:] {
		if subjects[0].Typ == "" && o.Typ == "" { // "46 countries and organisations met": nobody can be found by that
			continue
		}
		ma.Emit(r.ID, v, v, subjects[0], o, c, "mutual")
	}
}
