package commitment

import (
	"sayso/internal/kg"
	"sayso/internal/read/clause"
)

// rejectedTelling reverses the clause under a noun for what is told, where somebody says that it is not so: "rejected
// claims that", "brushed aside accusations that", "dismissed as nonsense reports that", "no truth in reports that".
// That it is not so is the word of who rejects it.
func (co thinking) rejectedTelling(c *Commitment, at, up int) bool {
	w := co.d.Lemma(up)
	if !clause.Rumours[w] && !tellings[w] {
		return false
	}
	by := co.rejectedBy(up)
	if by < 0 || !co.rules.Take("polarity.rejected-claim", at, by) {
		return false
	}
	c.Negated = !c.Negated
	c.Soften(kg.Hedged)
	return true
}

// rejectedBy finds the verb or noun that says that what noun n tells is not so; -1 for none.
func (co thinking) rejectedBy(n int) int {
	d := co.d
	v := d.Tokens[n].Head
	switch dep := d.Tokens[n].Dep; {
	case dep == "dobj", dep == "nsubjpass":
	case dep == "pobj" && d.Noun(d.Tokens[v].Head):
		return co.noTruth(d.Tokens[v].Head)
	case dep == "pobj":
		return co.rejectedBehind(n, v)
	default:
		return -1
	}
	if !d.Verb(v) || co.NegatedAt(v) {
		return -1
	}
	lemma := d.Lemma(v)
	if rejections[lemma] || rejectionsAside[lemma] && co.ph.HasChildIn(v, asides) || co.namedUntrue(v, n) {
		return v
	}
	return -1
}

// rejectedBehind finds the verb above preposition p that rejects what noun n behind it tells: "scoffed at reports",
// "hit back at claims", "dismissed as false reports"; -1 for none.
func (co thinking) rejectedBehind(n, p int) int {
	d := co.d
	v := d.Tokens[p].Head
	if !d.Verb(v) || co.NegatedAt(v) {
		return -1
	}
	lemma, prep := d.Lemma(v), d.Lower(p)
	switch {
	case prep == "as" && (rejections[lemma] || namings[lemma]):
		if a := d.Child(n, "amod", "compound"); a >= 0 && (untrue[d.Lower(a)] || lies[d.Lemma(a)]) {
			return v
		}
	case rejectedAt[prep] && (scoffs[lemma] || rejectionsAside[lemma] && co.ph.HasChildIn(v, asides)):
		return v
	}
	return -1
}

// noTruth gives a noun for truth of which there is none: "no truth in reports", "no basis for the claim"; -1 otherwise.
func (co thinking) noTruth(truth int) int {
	if truths[co.d.Lemma(truth)] && co.ph.IsNone(truth) {
		return truth
	}
	return -1
}

// namedUntrue reports whether a verb of naming calls its object, noun n, untrue: "called the reports … baseless".
func (co thinking) namedUntrue(v, n int) bool {
	d := co.d
	if !namings[d.Lemma(v)] {
		return false
	}
	a := d.Child(v, "oprd", "acomp", "xcomp")
	if as := d.Child(v, "prep"); a < 0 && as > n && d.Lower(as) == "as" {
		a = d.Child(as, "pobj", "amod")
	}
	if a < 0 { // "called reports that X had attacked Y baseless": the parser hangs it on the clause
		a = d.Right[n] - 1
	}
	return a > n && (untrue[d.Lower(a)] || lies[d.Lemma(a)])
}

// planDropped reports whether somebody gives up the plan that governs an infinitive: "dropped its plan to send
// soldiers".
func (l link) planDropped() bool {
	v, dep := l.d.Tokens[l.up].Head, l.d.Tokens[l.up].Dep
	if !yetToCome[l.d.Lemma(l.up)] || dep != "dobj" && dep != "nsubjpass" {
		return false
	}
	return (callsOff[l.d.Lemma(v)] || drops[l.d.Lemma(v)]) && l.d.Verb(v) && !l.NegatedAt(v)
}
