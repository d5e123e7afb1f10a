package commitment

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/attribution"
	"sayso/internal/read/clause"
)

// thought applies what a verb or noun of thinking makes of the finite clause under it: "fears that", "rumours that".
// Verbs of saying leave the clause as it is, for it is somebody's then.
func (co *Reader) thought(c *Commitment, at, up int) {
	d := co.d
	if co.ph.SecondThat(at) {
		at = d.Tokens[at].Head
	}
	effect := clause.Operators[d.Lemma(up)]
	switch {
	case d.Lemma(up) == "deny" && d.Verb(up) && co.NegatedAt(up) && co.rules.Take("modality.not-denied", at): // "neither confirmed nor denied that"
		effect = "QUESTIONED"
	case d.Verb(up) && co.words.Speech(d.Lemma(up)):
		if s := d.Child(up, "nsubj"); (s < 0 || clause.Operators[d.Lemma(s)] != "HEDGED") &&
			co.rules.Take("commitment.said-clause", at) {
			return
		}
		effect = "HEDGED"
	case d.Verb(up):
		if s := d.Child(up, "nsubj"); s >= 0 && d.Noun(s) && clause.Rumours[d.Lemma(s)] &&
			co.rules.Take("modality.rumour-says", at) {
			effect = "HEDGED"
		}
	case d.Noun(up) && (d.Lower(d.Left[at]) == "that" || co.ph.HasChild(at, "that")):
		if clause.Rumours[d.Lemma(up)] && co.rules.Take("modality.rumour-that", at) {
			effect = "HEDGED"
		}
		if co.ph.IsNone(up) && proofs[d.Lemma(up)] && co.rules.Take("polarity.no-evidence-that", at) {
			c.Negated = !c.Negated
			return
		}
		if v := d.Tokens[up].Head; d.Tokens[up].Dep == "nsubj" && d.Lemma(v) == "be" {
			if a := d.Child(v, "acomp"); a >= 0 && untrue[d.Lower(a)] != co.NegatedAt(v) &&
				co.rules.Take("polarity.that-is-untrue", at) {
				c.Negated, c.Modality = !c.Negated, kg.Asserted
				return
			}
		}
	default:
		return
	}
	if effect != "" && effect != "ASSERTED" && effect != "NEGATED" {
		c.Soften(kg.Modality(effect))
	}
}

// governed applies what a governing word makes of the infinitive or -ing form under it. An infinitive under a word
// that is not known to bring about what it governs is yet to come.
func (co *Reader) governed(c *Commitment, at, up int, to bool) {
	d := co.d
	w := d.Lemma(up)
	effect := clause.Operators[w]
	if effect == "" {
		effect = clause.Operators[d.Lower(up)]
	}
	negated := co.NegatedAt(up) || d.Tokens[up].Dep == "acomp" && co.NegatedAt(d.Tokens[up].Head) // "is not ready to"
	switch {
	case (w == "have" && co.ph.HasChild(at, "yet") || co.ph.HasChild(up, "yet") && yetToVerbs[w]) && co.rules.Take("polarity.yet-to", at):
		c.Negated, c.Modality = true, kg.Asserted
		return
	case w == "rule" && co.ph.HasChild(up, "out") && co.rules.Take("polarity.ruled-out", at):
		if negated {
			c.Soften(kg.Hypothetical)
			return
		}
		c.Refused = true
	case refusals[w] && co.rules.Take("polarity.refused", at):
		c.Refused = true
	case (effect == "NEGATED" || w == "hold" && co.ph.HasChildIn(up, heldParticles)) && co.rules.Take("polarity.negating-operator", at):
		c.Negated = !c.Negated
	case d.Tokens[up].Dep == "attr" && co.ph.IsRanked(up) && d.Verb(d.Tokens[up].Head) && co.rules.Take("commitment.ranked-attribute", at): // "became the first to": as far as that is said to be so
		by := co.Of(d.Tokens[up].Head)
		c.Soften(by.Modality)
		c.Negated = c.Negated != by.Negated
	case w == "vote" && co.isDone(up) && declared[d.Lemma(at)] && co.assembly(up) && co.rules.Take("commitment.vote", at): // an assembly does with its vote what it votes for
	case w == "accuse" && co.cl.Passive(up) && d.Child(up, "agent") < 0 && co.rules.Take("modality.accused-by-nobody", at): // nobody knows by whom
		c.Soften(kg.Hedged)
	case (effect == "ASSERTED" || effect == "" && d.Tokens[up].Dep == "attr" || d.Tokens[at].Dep == "relcl" && co.ph.IsRanked(up)) && co.rules.Take("commitment.asserting-operator", at):
	case effect != "" && co.rules.Take("modality.operator", at):
		c.Soften(kg.Modality(effect))
	case (to && (d.Verb(up) || d.Noun(up)) && !co.ph.IsRanked(up)) && co.rules.Take("modality.infinitive", at):
		if m := attribution.ClauseModality(d, co.words, up); m != kg.Asserted {
			c.Soften(m)
		}
		c.Soften(kg.Future)
	}
	if negated && d.Tokens[at].Dep != "relcl" && co.rules.Take("polarity.operator-denied", at) {
		if c.Refused {
			c.Refused = false
		} else {
			c.Negated = !c.Negated
		}
	}
	if d.Tokens[up].Dep == "acomp" { // "would be wrong to"
		up = d.Tokens[up].Head
	}
	if m := attribution.ClauseModality(d, co.words, up); m != kg.Asserted {
		c.Soften(m)
	}
}

