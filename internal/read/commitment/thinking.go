package commitment

import (
	"sayso/internal/kg"
	"sayso/internal/read/clause"
)

// thinking applies words of saying and thinking to the finite clauses under them.
type thinking struct{ *Reader }

// thought applies what a verb or noun of thinking makes of the finite clause under it: "fears that", "rumours that".
// Verbs of saying leave the clause as it is, for it is somebody's then.
func (co thinking) thought(c *Commitment, at, up int) {
	d := co.d
	if co.ph.SecondThat(at) {
		at = d.Tokens[at].Head
	}
	effect := clause.Operators[d.Lemma(up)]
	if ensuring[d.Lemma(up)] && co.ensured(c, at, up) {
		return
	}
	switch {
	case denying[d.Lemma(up)] && d.Verb(up) && co.NegatedAt(up) && co.rules.Take("modality.not-denied", at, up):
		effect = "QUESTIONED" // "neither confirmed nor denied that"
	case d.Verb(up):
		if co.reportedWould(c, at, up) && co.rules.Take("modality.reported-would", at, up) {
			c.Modality = kg.Future
		}
		c.Negated = c.Negated != co.disbelieved(at, up)
		effect = co.verbOfThought(at, up, effect)
	case co.announcedWould(c, at, up):
		c.Modality = kg.Future
		return
	case d.Noun(up) && (d.Lower(d.Left[at]) == "that" || co.ph.HasChild(at, "that")):
		if co.deniedThat(c, at, up) {
			return
		}
		if co.hedging(at, up) {
			effect = "HEDGED"
		}
	default:
		return
	}
	if effect != "" && effect != "ASSERTED" && effect != "NEGATED" {
		c.Soften(kg.Modality(effect))
	}
}

// ensured makes what somebody sees to as sure as that he sees to it: "wants to ensure that X leaves". Who has done so
// has brought it about.
func (co thinking) ensured(c *Commitment, at, up int) bool {
	above := up
	if !co.d.Verb(up) { // "make sure that"
		if above = co.d.Tokens[up].Head; !makings[co.d.Lemma(above)] {
			return false
		}
	}
	if !co.d.Verb(above) || co.NegatedAt(above) || !co.rules.Take("modality.ensured", at, up) {
		return false
	}
	c.Soften(co.Of(above).Modality)
	if tag := co.d.Tokens[above].Tag; tag != "VBD" && tag != "VBN" {
		c.Soften(kg.Future)
	}
	return true
}

// hedging reports whether a noun gives the clause under it as no more than likely: "rumours that", "has seen evidence
// that".
func (co thinking) hedging(at, up int) bool {
	w := co.d.Lemma(up)
	return clause.Rumours[w] && co.rules.Take("modality.rumour-that", at, up) ||
		proofs[w] && co.rules.Take("modality.evidence-that", at, up)
}

// disbelieved reports whether what is denied of a verb is denied of the clause under it: "does not believe that X
// attacked Y".
func (co thinking) disbelieved(at, up int) bool {
	return raisers[co.d.Lemma(up)] && co.NegatedAt(up) && co.rules.Take("polarity.not-believed", at, up)
}

// reportedWould reports whether "would" is only the "will" of what somebody said: "said it would investigate X". In the
// present, "say they would", it is open.
func (co thinking) reportedWould(c *Commitment, at, up int) bool {
	d := co.d
	if !co.words.Speech(d.Lemma(up)) || !co.openWould(c, at) {
		return false
	}
	switch d.Tokens[up].Tag {
	case "VBD", "VBN":
		return true
	case "VBG":
		return !co.ph.HasChildIn(up, presentForms)
	}
	return false
}

// announcedWould reports whether "would" is the "will" of an announcement: "news that X would endorse Y".
func (co thinking) announcedWould(c *Commitment, at, up int) bool {
	return co.d.Noun(up) && hopeful[co.d.Lemma(up)] && co.openWould(c, at) &&
		co.rules.Take("modality.announced-would", at, up)
}

// openWould reports whether a clause has "would" without a condition.
func (co thinking) openWould(c *Commitment, at int) bool {
	d := co.d
	if c.Modality != kg.Hypothetical || !co.ph.HasChild(at, "would") {
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
func (co thinking) verbOfThought(at, up int, effect string) string {
	d := co.d
	s := d.Child(up, "nsubj")
	if meanings[d.Lemma(up)] && co.NegatedAt(up) && co.rules.Take("modality.not-meant", at, up) {
		return "HYPOTHETICAL"
	}
	effect = co.afterBeing(at, up, effect)
	if s < 0 && co.granted(up) && co.rules.Take("commitment.granted-clause", at, up) {
		return ""
	}
	if co.words.Speech(d.Lemma(up)) {
		return co.said(at, up, s, effect)
	}
	if s >= 0 && d.Noun(s) && clause.Rumours[d.Lemma(s)] && co.rules.Take("modality.rumour-says", at, s) {
		return "HEDGED"
	}
	return effect
}

// said is what a verb of saying with the subject s makes of the clause under it: it is somebody's then.
func (co thinking) said(at, up, s int, effect string) string {
	d := co.d
	if effect == "ORDERED" && co.isSubjunctive(at) && co.rules.Take("modality.subjunctive", at, up) {
		return effect
	}
	hedged := s >= 0 && clause.Operators[d.Lemma(s)] == "HEDGED"
	if !hedged && co.rules.Take("commitment.said-clause", at, up) {
		return ""
	}
	return "HEDGED"
}

// granted reports whether a participle takes the clause behind it for granted: "considering X attacked Y".
func (co thinking) granted(up int) bool {
	dep := co.d.Tokens[up].Dep
	return grantings[co.d.Lower(up)] && (dep == "advcl" || dep == "prep")
}

// afterBeing is the effect on a clause behind "is", and the same effect on others.
func (co thinking) afterBeing(at, up int, effect string) string {
	if co.d.Lemma(up) == "be" && co.rules.Take("commitment.is-that", at, up) {
		return co.toldAs(up)
	}
	return effect
}

// toldAs is what the subject of "is" makes of the clause behind it: nothing in "the problem is that X did", much in
// "the plan is that X does" and "what we hope is that X does".
func (co thinking) toldAs(be int) string {
	d := co.d
	s := d.Child(be, "nsubj", "csubj")
	if s >= 0 && d.Tokens[s].Dep == "csubj" {
		if x := d.Child(s, "xcomp"); x >= 0 { // "what they fail to mention is that"
			s = x
		}
	}
	if s < 0 || !d.Noun(s) && !d.Verb(s) || d.Lemma(s) == "be" { // "what is odd is that X did"
		return ""
	}
	return clause.Operators[d.Lemma(s)]
}

// isSubjunctive reports whether a clause says what is to be: "demanded that X free Y".
func (co thinking) isSubjunctive(v int) bool {
	return co.d.Tokens[v].Tag == "VB" && co.d.Child(v, "aux") < 0 && co.ph.HasChild(v, "that")
}

// deniedThat applies a noun that denies the clause under it: "no evidence that", "the claim that … is false".
func (co thinking) deniedThat(c *Commitment, at, up int) bool {
	d := co.d
	if co.ph.IsNone(up) && proofs[d.Lemma(up)] && co.rules.Take("polarity.no-evidence-that", at, up) {
		c.Negated = !c.Negated
		return true
	}
	v := d.Tokens[up].Head
	if co.rejectedTelling(c, at, up) {
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
