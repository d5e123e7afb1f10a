package match

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/frame"
)

// condition is one under which a verb's pattern does not hold, by the name that the vocabulary gives it.
type condition struct {
	name  string
	holds func(ma *Matcher, fr *frame.Frame) bool
}

// conditions are all of them.
var conditions []condition

func init() {
	conditions = []condition{
		{"finite clause", func(ma *Matcher, fr *frame.Frame) bool { // to be of one mind is to sign nothing
			return ma.d.Child(fr.Trigger, "ccomp") >= 0
		}},
		{"passive", func(_ *Matcher, fr *frame.Frame) bool { return fr.Passive }}, // "was left holding debts"
		{"thing", func(ma *Matcher, fr *frame.Frame) bool {
			return !fr.Passive && ma.withdraws(fr.Trigger)
		}},
		{"brought down", func(ma *Matcher, fr *frame.Frame) bool { // "shot him down", "shot back"
			return ma.d.Child(fr.Trigger, "prt", "advmod") > fr.Trigger
		}},
		{"nobody", func(ma *Matcher, fr *frame.Frame) bool { // "one of the firms that were targeted"
			return fr.Passive && !ma.ph.HasChild(fr.Trigger, "by")
		}},
		{"infinitive", func(ma *Matcher, fr *frame.Frame) bool { return ma.ph.Infinitive(fr.Trigger) }},
		{"with others", func(ma *Matcher, fr *frame.Frame) bool { // "signed a treaty with X"
			all := fr.Agents()
			return len(fr.Behind("with")) > 0 || len(all) != 1 || ma.d.Tokens[all[0]].Tag == "NNS"
		}},
		{"so called", func(ma *Matcher, fr *frame.Frame) bool { return ma.heldTo(fr.Trigger) }},
		{"joint act", func(ma *Matcher, fr *frame.Frame) bool { return ma.joinsIn(fr) }},
		// "resigned to higher taxes"
		{"put up with", func(_ *Matcher, fr *frame.Frame) bool { return len(fr.Behind("to")) > 0 }},
		{"by policy", func(ma *Matcher, fr *frame.Frame) bool { // "the tariffs will hurt workers"
			agents := fr.Agents()
			return len(agents) > 0 && ma.cast.At[agents[0]] < 0 && policies[ma.d.Lemma(agents[0])]
		}},
		{"by police", func(ma *Matcher, fr *frame.Frame) bool { // "officers raided the plant" to search it
			agents := fr.Agents()
			return len(agents) > 0 && police[ma.d.Lemma(agents[0])]
		}},
		{"of an employer", func(ma *Matcher, fr *frame.Frame) bool { return ma.isEmployer(fr) }},
		{"of no employer", func(ma *Matcher, fr *frame.Frame) bool { return !ma.isEmployer(fr) }},
		{"no custody", func(ma *Matcher, fr *frame.Frame) bool { return !(senses{ma}).inCustody(fr) }},
		// "voters were fired up"
		{"stirred up", func(ma *Matcher, fr *frame.Frame) bool { return ma.d.Child(fr.Trigger, "prt") > fr.Trigger }},
		{"at the board", func(ma *Matcher, fr *frame.Frame) bool { return (senses{ma}).atBoard(fr.Trigger) }},
		{"entrusted", func(ma *Matcher, fr *frame.Frame) bool { return (senses{ma}).entrusted(fr.Trigger) }},
		{"by no authority", func(ma *Matcher, fr *frame.Frame) bool { return (senses{ma}).byNoAuthority(fr) }},
		{"with an object", func(_ *Matcher, fr *frame.Frame) bool { return fr.Object() >= 0 }},   // "X calls it a mess"
		{"two objects", func(ma *Matcher, fr *frame.Frame) bool { return ma.hasTwoObjects(fr) }}, // "denied X a victory"
		{"of a place", func(ma *Matcher, fr *frame.Frame) bool { return ma.ofPlace(fr) }},
		{"hung on", func(ma *Matcher, fr *frame.Frame) bool { // "seized on the memo"
			return fr.Trigger+1 < len(ma.d.Tokens) && upons[ma.d.Lower(fr.Trigger+1)]
		}},
		{"somewhere", func(ma *Matcher, fr *frame.Frame) bool { return (senses{ma}).standsSomewhere(fr) }},
		{"on foot", func(ma *Matcher, fr *frame.Frame) bool { // "stepped down a staircase"
			o := ma.d.Child(fr.Trigger, "dobj", "npadvmod")
			timed := o >= 0 && (strings.HasSuffix(ma.d.Tokens[o].Ent, "-DATE") || strings.HasSuffix(ma.d.Tokens[o].Ent, "-TIME"))
			return o >= 0 && !timed && ma.cast.At[o] < 0 || len(ma.ph.Behind(fr.Trigger, "down")) > 0
		}},
		// "backed off the plan"
		{"drawn back", func(ma *Matcher, fr *frame.Frame) bool { return ma.ph.HasChildIn(fr.Trigger, drawnBack) }},
		{"in words", func(ma *Matcher, fr *frame.Frame) bool { return (senses{ma}).inWords(fr) }},
		{"by nature", func(ma *Matcher, fr *frame.Frame) bool { return (senses{ma}).diesByNature(fr.Trigger) }},
		{"reduced", func(ma *Matcher, fr *frame.Frame) bool { return ma.reduced(fr) }},
		{"supposed", func(ma *Matcher, fr *frame.Frame) bool { return (senses{ma}).supposed(fr.Trigger) }},
		{"open answer", func(ma *Matcher, fr *frame.Frame) bool { return ma.co.OpenAnswer(fr.Trigger) }},
	}
}

