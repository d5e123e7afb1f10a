package commitment

import (
	"sayso/internal/kg"
	"sayso/internal/read/attribution"
	"sayso/internal/read/clause"
)

// climb applies what the word up makes of the word at that hangs on it, and reports whether what is above up bears on
// it too.
func (co *Reader) climb(c *Commitment, at, up int) bool {
	dep := co.d.Tokens[at].Dep
	switch {
	case co.cl.RankedAfter(at) == up && co.rules.Take("commitment.ranked-after", at, up):
		c.Soften(attribution.ClauseModality(co.d, co.words, up))
		c.Negated = c.Negated != co.NegatedAt(up)
		return true
	case co.extraposed(c, at, up):
		return true
	case co.enacts(at, up):
		co.enacted(c, up)
		return false
	case dep == "conj":
		return co.joined(c, at, up)
	case co.isGoverned(at):
		co.governed(c, at, up)
		return true
	case co.cl.AskedToAct(up, at) >= 0 && co.rules.Take("commitment.asked", at, up):
		co.governed(c, at, up)
		return true
	}
	co.hanging(c, at, up)
	return false
}

// enacts reports whether a participle says what an act does: "a decree recognizing X".
func (co *Reader) enacts(at, up int) bool {
	t := co.d.Tokens[at]
	return t.Dep == "acl" && t.Tag == "VBG" && enactments[co.d.Lemma(up)] &&
		co.rules.Take("commitment.enactment", at, up)
}

// joined applies the verb that another is joined to, and reports whether what is above it bears on both.
func (co *Reader) joined(c *Commitment, at, up int) bool {
	if co.ph.SecondThat(at) && co.rules.Take("commitment.second-that", at, up) {
		return true
	}
	if co.d.Child(at, "nsubj", "aux", "nsubjpass") >= 0 || !co.d.Verb(up) {
		return false
	}
	c.Soften(attribution.ClauseModality(co.d, co.words, up))
	if co.ph.HasChild(up, "can") && co.d.Tokens[at].Tag == "VB" && co.rules.Take("modality.can-too", at, up) {
		c.Soften(kg.Hypothetical) // "can wait or attack X"
	}
	return true
}

// isGoverned reports whether a word is an infinitive, an -ing form or a preposition before one that the word above
// governs.
func (co *Reader) isGoverned(at int) bool {
	switch t := co.d.Tokens[at]; t.Dep {
	case "xcomp", "pcomp", "prep":
		return true
	case "ccomp":
		return co.ph.Infinitive(at) || co.isBare(at)
	case "acl", "relcl":
		return t.Tag == "VB" && co.ph.Infinitive(at)
	}
	return false
}

// isBare reports whether a verb is an infinitive without "to" that has a subject: "helped X free Y".
func (co *Reader) isBare(v int) bool {
	return co.d.Tokens[v].Tag == "VB" && co.d.Child(v, "aux", "mark") < 0 && co.d.Child(v, "nsubj") >= 0
}

// hanging applies the word above a purpose, a denied deed or a finite clause; nothing higher up bears on those.
func (co *Reader) hanging(c *Commitment, at, up int) {
	t := co.d.Tokens[at]
	switch t.Dep {
	case "advcl":
		if t.Tag != "VB" || !co.ph.Infinitive(at) || (heard{co}).isOneWho(up) {
			return
		}
		if co.comesAbout(at, up) && co.rules.Take("modality.come-together", at, up) {
			return
		}
		if co.rules.Take("commitment.purpose", at, up) && c.Modality == kg.Asserted {
			c.Modality, c.Purpose = kg.Future, co.isDone(up)
		}
	case "compound": // "denied shelling X"
		if t.Tag == "VBG" && co.d.Lemma(co.d.Tokens[up].Head) == "deny" && co.rules.Take("polarity.denied-gerund", at) {
			c.Negated = !c.Negated
		}
	case "ccomp", "acl":
		if at < up {
			return
		}
		if co.calledUntrue(at, up) && co.rules.Take("polarity.called-untrue", at, up) {
			c.Negated = !c.Negated
			return
		}
		co.thought(c, at, up)
	}
}

// comesAbout reports whether people do what they come together for, by coming together: "gathered to protest against X".
func (co *Reader) comesAbout(at, up int) bool {
	d := co.d
	if !displays[d.Lemma(at)] {
		return false
	}
	gather := gatherings[d.Lemma(up)]
	for _, p := range d.All(up, "prep") {
		o := d.Child(p, "pobj")
		gather = gather || o >= 0 && d.Lower(p) == "to" && streets[d.Lower(o)] // "took to the streets"
	}
	return gather && co.isDone(up)
}

