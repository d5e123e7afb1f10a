package claim

// leftUndone tells whether a verb is what somebody did not do, for something else ("rather than recognize X", "instead of recognizing X", "would sooner
// leave than recognize X") or not quite ("hardly", "almost").
func (f *finder) leftUndone(v int) bool {
	d := f.d
	for _, c := range d.All(v, "advmod") {
		if w := d.Lower(c); hardly[w] || nearly[w] && c == v-1 {
			return true
		}
	}
	switch d.Tokens[v].Tag {
	case "VB", "VBG", "VBN":
	default:
		return false
	}
	if m := d.Child(v, "mark"); m >= 0 && d.Lower(m) == "than" {
		return true
	}
	up := d.Tokens[v].Head
	if d.Tokens[v].Dep == "pcomp" && f.insteadOf(up) {
		return true
	}
	return d.Tokens[v].Dep == "conj" && f.joinedAside(v)
}

// setAside tells whether a noun is named beside another as what was passed over: "recognized X instead of Y", "X rather than Y".
func (f *finder) setAside(i int) bool {
	return i >= 0 && f.d.Tokens[i].Dep == "conj" && f.joinedAside(i)
}

// joinedAside tells whether what joins a conjunct to its head passes it over.
func (f *finder) joinedAside(i int) bool {
	d := f.d
	for _, c := range d.All(d.Tokens[i].Head, "cc") {
		if c < i && (f.insteadOf(c) || d.Lower(c) == "than" && c > 0 && rathers[d.Lower(c-1)]) {
			return true
		}
	}
	return false
}

// insteadOf tells whether a token is the "of" of "instead of".
func (f *finder) insteadOf(i int) bool {
	return i > 0 && f.d.Lower(i) == "of" && f.d.Lower(i-1) == "instead"
}

// excepted tells whether a noun is the one that "no X but Y" leaves.
func (f *finder) excepted(i int) bool {
	d := f.d
	if i < 0 || d.Tokens[i].Dep != "conj" || !f.none(d.Tokens[i].Head) {
		return false
	}
	for _, c := range d.All(d.Tokens[i].Head, "cc") {
		if c < i && d.Lower(c) == "but" {
			return true
		}
	}
	return false
}
