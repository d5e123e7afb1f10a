package claim

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/attribution"
)

// clause is how far a clause commits to what it says.
type clause struct {
	negated   bool
	modality  kg.Modality
	refused   bool // "refused to", "declined to"
	willNever bool // "will never", "will not", "would not"
	purpose   bool // "sent forces to support X": what something that was done was done for
}

// soften gives the clause a modality where it has none of its own.
func (c *clause) soften(m kg.Modality) {
	if c.modality == kg.Asserted || c.modality == "" {
		c.modality = m
	}
}

// clauseOf reads polarity and modality of a verb from its own words and from the verbs it hangs on.
func (f *finder) clauseOf(v int) clause {
	d := f.d
	c := clause{negated: f.negatedAt(v), modality: attribution.ClauseModality(d, f.words, v)}
	c.willNever = c.negated && f.willing(v)
	if f.hasChildIn(v, conditions) || f.hasChild(v, "until") && d.Tokens[v].Tag != "VBD" && !f.hasChildIn(v, pastAuxiliaries) || f.inverted(v) {
		c.modality = kg.Hypothetical
	}
	if !c.negated && f.hasChild(v, "can") {
		c.soften(kg.Hypothetical)
	}
	if d.Tokens[v].Head == v && d.Tokens[v].Tag == "VB" && f.infinitive(v) { // "Chad to free sailors", a title
		c.soften(kg.Future)
	}
	for at, depth := v, 0; depth < 5; depth++ {
		up := d.Tokens[at].Head
		if up == at || !f.climb(&c, at, up) {
			break
		}
		at = up
	}
	if f.butInName(v) {
		c.soften(kg.Hedged)
	}
	if f.question(v) && (c.modality == kg.Asserted || d.Tokens[v].Head == v) {
		c.modality = kg.Questioned
	}
	return c
}

// willing tells whether a verb has "will" or "would" before it, or is that word itself.
func (f *finder) willing(v int) bool {
	for _, a := range append(f.d.All(v, "aux"), v) {
		if willWords[f.d.Lower(a)] {
			return true
		}
	}
	return false
}

// climb applies what the word up makes of the word at that hangs on it, and tells whether what is above up bears on it too.
func (f *finder) climb(c *clause, at, up int) bool {
	d := f.d
	dep := d.Tokens[at].Dep
	to := f.infinitive(at)
	switch {
	case f.rankedAfter(at) == up:
		c.soften(attribution.ClauseModality(d, f.words, up))
		c.negated = c.negated != f.negatedAt(up)
		return true
	case f.extraposed(c, at, up):
		return true
	case dep == "acl" && d.Tokens[at].Tag == "VBG" && enactments[d.Lemma(up)]:
		f.enacted(c, up)
	case dep == "conj":
		if f.secondThat(at) {
			return true
		}
		if d.Child(at, "nsubj", "aux", "nsubjpass") >= 0 || !d.Verb(up) {
			return false
		}
		c.soften(attribution.ClauseModality(d, f.words, up))
		return true
	case dep == "xcomp" || dep == "pcomp" || dep == "prep" || dep == "ccomp" && to || (dep == "acl" || dep == "relcl") && d.Tokens[at].Tag == "VB" && to:
		f.governed(c, at, up, to)
		return true
	case f.asked(up, at) >= 0:
		f.governed(c, at, up, to)
		return true
	case dep == "advmod" && d.Lower(at) == "short":
		return false
	case dep == "advcl" && d.Tokens[at].Tag == "VB" && to:
		if c.modality == kg.Asserted {
			c.modality, c.purpose = kg.Future, f.done(up)
		}
	case dep == "compound" && d.Tokens[at].Tag == "VBG" && d.Lemma(d.Tokens[up].Head) == "deny": // "denied shelling X"
		c.negated = !c.negated
	case (dep == "ccomp" || dep == "acl") && at > up:
		if f.calledUntrue(at, up) {
			c.negated = !c.negated
			return false
		}
		f.thought(c, at, up)
	}
	return false
}

// infinitive tells whether a verb has its "to".
func (f *finder) infinitive(v int) bool {
	a := f.d.Child(v, "aux")
	return a >= 0 && f.d.Lower(a) == "to"
}

// thought applies what a verb or noun of thinking makes of the finite clause under it: "fears that", "rumours that". Verbs of saying leave
// the clause as it is, for it is somebody's then.
func (f *finder) thought(c *clause, at, up int) {
	d := f.d
	if f.secondThat(at) {
		at = d.Tokens[at].Head
	}
	effect := f.patterns.governors[d.Lemma(up)]
	switch {
	case d.Lemma(up) == "deny" && d.Verb(up) && f.negatedAt(up): // "neither confirmed nor denied that"
		effect = "QUESTIONED"
	case d.Verb(up) && f.words.Speech(d.Lemma(up)):
		if s := d.Child(up, "nsubj"); s < 0 || f.patterns.governors[d.Lemma(s)] != "HEDGED" {
			return
		}
		effect = "HEDGED"
	case d.Verb(up):
		if s := d.Child(up, "nsubj"); s >= 0 && d.Noun(s) && f.patterns.rumours[d.Lemma(s)] {
			effect = "HEDGED"
		}
	case d.Noun(up) && (d.Lower(d.Left[at]) == "that" || f.hasChild(at, "that")):
		if f.patterns.rumours[d.Lemma(up)] {
			effect = "HEDGED"
		}
		if f.none(up) && proofs[d.Lemma(up)] {
			c.negated = !c.negated
			return
		}
		if v := d.Tokens[up].Head; d.Tokens[up].Dep == "nsubj" && d.Lemma(v) == "be" {
			if a := d.Child(v, "acomp"); a >= 0 && untrue[d.Lower(a)] != f.negatedAt(v) {
				c.negated, c.modality = !c.negated, kg.Asserted
				return
			}
		}
	default:
		return
	}
	if effect != "" && effect != "ASSERTED" && effect != "NEGATED" {
		c.soften(kg.Modality(effect))
	}
}

