package commitment

import (
	"sayso/internal/kg"
	"sayso/internal/read/clause"
)

// NounClause is the commitment of the clause a noun stands in, as far as the words before the noun let it stand; it
// is empty where the noun is only wished for, feared or denied.
func (co *Reader) NounClause(n int) Commitment {
	c := co.clauseAbove(n)
	if c.Modality == "" {
		return c
	}
	for _, a := range co.d.All(n, "amod", "advmod") {
		switch w := co.d.Lower(a); {
		case onlyPossible[w] && co.rules.Take("modality.possible-act", n):
			c.Soften(kg.Hypothetical)
		case onlyReported[w] && co.rules.Take("modality.reported-act", n):
			c.Soften(kg.Hedged)
		}
	}
	if n > 1 && co.d.Tokens[n-1].Text == "-" && nonPrefixes[co.d.Lower(n-2)] &&
		co.rules.Take("polarity.non", n) { // "non-recognition"
		c.Negated = !c.Negated
	}
	return c
}

// clauseAbove is the commitment that a noun has from the words it stands under; it is empty where it is only wished
// for, feared or denied.
func (co *Reader) clauseAbove(n int) Commitment {
	d := co.d
	for at, depth := n, 0; depth < 6; depth++ {
		up := d.Tokens[at].Head
		if up == at {
			break
		}
		w := d.Lemma(up)
		open := unrealized[w] || onlyMeant[w] && d.Noun(up) || w == "against" && d.Verb(d.Tokens[up].Head)
		if open && co.rules.Take("commitment.unrealized-noun", n, up) {
			return Commitment{}
		}
		if d.Verb(up) {
			return co.underVerb(n, up)
		}
		at = up
	}
	return Commitment{Modality: kg.Asserted, Negated: co.ph.IsNone(n)}
}

// calledOff reports whether a verb says that what noun n names did not come about: "cancelled its visit to X", "the
// talks were called off".
func (co *Reader) calledOff(n, up int) bool {
	dep := co.d.Tokens[n].Dep
	if !occasions[co.d.Lemma(n)] || dep != "dobj" && dep != "nsubjpass" {
		return false
	}
	return callsOff[co.d.Lemma(up)] || callingOff[co.d.Lemma(up)] && co.ph.HasChild(up, "off")
}

// underVerb is the commitment that noun n has from the verb it stands under.
func (co *Reader) underVerb(n, up int) Commitment {
	v := co.Of(up)
	if co.calledOff(n, up) && !v.Negated && co.rules.Take("commitment.called-off", n, up) {
		return Commitment{Negated: true, Modality: v.Modality}
	}
	if v.Negated && co.ph.IsNone(n) {
		return Commitment{Negated: true, Modality: v.Modality}
	}
	effect := clause.Operators[co.d.Lemma(up)]
	if co.d.Tokens[n].Dep == "nsubj" { // "the arrest set off a protest": it is the subject of no more than that
		effect = ""
	}
	denied := v.Negated || v.Refused || leavesOpen(co.d.Lemma(up), effect)
	softened := effect == "ORDERED" || effect == "HYPOTHETICAL" || effect == "HEDGED"
	open := denied || softened || v.Modality != kg.Asserted
	if open && comesAnyway(co, n, up, v.Modality) {
		return Commitment{Modality: kg.Asserted}
	}
	if denied && co.rules.Take("commitment.denied-noun", n, up) {
		return Commitment{}
	}
	if softened && co.rules.Take("modality.governed-noun", n, up) {
		v.Soften(kg.Modality(effect))
	}
	return Commitment{Modality: co.presupposed(n, up, v.Modality)}
}

// leavesOpen reports whether a verb denies what its noun names or leaves it open: "planned a visit", "feared an
// attack".
func leavesOpen(verb, effect string) bool {
	return effect == "FUTURE" || effect == "NEGATED" || doubted[verb]
}

// comesAnyway reports whether what noun n names is there whatever becomes of the verb above it, of which m is the
// modality: but not "an attack on X would be a mistake".
func comesAnyway(co *Reader, n, up int, m kg.Modality) bool {
	anyAct := m == kg.Hypothetical && co.ph.HasChildIn(n, anyOne)
	return !anyAct && (beside{co}).isThere(n, up) && co.rules.Take("modality.noun-is-there", n, up)
}

// presupposed is the modality of a noun of whose verb it is m: what is to be justified is there.
func (co *Reader) presupposed(n, up int, m kg.Modality) kg.Modality {
	whose := m == kg.Future && co.d.Child(n, "poss") >= 0
	p := co.d.Tokens[n].Head // "wants the Senate to act on X's nomination of Y"
	there := whose && (presupposing[co.d.Lemma(up)] || co.d.Tokens[n].Dep == "pobj" && takenAsDone[co.d.Lower(p)])
	if there && co.rules.Take("modality.presupposed", n, up) {
		return kg.Asserted
	}
	return m
}