// assembly reports whether the subject of a verb is a body or those who sit in one.
func (co *Reader) assembly(v int) bool {
	for _, s := range co.cl.SubjectTokens(v) {
		if k := co.cast.At[s]; k >= 0 && co.cast.Mentions[k].Type == kg.Organization ||
			co.ph.NounType(s) == kg.Organization ||
			deputies[co.d.Lemma(s)] {
			return true
		}
	}
	return false
}

// enacted gives what the act n does the commitment of the clause in which it is signed or passed; an act of which no
// more is said is only proposed.
func (co *Reader) enacted(c *Commitment, n int) {
	v := co.cl.Enactor(n)
	if v < 0 {
		c.Soften(kg.Hypothetical)
		return
	}
	by := co.Of(v)
	c.Soften(by.Modality)
	c.Negated = c.Negated != (by.Negated || by.Refused)
}

// extraposed reads "it is not true that …" and "it is a lie that …", which deny the clause, and "it is likely that
// …", which leaves it open; false where up is no such clause.
func (co *Reader) extraposed(c *Commitment, at, up int) bool {
	d := co.d
	if dep := d.Tokens[at].Dep; dep != "ccomp" && dep != "acl" && dep != "advcl" && dep != "relcl" || at < up {
		return false
	}
	be := up
	if d.Noun(up) { // "it is a lie that": the clause hangs on the lie
		be = d.Tokens[up].Head
	}
	s := d.Child(be, "nsubj", "expl")
	if d.Lemma(be) != "be" || s < 0 || d.Lower(s) != "it" || s > be ||
		!co.ph.HasChild(at, "that") && d.Lower(d.Left[at]) != "that" {
		return false
	}
	a := d.Child(be, "acomp", "attr")
	if a < 0 || a > at || up != be && a != up {
		return false
	}
	w, not := d.Lower(a), co.NegatedAt(be)
	switch {
	case factWords[w] && co.rules.Take("polarity.it-is-true", at):
		c.Negated = c.Negated != not
	case (untrue[w] || lies[d.Lemma(a)]) && co.rules.Take("polarity.it-is-untrue", at):
		c.Negated = c.Negated == not
	case (strings.HasSuffix(w, "likely") || strings.HasSuffix(w, "possible") || openWords[w]) && co.rules.Take("modality.it-is-likely", at):
		c.Soften(kg.Hedged)
	default:
		return false
	}
	return true
}

// calledUntrue reports whether a clause is what "it is not true" is said of, with the one who says so between: "It is
// not true, X said, that …".
func (co *Reader) calledUntrue(at, up int) bool {
	d := co.d
	if !d.Verb(up) || !co.ph.HasChild(at, "that") {
		return false
	}
	for _, c := range d.All(up, "ccomp") {
		s, a := d.Child(c, "nsubj"), d.Child(c, "acomp")
		if c >= up || at <= up || s < 0 || a < 0 || d.Lower(s) != "it" || !strings.HasPrefix(d.Lemma(c), "be") {
			continue
		}
		word := d.Lower(a)
		if (trueWords[word]) && co.NegatedAt(c) || untrue[word] && !co.NegatedAt(c) {
			return true
		}
	}
	return false
}