// isOneWho reports whether a verb says that somebody is one of those who did something: "was one of six states to reach a
// deal".
func (co heard) isOneWho(be int) bool {
	one := co.d.Child(be, "attr")
	return one >= 0 && co.d.Lower(one) == "one" && len(co.ph.Behind(one, "of")) > 0
}

// thought applies what a verb or noun of thinking makes of the finite clause under it: "fears that", "rumours that".
// Verbs of saying leave the clause as it is, for it is somebody's then.
func (co *Reader) thought(c *Commitment, at, up int) {
	d := co.d
	if co.ph.SecondThat(at) {
		at = d.Tokens[at].Head
	}
	effect := clause.Operators[d.Lemma(up)]
	switch {
	case d.Lemma(up) == "deny" && d.Verb(up) && co.NegatedAt(up) && co.rules.Take("modality.not-denied", at, up):
		effect = "QUESTIONED" // "neither confirmed nor denied that"
	case d.Verb(up):
		if (heard{co}).reportedWould(c, at, up) && co.rules.Take("modality.reported-would", at, up) {
			c.Modality = kg.Future
		}
		effect = co.verbOfThought(at, up, effect)
	case d.Noun(up) && (d.Lower(d.Left[at]) == "that" || co.ph.HasChild(at, "that")):
		if co.deniedThat(c, at, up) {
			return
		}
		if clause.Rumours[d.Lemma(up)] && co.rules.Take("modality.rumour-that", at, up) {
			effect = "HEDGED"
		}
	default:
		return
	}
	if effect != "" && effect != "ASSERTED" && effect != "NEGATED" {
		c.Soften(kg.Modality(effect))
	}
}

// heard asks of a clause who says it and of whom.
type heard struct{ *Reader }

// reportedWould reports whether "would" is only the "will" of what somebody said: "said it would investigate X".
func (co heard) reportedWould(c *Commitment, at, up int) bool {
	d := co.d
	if c.Modality != kg.Hypothetical || !co.words.Speech(d.Lemma(up)) || d.Tokens[up].Tag != "VBD" || !co.ph.HasChild(at, "would") {
		return false
	}
	for _, v := range d.All(at, "advcl") {
		if co.conditional(v) {
			return false
		}
	}
	return !co.conditional(at) && !co.ph.HasChild(at, "have")
}

// verbOfThought is what a verb makes of the clause under it; "" for nothing.
func (co *Reader) verbOfThought(at, up int, effect string) string {
	d := co.d
	s := d.Child(up, "nsubj")
	if co.words.Speech(d.Lemma(up)) {
		if effect == "ORDERED" && co.isSubjunctive(at) && co.rules.Take("modality.subjunctive", at, up) {
			return effect
		}
		hedged := s >= 0 && clause.Operators[d.Lemma(s)] == "HEDGED"
		if !hedged && co.rules.Take("commitment.said-clause", at, up) {
			return ""
		}
		return "HEDGED"
	}
	if s >= 0 && d.Noun(s) && clause.Rumours[d.Lemma(s)] && co.rules.Take("modality.rumour-says", at, s) {
		return "HEDGED"
	}
	return effect
}

// isSubjunctive reports whether a clause says what is to be: "demanded that X free Y".
func (co *Reader) isSubjunctive(v int) bool {
	return co.d.Tokens[v].Tag == "VB" && co.d.Child(v, "aux") < 0 && co.ph.HasChild(v, "that")
}

// deniedThat applies a noun that denies the clause under it: "no evidence that", "the claim that … is false".
func (co *Reader) deniedThat(c *Commitment, at, up int) bool {
	d := co.d
	if co.ph.IsNone(up) && proofs[d.Lemma(up)] && co.rules.Take("polarity.no-evidence-that", at, up) {
		c.Negated = !c.Negated
		return true
	}
	v := d.Tokens[up].Head
	rejected := d.Tokens[up].Dep == "dobj" && rejections[d.Lemma(v)] || d.Tokens[up].Dep == "nsubjpass" && rejections[d.Lemma(v)]
	if rejected && !co.NegatedAt(v) && clause.Rumours[d.Lemma(up)] && co.rules.Take("polarity.rejected-claim", at, v) {
		c.Negated = !c.Negated
		c.Soften(kg.Hedged) // that it is not so is the word of who rejects it
		return true
	}
	if d.Tokens[up].Dep != "nsubj" || d.Lemma(v) != "be" {
		return false
	}
	a := d.Child(v, "acomp")
	if a >= 0 && trueWords[d.Lower(a)] && !co.NegatedAt(v) && co.rules.Take("polarity.that-is-true", at, a) {
		return true // "the reports that … are true"
	}
	if a >= 0 && untrue[d.Lower(a)] != co.NegatedAt(v) && co.rules.Take("polarity.that-is-untrue", at, a) {
		c.Negated, c.Modality = !c.Negated, kg.Asserted
		return true
	}
	return false
}