// reduced reports whether a participle stands without its verb: "as opposed to the plan".
func (ma *Matcher) reduced(fr *frame.Frame) bool {
	return fr.Passive && ma.d.Child(fr.Trigger, "auxpass") < 0
}

// hasTwoObjects reports whether a verb has an object beside that of whom it is done to: "denied X a victory".
func (ma *Matcher) hasTwoObjects(fr *frame.Frame) bool {
	n := 0
	for _, o := range ma.d.All(fr.Trigger, "dobj", "dative", "npadvmod") {
		ent := ma.d.Tokens[o].Ent
		if o > fr.Trigger && ma.d.Noun(o) && !strings.HasSuffix(ent, "-DATE") && !strings.HasSuffix(ent, "-TIME") {
			n++
		}
	}
	return n > 1
}

// ofPlace reports whether a place is the subject: "a flight to X, which cost $500".
func (ma *Matcher) ofPlace(fr *frame.Frame) bool {
	agents := fr.Agents()
	return len(agents) > 0 && ma.cast.At[agents[0]] >= 0 && ma.cast.Mentions[ma.cast.At[agents[0]]].Type == kg.Place
}

// isEmployer reports whether what somebody joins is an outlet or a firm: "joined X News as a reporter".
func (ma *Matcher) isEmployer(fr *frame.Frame) bool {
	o := fr.Object()
	if o < 0 || ma.cast.At[o] < 0 {
		return false
	}
	kind := ma.cast.Mentions[ma.cast.At[o]].Kind
	return kind == "outlet" || kind == "company"
}

// excluded reports whether something stands there that a pattern does not hold with.
func (ma *Matcher) excluded(r Rule, fr *frame.Frame) bool {
	if ma.comesTo(fr.Trigger) {
		return true
	}
	if r.NoClause && ma.d.Child(fr.Trigger, "xcomp", "ccomp") >= 0 {
		return true
	}
	for _, c := range conditions {
		if r.Barred(c.name) && c.holds(ma, fr) {
			return true
		}
	}
	return false
}

// comesTo reports whether a verb only names what the talk is of: "when it comes to passing laws".
func (ma *Matcher) comesTo(v int) bool {
	d := ma.d
	p := d.Tokens[v].Head
	up := d.Tokens[p].Head
	if d.Tokens[v].Dep != "pcomp" || !comings[d.Lemma(up)] {
		return false
	}
	s := d.Child(up, "nsubj", "expl")
	return s >= 0 && d.Lower(s) == "it"
}
