package commitment

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/attribution"
	"sayso/internal/read/clause"
	"sayso/internal/read/lang"
)

// link is a word and the infinitive, -ing form or preposition that it governs.
type link struct {
	*Reader
	at, up  int
	lemma   string // of up
	effect  string // of up in the table of operators, "" for none
	negated bool   // up is denied: "is not ready to"
}

// operatorRule is one way in which a word changes what it governs.
type operatorRule struct {
	id    string
	holds func(l link) bool
	apply func(l link, c *Commitment)
	last  bool // nothing else of the governing word bears on what it governs
}

// operatorRules are tried in this order; the first that holds counts.
var operatorRules []operatorRule

func init() {
	operatorRules = []operatorRule{
		{id: "modality.open-infinitive", holds: link.isOpen, last: true,
			apply: func(_ link, c *Commitment) { c.Soften(kg.Hypothetical) }},
		{id: "polarity.yet-to", holds: link.isYetTo, last: true,
			apply: func(_ link, c *Commitment) { c.Negated, c.Modality = true, kg.Asserted }},
		{
			id:    "polarity.not-ruled-out",
			holds: func(l link) bool { return l.negated && l.rulesOut() },
			last:  true,
			apply: func(_ link, c *Commitment) { c.Soften(kg.Hypothetical) },
		},
		{id: "modality.not-needed", holds: func(l link) bool { return l.negated && dispensable[l.lemma] }, last: true,
			apply: func(_ link, c *Commitment) { c.Soften(kg.Hypothetical) }},
		{id: "polarity.given-up", holds: func(l link) bool {
			return l.d.Noun(l.up) && (l.ph.HasChildIn(l.up, givenUp) || l.planDropped())
		}, last: true,
			apply: func(_ link, c *Commitment) { c.Negated, c.Modality = !c.Negated, kg.Asserted }},
		{id: "polarity.ruled-out", holds: link.rulesOut, apply: refuse},
		{id: "polarity.refused", holds: func(l link) bool { return refusals[l.lemma] }, apply: refuse},
		{id: "polarity.too-much-to", holds: link.isTooMuch,
			apply: func(_ link, c *Commitment) { c.Negated = !c.Negated }},
		{id: "polarity.negating-operator", holds: link.isNegating,
			apply: func(_ link, c *Commitment) { c.Negated = !c.Negated }},
		{id: "commitment.ranked-attribute", holds: link.isRankedAttribute, apply: link.asFarAs},
		{id: "commitment.vote", holds: link.isVote, apply: leave},
		{id: "modality.accused-by-nobody", holds: func(l link) bool { // nobody knows by whom
			return accusing[l.lemma] && l.cl.Passive(l.up) && l.d.Child(l.up, "agent") < 0
		}, apply: func(_ link, c *Commitment) { c.Soften(kg.Hedged) }},
		{id: "commitment.asserting-operator", holds: link.isAsserting, apply: leave},
		{id: "commitment.outcome", holds: func(l link) bool {
			return (beside{l.Reader}).isOutcome(l.at, l.up)
		}, apply: leave},
		{id: "modality.come-together", holds: func(l link) bool { return l.comesAbout(l.at, l.up) }, apply: leave},
		{id: "modality.open-noun", holds: func(l link) bool {
			return l.d.Lower(l.at) == "of" && openNouns[l.lemma] && l.d.Noun(l.up)
		},
			apply: func(_ link, c *Commitment) { c.Soften(kg.Hypothetical) }},
		{id: "modality.operator", holds: func(l link) bool { return l.effect != "" },
			apply: func(l link, c *Commitment) { c.Soften(kg.Modality(l.effect)) }},
		{id: "modality.fit-to", holds: link.isFit, apply: func(_ link, c *Commitment) { c.Soften(kg.Hypothetical) }},
		{id: "modality.infinitive", holds: func(l link) bool {
			return l.ph.Infinitive(l.at) && (l.d.Verb(l.up) || l.d.Noun(l.up)) && !l.ph.IsRanked(l.up)
		}, apply: link.yetToCome},
	}
}

func leave(link, *Commitment) {}

func refuse(_ link, c *Commitment) { c.Refused = true }

