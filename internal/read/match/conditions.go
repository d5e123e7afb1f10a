package match

import "sayso/internal/read/frame"

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
		{"with others", func(_ *Matcher, fr *frame.Frame) bool { // "signed a treaty with X"
			return len(fr.Behind("with")) > 0
		}},
		{"so called", func(ma *Matcher, fr *frame.Frame) bool { return ma.heldTo(fr.Trigger) }},
		{"joint act", func(ma *Matcher, fr *frame.Frame) bool { return ma.joinsIn(fr) }},
		{"open answer", func(ma *Matcher, fr *frame.Frame) bool { return ma.co.OpenAnswer(fr.Trigger) }},
	}
}

// excluded reports whether something stands there that a pattern does not hold with.
func (ma *Matcher) excluded(r Rule, fr *frame.Frame) bool {
	if r.NoClause && ma.d.Child(fr.Trigger, "xcomp", "ccomp") >= 0 {
		return true
	}
	for _, c := range conditions {
		if r.unless(c.name) && c.holds(ma, fr) {
			return true
		}
	}
	return false
}
