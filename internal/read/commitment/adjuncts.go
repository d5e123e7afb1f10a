package commitment

import (
	"sayso/internal/kg"
	"sayso/internal/read/attribution"
	"sayso/internal/read/clause"
)

// beside reads what stands beside a clause and is no complement of its verb.
type beside struct{ *Reader }

// times reads from a verb's own words when what it says comes about.
type times struct{ *Reader }

// adjunct applies the clause that a preposition like "after" or "by" joins another to, and reports whether it leads to
// one, and whether what is above that clause bears on it too. What a verb makes of its complement ("tried to", "said
// to") it does not make of what stands beside: "after meeting X, he said", "tried to stop X by voting".
func (co beside) adjunct(c *Commitment, at, up int) (is, on bool) {
	d := co.d
	if d.Tokens[at].Dep != "prep" || d.Child(at, "pcomp", "pobj") < 0 {
		return false, false
	}
	switch w := d.Lower(at); {
	case co.votedDown(at, up):
		c.Negated = !c.Negated
		return true, true
	case co.isSettled(w, at, up):
		return true, false // what comes after it is as it may be: "will resign after pleading guilty"
	case besides[w] && d.Verb(up) && !(w == "with" && tasking[d.Lemma(up)]) && co.rules.Take("commitment.beside", at, up):
		if m := attribution.ClauseModality(d, co.words, up); m != kg.Asserted {
			c.Soften(m)
		}
		if co.ph.HasChild(up, "can") && w == "by" { // "by acting, X can win": how, where it would
			c.Soften(kg.Hypothetical)
		}
		if w != "in" && co.NegatedAt(up) { // "did not win by cheating": whether he cheated is open
			c.Soften(kg.Hypothetical)
		}
		if of := d.Tokens[up].Head; w == "by" && efforts[d.Lemma(of)] && co.isDone(of) {
			return true, false // "tried to stop X by attacking Y"
		}
		return true, true
	}
	return false, false
}

// isSettled reports whether a preposition leads to what had come about before, or to what somebody is judged for.
func (co beside) isSettled(w string, at, up int) bool {
	if settled[w] {
		return co.rules.Take("commitment.settled-before", at, up)
	}
	judged := co.d.Lemma(up)
	return w == "for" && judging[judged] && clause.Operators[judged] == "" && co.d.Child(at, "pcomp") >= 0 &&
		co.rules.Take("commitment.reason", at, up)
}

// votedDown reports whether a preposition says what was voted or decided against: "voted against enacting the law".
func (co beside) votedDown(at, up int) bool {
	return co.d.Lower(at) == "against" && voting[co.d.Lemma(up)] && co.d.Child(at, "pcomp") >= 0 &&
		co.rules.Take("polarity.voted-down", at, up)
}

// comesToPass reports whether "would" only tells of the past what then came: "would later win the seat".
func (co times) comesToPass(v int) bool {
	return co.ph.HasChild(v, "would") && !co.ph.HasChild(v, "have") && co.ph.HasChildIn(v, afterwards) &&
		!co.conditional(v)
}

// isAhead reports whether a clause in the present tense tells of what is to come, by its time or by the clause it
// stands beside: "is leaving next week", "when X steps down, Y will follow".
func (co times) isAhead(v int) bool {
	d := co.d
	if co.wasAhead(v) {
		return true
	}
	if !co.isPresent(v) {
		return false
	}
	for _, t := range d.All(v, "npadvmod", "advmod") {
		next := d.Child(t, "amod")
		if tomorrow[d.Lower(t)] || next >= 0 && upcoming[d.Lower(next)] && d.Tokens[t].Dep == "npadvmod" {
			return true
		}
	}
	return d.Tokens[v].Dep == "advcl" && co.ph.HasChildIn(v, onceWords) && co.willBe(d.Tokens[v].Head)
}

// wasAhead reports whether a clause in the past tense tells of what was still to come when the verb above it was:
// "would vote on it before X left". Of "it would be years before X left" that is no matter: X left.
func (co times) wasAhead(v int) bool {
	d := co.d
	up := d.Tokens[v].Head
	if d.Tokens[v].Tag != "VBD" || d.Tokens[v].Dep != "advcl" || !co.ph.HasChildIn(v, onceWords) {
		return false
	}
	s := d.Child(up, "nsubj")
	return s >= 0 && !dummies[d.Lower(s)] && co.ph.HasChildIn(up, pastWills) && !co.ph.HasChildIn(up, haveForms)
}

// willBe reports whether a verb, or one that governs it, says what will be: "will act", "will have to act".
func (co times) willBe(v int) bool {
	for n := 0; n < 3; n++ {
		if attribution.ClauseModality(co.d, co.words, v) == kg.Future {
			return true
		}
		if co.d.Tokens[v].Dep != "xcomp" {
			return false
		}
		v = co.d.Tokens[v].Head
	}
	return false
}