// inverted tells whether an auxiliary before the subject makes a condition: "Had X done", "Should X do".
func (f *finder) inverted(v int) bool {
	d := f.d
	s := d.Child(v, "nsubj", "nsubjpass")
	if s < 0 || d.Tokens[v].Head == v {
		return false
	}
	for _, c := range d.Children[v] {
		if w := d.Lower(c); (d.Tokens[c].Dep == "aux" || d.Tokens[c].Dep == "auxpass") && c < d.Left[s] && invertedAuxiliaries[w] {
			return d.Tokens[v].Dep == "advcl" || d.Tokens[c].SentStart
		}
	}
	return false
}

// done tells whether a verb says that something happened.
func (f *finder) done(v int) bool {
	return (f.d.Tokens[v].Tag == "VBD" || f.hasChildIn(v, haveForms)) && !f.negatedAt(v) && attribution.ClauseModality(f.d, f.words, v) == kg.Asserted
}

// governed applies what a governing word makes of the infinitive or -ing form under it. An infinitive under a word that is not known to
// bring about what it governs is yet to come.
func (f *finder) governed(c *clause, at, up int, to bool) {
	d := f.d
	w := d.Lemma(up)
	effect := f.patterns.governors[w]
	if effect == "" {
		effect = f.patterns.governors[d.Lower(up)]
	}
	negated := f.negatedAt(up) || d.Tokens[up].Dep == "acomp" && f.negatedAt(d.Tokens[up].Head) // "is not ready to"
	switch {
	case w == "have" && f.hasChild(at, "yet") || f.hasChild(up, "yet") && yetToVerbs[w]:
		c.negated, c.modality = true, kg.Asserted
		return
	case w == "rule" && f.hasChild(up, "out"):
		if negated {
			c.soften(kg.Hypothetical)
			return
		}
		c.refused = true
	case refusals[w]:
		c.refused = true
	case effect == "NEGATED" || w == "hold" && f.hasChildIn(up, heldParticles):
		c.negated = !c.negated
	case d.Tokens[up].Dep == "attr" && f.first(up) && d.Verb(d.Tokens[up].Head): // "became the first to": as far as that is said to be so
		by := f.clauseOf(d.Tokens[up].Head)
		c.soften(by.modality)
		c.negated = c.negated != by.negated
	case w == "vote" && f.done(up) && declared[d.Lemma(at)] && f.assembly(up): // an assembly does with its vote what it votes for
	case w == "accuse" && f.passive(up) && d.Child(up, "agent") < 0: // nobody knows by whom
		c.soften(kg.Hedged)
	case effect == "ASSERTED" || effect == "" && d.Tokens[up].Dep == "attr" || d.Tokens[at].Dep == "relcl" && f.first(up):
	case effect != "":
		c.soften(kg.Modality(effect))
	case to && (d.Verb(up) || d.Noun(up)) && !f.first(up):
		if m := attribution.ClauseModality(d, f.words, up); m != kg.Asserted {
			c.soften(m)
		}
		c.soften(kg.Future)
	}
	if negated && d.Tokens[at].Dep != "relcl" {
		if c.refused {
			c.refused = false
		} else {
			c.negated = !c.negated
		}
	}
	if d.Tokens[up].Dep == "acomp" { // "would be wrong to"
		up = d.Tokens[up].Head
	}
	if m := attribution.ClauseModality(d, f.words, up); m != kg.Asserted {
		c.soften(m)
	}
}

// assembly tells whether the subject of a verb is a body or those who sit in one.
func (f *finder) assembly(v int) bool {
	for _, s := range f.subjectTokens(v) {
		if k := f.cast.At[s]; k >= 0 && f.cast.Mentions[k].Type == kg.Organization || f.nounType(s) == kg.Organization || deputies[f.d.Lemma(s)] {
			return true
		}
	}
	return false
}

// first tells whether a noun is picked out by rank, so that "to do" after it says what was done: "the first country to".
func (f *finder) first(i int) bool {
	for _, c := range f.d.All(i, "amod", "nummod") {
		switch w := f.d.Lower(c); {
		case ranks[w]:
			return true
		default:
			if strings.HasSuffix(w, "th") && (ordinals[w] || w[0] >= '0' && w[0] <= '9') || w[0] >= '0' && w[0] <= '9' && (strings.HasSuffix(w, "st") || strings.HasSuffix(w, "nd") || strings.HasSuffix(w, "rd")) {
				return true
			}
		}
	}
	return false
}

// butInName tells whether "in all but name" follows a verb: what it says has not been done outright.
func (f *finder) butInName(v int) bool {
	end := f.d.Sentences[f.d.Sentence[v]].End
	for i := v + 1; i+3 < end; i++ {
		if f.d.Lower(i) == "in" && f.d.Lower(i+1) == "all" && f.d.Lower(i+2) == "but" && f.d.Lower(i+3) == "name" {
			return true
		}
	}
	return false
}

func (f *finder) question(v int) bool {
	s := f.d.Sentences[f.d.Sentence[v]]
	for i := s.End - 1; i > s.First && i > s.End-4; i-- {
		if strings.HasPrefix(f.d.Tokens[i].Text, "?") {
			return true
		}
	}
	return false
}