// governed applies what a governing word makes of the infinitive or -ing form under it. An infinitive under a word
// that is not known to bring about what it governs is yet to come.
func (co *Reader) governed(c *Commitment, at, up int) {
	d := co.d
	if n := co.cl.NounGoverning(at, up); n >= 0 {
		up = n
	}
	l := link{Reader: co, at: at, up: up, lemma: d.Lemma(up), effect: clause.Operators[d.Lemma(up)]}
	if l.effect == "" {
		l.effect = clause.Operators[d.Lower(up)]
	}
	l.effect = l.senseOf(l.effect)
	l.negated = co.NegatedAt(up) || d.Tokens[up].Dep == "acomp" && co.NegatedAt(d.Tokens[up].Head)
	for _, r := range operatorRules {
		if r.holds(l) && co.rules.Take(r.id, at, up) {
			if r.apply(l, c); r.last {
				return
			}
			break
		}
	}
	if l.negated && d.Tokens[at].Dep != "relcl" && co.rules.Take("polarity.operator-denied", at, up) {
		if c.Refused {
			c.Refused = false
		} else {
			c.Negated = !c.Negated
		}
	}
	if d.Tokens[up].Dep == "acomp" { // "would be wrong to"
		up = d.Tokens[up].Head
	}
	softenedBy(co, c, at, up)
}

// isOpen reports whether an infinitive says how, when or whether something could be done: "explained how to leave".
func (l link) isOpen() bool {
	to := l.d.Child(l.at, "aux")
	return l.ph.Infinitive(l.at) && to > 0 && (l.d.Tokens[to-1].Tag == "WRB" || openings[l.d.Lower(to-1)])
}

// isTooMuch: "too weak to attack X".
func (l link) isTooMuch() bool {
	return l.d.Tokens[l.up].Dep == "acomp" && l.ph.Infinitive(l.at) && l.ph.HasChildIn(l.up, tooWords)
}

// softenedBy applies the modality of a verb to what it governs: "can use it to attack X". What is asked or planned
// only under a condition is no more than that: "might have asked X to leave".
func softenedBy(co *Reader, c *Commitment, at, up int) {
	open := c.Modality == kg.Ordered || c.Modality == kg.Future
	if open && co.d.Verb(up) && (times{co}).isOpenVerb(up) && co.rules.Take("modality.open-above", at, up) {
		c.Modality = kg.Hypothetical
	}
	if m := attribution.ClauseModality(co.d, co.words, up); m != kg.Asserted {
		c.Soften(m)
	}
	if co.ph.HasChild(up, "can") && co.d.Verb(up) && co.rules.Take("modality.can-too", at, up) {
		c.Soften(kg.Hypothetical)
	}
}

// isOpenVerb reports whether a verb itself says only what might be or would have been.
func (co times) isOpenVerb(v int) bool {
	wouldHave := co.ph.HasChildIn(v, pastWills) && co.ph.HasChildIn(v, haveForms)
	return wouldHave || co.ph.HasChildIn(v, mights) || co.conditional(v)
}

// isYetTo: "has yet to", "is yet to".
func (l link) isYetTo() bool {
	return l.lemma == "have" && l.ph.HasChildIn(l.at, yets) || l.ph.HasChildIn(l.up, yets) && yetToVerbs[l.lemma]
}

// rulesOut: "ruled out".
func (l link) rulesOut() bool { return excluding[l.lemma] && l.ph.HasChild(l.up, "out") }

// isNegating: "failed to", "held back from", "kept X from".
func (l link) isNegating() bool {
	return l.effect == "NEGATED" || heldBack[l.lemma] && l.ph.HasChildIn(l.up, heldParticles) ||
		hindering[l.lemma] && l.d.Lower(l.at) == "from"
}

// isRankedAttribute: "became the first to".
func (l link) isRankedAttribute() bool {
	return l.d.Tokens[l.up].Dep == "attr" && l.ph.IsRanked(l.up) && l.d.Verb(l.d.Tokens[l.up].Head)
}

// asFarAs: what the first does is so as far as it is said that he is the first. Who is not the first to do something
// does it too.
func (l link) asFarAs(c *Commitment) {
	by := l.Of(l.d.Tokens[l.up].Head)
	if by.Negated {
		return
	}
	c.Soften(by.Modality)
}

// isVote: an assembly does with its vote what it votes for.
func (l link) isVote() bool {
	return votingFor[l.lemma] && declared[l.d.Lemma(l.at)] && l.isDone(l.up) && l.assembly(l.up)
}

// isOneOf: "was one of six powers to reach a deal".
func (l link) isOneOf() bool {
	of := l.d.Tokens[l.up].Head
	one := l.d.Tokens[of].Head
	if l.d.Tokens[l.up].Dep != "pobj" || l.d.Lower(of) != "of" {
		return false
	}
	return l.d.Lower(one) == "one" && l.d.Tokens[one].Dep == "attr"
}

