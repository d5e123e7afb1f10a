package commitment

// leftUndone reports whether a verb is what somebody did not do, for something else ("rather than recognize X",
// "instead of recognizing X", "would sooner leave than recognize X") or not quite ("hardly", "almost").
func (co *Reader) leftUndone(v int) bool {
	d := co.d
	for _, c := range d.All(v, "advmod") {
		if w := d.Lower(c); (hardly[w] || nearly[w] && c == v-1) && co.rules.Take("polarity.hardly", v) {
			return true
		}
	}
	switch d.Tokens[v].Tag {
	case "VB", "VBG", "VBN":
	default:
		return false
	}
	if v > 1 && d.Lower(v-1) == "than" && rathers[d.Lower(v-2)] && co.rules.Take("polarity.than", v) {
		return true
	}
	if m := d.Child(v, "mark"); m >= 0 && d.Lower(m) == "than" && co.rules.Take("polarity.than", v) {
		return true
	}
	up := d.Tokens[v].Head
	if d.Tokens[v].Dep == "pcomp" && co.ph.InsteadOf(up) && co.rules.Take("polarity.instead-of", v) {
		return true
	}
	return d.Tokens[v].Dep == "conj" && co.ph.JoinedAside(v)
}

// negatedTogether reports whether a verb without a subject of its own is denied with the verb it is joined to: by
// "neither", by "or" behind a negation ("has never threatened or attacked"), or by a subject that says there is none
// ("no X has sold, lent or given").
func (co *Reader) negatedTogether(v int) bool {
	d := co.d
	for at, n := v, 0; n < 4; n++ {
		up := d.Tokens[at].Head
		if d.Tokens[at].Dep != "conj" || up == at || !d.Verb(up) || d.Child(at, "nsubj", "nsubjpass") >= 0 {
			return false
		}
		if s := d.Child(up, "nsubj", "nsubjpass"); s >= 0 && co.ph.IsNone(s) && !co.ph.Contrast(up, v) &&
			co.rules.Take("polarity.no-subject-joined", v) {
			return true
		}
		if co.ph.DeniedAt(up) && co.ph.Alternative(up, v) && co.rules.Take("polarity.not-or", v) {
			return true
		}
		at = up
	}
	return false
}

// neverAgain reports whether "never again" or "no more" stands between an infinitive and the verb above: "vowed never
// again to negotiate".
func (co *Reader) neverAgain(v int) bool {
	if !co.ph.Infinitive(v) || co.d.Tokens[v].Dep != "xcomp" {
		return false
	}
	for i := co.d.Tokens[v].Head + 1; i < v; i++ {
		if h := co.d.Tokens[i].Head; nots[co.d.Lower(i)] && h < v && againWords[co.d.Lower(h)] &&
			co.rules.Take("polarity.never-again", v) {
			return true
		}
	}
	return false
}

// OpenAnswer reports whether to deny is only one of two things that somebody may do or leave: "would neither confirm
// nor deny it".
func (co *Reader) OpenAnswer(v int) bool {
	up := co.d.Tokens[v].Head
	return co.d.Tokens[v].Dep == "conj" && co.d.Tokens[v].Tag == "VB" && confirming[co.d.Lemma(up)] &&
		co.d.Child(v, "nsubj") < 0 &&
		co.ph.Alternative(up, v)
}

// NoLonger reports whether what a verb says has ended: "no longer", "not … any longer", "not … anymore".
func (co *Reader) NoLonger(v int) bool {
	for _, a := range co.d.All(v, "advmod", "neg") {
		if w := co.d.Lower(a); endings[w] || a > 0 && endings[co.d.Lower(a-1)+" "+w] {
			return true
		}
	}
	return false
}

// NoSubject reports whether a verb is denied of everybody: "no other country will do". None of those who will not is
// named by that.
func (co *Reader) NoSubject(v int) bool {
	s := co.d.Child(v, "nsubj", "nsubjpass")
	return s >= 0 && co.cast.At[s] < 0 && co.ph.IsNone(s)
}

// NegatedAt reports whether a verb has a negation of its own, or one in its subject, object or agent: "no X",
// "neither X nor Y", "none".
func (co *Reader) NegatedAt(v int) bool {
	d := co.d
	for _, c := range d.Children[v] {
		if rule := co.denies(c, v); rule != "" && co.rules.Take(rule, v, c) {
			return true
		}
	}
	first := d.Left[v]
	if (d.Lower(first) == "nor" || first > 0 && d.Lower(first-1) == "nor") && co.rules.Take("polarity.nor", v) {
		return true
	}
	return co.neverAgain(v) || co.negatedTogether(v) || co.leftUndone(v)
}

// denies is the rule by which the word c that hangs on verb v denies it; "" for none.
func (co *Reader) denies(c, v int) string {
	d := co.d
	w := d.Lower(c)
	if d.Tokens[c].Dep == "neg" || nevers[w] || w == "not" && c < v {
		if co.ph.NotOnly(c) {
			return ""
		}
		return "polarity.not"
	}
	if d.Tokens[c].Dep == "aux" && d.Child(c, "neg") >= 0 { // "does not, and never will, recognize X"
		return "polarity.not-under-auxiliary"
	}
	if neitherWords[w] {
		return "polarity.neither"
	}
	if longer[w] && co.ph.HasChildIn(c, noMore) {
		return "polarity.no-longer"
	}
	switch d.Tokens[c].Dep {
	case "nsubj", "nsubjpass", "dobj":
		if co.ph.IsNone(c) {
			return "polarity.no-argument"
		}
	case "agent":
		if o := d.Child(c, "pobj"); o >= 0 && co.ph.IsNone(o) {
			return "polarity.no-agent"
		}
	}
	return ""
}