// isPresent reports whether a verb stands in the present tense, or in the form with "is" and "-ing".
func (co times) isPresent(v int) bool {
	switch co.d.Tokens[v].Tag {
	case "VBZ", "VBP":
		return true
	case "VBG":
		return co.ph.HasChildIn(v, presentForms)
	}
	return false
}

// senseOf is what a governing word makes of what hangs on it, where the word has the sense in which it does so: "is
// to", "going to", "have to", "about to".
func (l link) senseOf(effect string) string {
	to, behind := l.ph.Infinitive(l.at), l.d.Tokens[l.at].Dep == "prep"
	if more := l.senseWith(to); more != "" {
		return more
	}
	switch w := l.lemma; {
	case w == "have":
		if !to {
			return "" // "had a president nominate X"
		}
		if l.d.Tokens[l.up].Tag == "VBD" && l.d.Tokens[l.up].Dep != "ccomp" {
			return "ASSERTED" // "had to defend X", and did; "said that he had to" is what he must
		}
	case able[w]:
		if l.d.Tokens[l.d.Tokens[l.up].Head].Tag == "VBD" {
			return "ASSERTED" // "was able to pass the bill", and did
		}
	case w == "be":
		if behind {
			return ""
		}
		if to && l.tellsDeed() {
			return "ASSERTED"
		}
	case going[w]:
		if behind || l.ph.HasChildIn(l.up, goingOn) {
			return "ASSERTED" // "went from doing one thing to doing another", "went on to win"
		}
	case w == "about":
		if l.d.Child(l.at, "nsubj") >= 0 || telling[l.d.Lemma(l.d.Tokens[l.up].Head)] {
			return "ASSERTED" // "bragged about attacking X"
		}
	}
	return effect
}

// senseWith is what a word beside the governing one makes of it: "looking FORWARD to meeting X", "dared X to leave",
// "it is WRONG to leave"; "" where none does.
func (l link) senseWith(to bool) string {
	switch a := l.d.Child(l.up, "acomp"); {
	case looks[l.lemma] && l.ph.HasChildIn(l.up, aheadParticles):
		return "FUTURE"
	case dares[l.lemma] && to && l.d.Child(l.up, "dobj") >= 0:
		return "ORDERED"
	case a >= 0 && a < l.at && l.d.Tokens[l.at].Dep != "prep" && l.isDummy():
		return judged(l.d.Lemma(a))
	}
	return ""
}

// isDummy reports whether "it" stands for the infinitive to come: "it is wrong to attack X".
func (l link) isDummy() bool {
	s := l.d.Child(l.up, "nsubj", "expl")
	return s >= 0 && dummies[l.d.Lower(s)]
}

// judged is what an adjective makes of what it is said of: what is wrong or wise to do has not been done by that.
func judged(adjective string) string {
	if effect := clause.Operators[adjective]; effect != "" {
		return effect
	}
	return "HYPOTHETICAL"
}

// tellsDeed reports whether an infinitive says what was done: "his first move was to raise taxes".
func (l link) tellsDeed() bool {
	s := l.d.Child(l.up, "nsubj")
	return s >= 0 && l.d.Tokens[l.up].Tag == "VBD" && deeds[l.d.Lemma(s)]
}

// isFit reports whether an infinitive says what somebody would be good for: "the best man to defeat X".
func (l link) isFit() bool {
	return l.ph.Infinitive(l.at) && l.d.Noun(l.up) && l.ph.HasChildIn(l.up, fitting)
}

// cameOf reports whether a clause says what came of what is above it: "went on to win", "could end up expelled".
func (co beside) cameOf(at, up int) bool {
	goes := going[co.d.Lemma(up)] && co.ph.HasChildIn(up, goingOn) && co.ph.Infinitive(at)
	return (goes || co.endsUp(at, up)) && co.rules.Take("commitment.what-came", at, up)
}

// endsUp reports whether a participle says what becomes of somebody: "could end up expelled".
func (co beside) endsUp(at, up int) bool {
	return co.d.Tokens[at].Tag == "VBN" && ending[co.d.Lemma(up)] && co.ph.HasChild(up, "up")
}

// isThere reports whether what noun n names came about whatever becomes of the verb it stands under: what somebody
// knows or is asked about, what is said to have an effect. Verbs of taking place are another matter, and so is what is
// asked for.
func (co beside) isThere(n, up int) bool {
	d := co.d
	if d.Lemma(up) == "have" && d.Tokens[n].Dep != "dobj" {
		return true // "had knowledge of the attack"
	}
	for at := n; at != up; at = d.Tokens[at].Head {
		switch d.Tokens[at].Dep {
		case "prep":
			if w := d.Lower(at); d.Tokens[at].Head == up && (settledBy[w] || reported[w] && telling[d.Lemma(up)]) {
				return true
			}
		case "nsubj":
			return !happening[d.Lemma(up)] && d.Tokens[at].Head == up
		}
	}
	return false
}