// isAsserting: "began to", "the first country to".
func (l link) isAsserting() bool {
	if l.effect == "ASSERTED" || l.isOneOf() || clause.Included(l.d, l.up) >= 0 { // "others to be arrested included X"
		return true
	}
	if s := l.d.Child(l.d.Tokens[l.up].Head, "expl"); s >= 0 && existing[l.d.Lower(s)] { // "there is a drive to ban X"
		return false
	}
	return l.effect == "" && l.d.Tokens[l.up].Dep == "attr" && !l.isFit() ||
		l.d.Tokens[l.at].Dep == "relcl" && l.ph.IsRanked(l.up)
}

// yetToCome: an infinitive under any other word. Under a verb that tells of something done it is a purpose.
func (l link) yetToCome(c *Commitment) {
	told := l.d.Verb(l.up) && l.d.Tokens[l.up].Dep != "relcl" // "the promise he made to leave" is none
	if told && c.Modality == kg.Asserted && l.isDone(l.up) {
		c.Purpose = true
	}
	if m := attribution.ClauseModality(l.d, l.words, l.up); m != kg.Asserted {
		c.Soften(m)
	}
	if l.isCalledFor() {
		c.Soften(kg.Ordered)
	}
	c.Soften(kg.Future)
}

// isCalledFor reports whether an infinitive says what is asked of the one it describes: "called for a court to free X".
func (l link) isCalledFor() bool {
	prep := l.d.Tokens[l.up].Head
	return l.d.Tokens[l.up].Dep == "pobj" && l.d.Lower(prep) == "for" &&
		clause.Operators[l.d.Lemma(l.d.Tokens[prep].Head)] == "ORDERED"
}

// extraposed reads "it is not true that …" and "it is a lie that …", which deny the clause, and "it is likely that
// …", which leaves it open; false where up is no such clause.
func (co *Reader) extraposed(c *Commitment, at, up int) bool {
	be, a := co.heldOf(at, up)
	if a < 0 {
		return false
	}
	w, not := co.d.Lower(a), co.NegatedAt(be)
	unsure := lang.EndsIn(w, openEndings) || openWords[w]
	switch {
	case factWords[w] && co.rules.Take("polarity.it-is-true", at, a):
		c.Negated = c.Negated != not
	case (untrue[w] || lies[co.d.Lemma(a)]) && co.rules.Take("polarity.it-is-untrue", at, a):
		c.Negated = c.Negated == not
	case unsure && co.rules.Take("modality.it-is-likely", at, a):
		c.Soften(kg.Hedged)
	default:
		return false
	}
	return true
}

// heldOf finds the "be" and the word that "it is WORD that" says of a clause; -1 where up is no such clause.
func (co *Reader) heldOf(at, up int) (be, word int) {
	d := co.d
	switch d.Tokens[at].Dep {
	case "ccomp", "acl", "advcl", "relcl":
	default:
		return -1, -1
	}
	be = up
	if d.Noun(up) { // "it is a lie that": the clause hangs on the lie
		be = d.Tokens[up].Head
	}
	s := d.Child(be, "nsubj", "expl")
	if at < up || d.Lemma(be) != "be" || s < 0 || d.Lower(s) != "it" || s > be {
		return -1, -1
	}
	if !co.ph.HasChild(at, "that") && d.Lower(d.Left[at]) != "that" {
		return -1, -1
	}
	a := d.Child(be, "acomp", "attr")
	if a < 0 || a > at || up != be && a != up {
		return -1, -1
	}
	return be, a
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

// calledUntrue reports whether a clause is what "it is not true" is said of, with the one who says so between: "It is
// not true, X said, that …".
func (co *Reader) calledUntrue(at, up int) bool {
	d := co.d
	if !d.Verb(up) || !co.ph.HasChild(at, "that") {
		return false
	}
	for _, c := range d.All(up, "ccomp") {
		s, a := d.Child(c, "nsubj"), d.Child(c, "acomp")
		if c >= up || at <= up || s < 0 || a < 0 {
			continue
		}
		if d.Lower(s) != "it" || !strings.HasPrefix(d.Lemma(c), "be") {
			continue
		}
		word := d.Lower(a)
		if (trueWords[word]) && co.NegatedAt(c) || untrue[word] && !co.NegatedAt(c) {
			return true
		}
	}
	return false
}
