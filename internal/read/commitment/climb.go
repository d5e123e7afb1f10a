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
	if is, on := (beside{co}).adjunct(c, at, up); is {
		return on
	}
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
	case co.cl.NounGoverning(at, up) >= 0 || co.cl.AskedToAct(up, at) >= 0 && co.rules.Take("commitment.asked", at, up):
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
	if alike(co, at, up) && co.rules.Take("commitment.joined-subjunctive", at, up) {
		c.Soften(attribution.ClauseModality(co.d, co.words, up))
		return true
	}
	if co.d.Child(at, "nsubj", "aux", "nsubjpass") >= 0 || !co.d.Verb(up) {
		return false
	}
	if finiteBesideModal(co, at, up) && co.rules.Take("commitment.joined-finite", at, up) {
		return true
	}
	c.Soften(attribution.ClauseModality(co.d, co.words, up))
	if co.ph.HasChild(up, "can") && co.d.Tokens[at].Tag == "VB" && co.rules.Take("modality.can-too", at, up) {
		c.Soften(kg.Hypothetical) // "can wait or attack X"
	}
	return true
}

// finiteBesideModal reports whether a verb has a tense of its own beside a bare form, so that the auxiliary before that
// is not its own too: "how far it will go and violates the treaty".
func finiteBesideModal(co *Reader, at, up int) bool {
	t := co.d.Tokens[at]
	own := t.Tag == "VBZ" || t.Tag == "VBD" && co.d.Lower(at) != co.d.Lemma(at) // "will hit and hurt X" has none
	return own && co.d.Tokens[up].Tag == "VB"
}

// alike reports whether a passive has the bare form of the verb it is joined to: "that he resign or be fired".
func alike(co *Reader, at, up int) bool {
	be := co.d.Child(at, "auxpass")
	return be >= 0 && co.d.Tokens[be].Tag == "VB" && co.d.Tokens[up].Tag == "VB" &&
		co.d.Child(at, "nsubj", "aux", "nsubjpass") < 0
}

// isGoverned reports whether a word is an infinitive, an -ing form or a preposition before one that the word above
// governs.
func (co *Reader) isGoverned(at int) bool {
	switch t := co.d.Tokens[at]; t.Dep {
	case "xcomp", "pcomp", "prep":
		return true
	case "pobj": // "the possibility of X being arrested"
		return co.d.Verb(at)
	case "ccomp":
		return co.ph.Infinitive(at) || co.isBare(at)
	case "acl", "relcl":
		return co.ph.Infinitive(at)
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
	case "csubj": // "firing workers is hard" tells of no firing
		onlyNamed(co, c, at, up)
	case "advcl":
		if (beside{co}).cameOf(at, up) {
			c.Soften(attribution.ClauseModality(co.d, co.words, up))
			return
		}
		co.purpose(c, at, up)
	case "compound": // "denied shelling X"
		if t.Tag == "VBG" && denying[co.d.Lemma(co.d.Tokens[up].Head)] && co.rules.Take("polarity.denied-gerund", at) {
			c.Negated = !c.Negated
		}
	case "relcl": // "laughed off talk that X had bought Y", whose "that" opens no relative clause
		if that := co.d.Child(at, "mark"); that > up {
			thinking{co}.rejectedTelling(c, at, up)
		}
	case "ccomp", "acl":
		if at < up {
			return
		}
		if co.calledUntrue(at, up) && co.rules.Take("polarity.called-untrue", at, up) {
			c.Negated = !c.Negated
			return
		}
		thinking{co}.thought(c, at, up)
	}
}

// onlyNamed makes what a gerund only names as the subject of another verb HYPOTHETICAL.
func onlyNamed(co *Reader, c *Commitment, at, up int) {
	always := co.d.Tokens[at].Tag == "VBG" && (co.d.Tokens[up].Tag == "VBZ" || co.d.Tokens[up].Tag == "VB")
	if always && co.d.Child(at, "poss", "nsubj") < 0 && co.rules.Take("modality.gerund-subject", at, up) {
		c.Soften(kg.Hypothetical)
	}
}

// purpose makes what something is done for FUTURE, unless it comes about by doing it.
func (co *Reader) purpose(c *Commitment, at, up int) {
	if !co.ph.Infinitive(at) || co.isOneWho(up) {
		return
	}
	if co.comesAbout(at, up) && co.rules.Take("modality.come-together", at, up) {
		return
	}
	if (beside{co}).isOutcome(at, up) && co.rules.Take("commitment.outcome", at, up) {
		return
	}
	l := link{Reader: co, at: at, up: up, lemma: co.d.Lemma(up)}
	if m := l.senseWith(true); m != "" && l.isDummy() && co.rules.Take("modality.judged", at, up) {
		c.Soften(kg.Modality(m))
		return
	}
	called := clause.Operators[co.d.Lemma(up)] == "ORDERED" && co.ph.HasChild(at, "for") && co.d.Child(at, "nsubj") >= 0
	if called && co.rules.Take("modality.called-for", at, up) { // "called for X to leave"
		c.Soften(kg.Ordered)
		return
	}
	if co.rules.Take("commitment.purpose", at, up) && c.Modality == kg.Asserted {
		c.Modality, c.Purpose = kg.Future, co.isDone(up)
		if co.NegatedAt(up) { // "did not act in order to attack X"
			c.Modality = kg.Hypothetical
		}
	}
}

// comesAbout reports whether people do what they come together for, by coming together: "gathered to protest against
// X".
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
	first := co.d.Tokens[up].Tag == "VB" && co.ph.IsRanked(co.d.Tokens[up].Head) // "the first to kneel to protest"
	return gather && (first || co.isDone(up))
}

// isOutcome reports whether an infinitive says what came of a victory or what somebody left something for: "defeated X
// to win the seat", "left the firm to join X".
func (co beside) isOutcome(at, up int) bool {
	if !co.ph.Infinitive(at) || !co.d.Verb(up) {
		return false
	}
	if lemma := co.d.Lemma(up); !outcomes[lemma] && !(movingOn[lemma] && newPosts[co.d.Lemma(at)]) {
		return false
	}
	return co.isDone(up) || co.d.Tokens[up].Tag == "VBG" && co.d.Verb(co.d.Tokens[up].Head) &&
		co.isDone(co.d.Tokens[up].Head)
}

// isOneWho reports whether a verb says that somebody is one of those who did something: "was one of six states to reach
// a deal".
func (co *Reader) isOneWho(be int) bool {
	one := co.d.Child(be, "attr")
	return one >= 0 && co.d.Lower(one) == "one" && len(co.ph.Behind(one, "of")) > 0
}
