package phrase

// SetAside reports whether a noun is named beside another as what was passed over: "recognized X instead of Y", "X
// rather than Y".
func (ph *Tree) SetAside(i int) bool {
	return i >= 0 && ph.d.Tokens[i].Dep == "conj" && ph.JoinedAside(i)
}

// JoinedAside reports whether what joins a conjunct to its head passes it over.
func (ph *Tree) JoinedAside(i int) bool {
	d := ph.d
	for _, c := range d.All(d.Tokens[i].Head, "cc") {
		if c < i && (ph.InsteadOf(c) || d.Lower(c) == "than" && c > 0 && rathers[d.Lower(c-1)]) {
			return true
		}
	}
	return false
}

// InsteadOf reports whether a token is the "of" of "instead of".
func (ph *Tree) InsteadOf(i int) bool {
	return i > 0 && ph.d.Lower(i) == "of" && insteadWords[ph.d.Lower(i-1)]
}

// IsExcepted reports whether a noun is the one that "no X but Y" leaves.
func (ph *Tree) IsExcepted(i int) bool {
	d := ph.d
	if i < 0 || d.Tokens[i].Dep != "conj" || !ph.IsNone(d.Tokens[i].Head) {
		return false
	}
	for _, c := range d.All(d.Tokens[i].Head, "cc") {
		if c < i && d.Lower(c) == "but" {
			return true
		}
	}
	return false
}

// Alternative reports whether the verbs between two tokens are joined by "or" or "nor".
func (ph *Tree) Alternative(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if w := ph.d.Lower(i); ph.d.Tokens[i].Dep == "cc" && alternatives[w] && ph.d.Verb(ph.d.Tokens[i].Head) {
			return true
		}
	}
	return false
}

// Contrast reports whether "but" stands between two verbs.
func (ph *Tree) Contrast(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if ph.d.Tokens[i].Dep == "cc" && ph.d.Lower(i) == "but" && ph.d.Verb(ph.d.Tokens[i].Head) {
			return true
		}
	}
	return false
}

// CountsTwo reports whether a noun phrase is "both" or "the two" and its noun, and nothing else.
func (ph *Tree) CountsTwo(i int) bool {
	d := ph.d
	two, the := twoNouns[d.Lower(i)], d.Lower(i) == "both"
	if the && d.Tokens[i].Dep != "nsubj" {
		return false
	}
	for _, c := range d.Children[i] {
		switch w := d.Lower(c); {
		case w == "both" && c < i:
			two, the = true, true
		case w == "two":
			two = true
		case theseWords[w]:
			the = true
		case c > i && (d.Tokens[c].Dep == "punct" || d.Tokens[c].Tag == "POS"):
		default:
			return false
		}
	}
	return two && the
}

// NotAmong reports whether a conjunct is left out by "not": "blamed the mayor but not his deputy".
func (ph *Tree) NotAmong(i int) bool {
	return i >= 0 && ph.d.Tokens[i].Dep == "conj" && ph.HasChild(i, "not") && !ph.NotOnly(ph.d.Left[i])
}
