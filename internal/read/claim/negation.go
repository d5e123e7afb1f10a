package claim

import "strings"

// negatedTogether tells whether a verb without a subject of its own is denied with the verb it is joined to: by "neither", by "or" behind a negation
// ("has never threatened or attacked"), or by a subject that says there is none ("no X has sold, lent or given").
func (f *finder) negatedTogether(v int) bool {
	d := f.d
	for at, n := v, 0; n < 4; n++ {
		up := d.Tokens[at].Head
		if d.Tokens[at].Dep != "conj" || up == at || !d.Verb(up) || d.Child(at, "nsubj", "nsubjpass") >= 0 {
			return false
		}
		if f.hasChild(up, "neither") {
			return true
		}
		if s := d.Child(up, "nsubj", "nsubjpass"); s >= 0 && f.none(s) && !f.contrast(up, v) {
			return true
		}
		if f.deniedAt(up) && f.alternative(up, v) {
			return true
		}
		at = up
	}
	return false
}

// deniedAt tells whether a verb has "not" or "never" before it.
func (f *finder) deniedAt(v int) bool {
	for _, c := range f.d.Children[v] {
		if w := f.d.Lower(c); c < v && (f.d.Tokens[c].Dep == "neg" || nots[w]) && !f.notOnly(c) {
			return true
		}
	}
	return false
}

// alternative tells whether the verbs between two tokens are joined by "or" or "nor".
func (f *finder) alternative(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if w := f.d.Lower(i); f.d.Tokens[i].Dep == "cc" && alternatives[w] && f.d.Verb(f.d.Tokens[i].Head) {
			return true
		}
	}
	return false
}

// contrast tells whether "but" stands between two verbs.
func (f *finder) contrast(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if f.d.Tokens[i].Dep == "cc" && f.d.Lower(i) == "but" && f.d.Verb(f.d.Tokens[i].Head) {
			return true
		}
	}
	return false
}

// secondThat tells whether a clause is another one under the same "that": "no evidence that A had done it or that B had".
func (f *finder) secondThat(at int) bool {
	up := f.d.Tokens[at].Head
	m := f.d.Child(at, "mark")
	first := f.d.Child(up, "mark")
	return f.d.Tokens[at].Dep == "conj" && f.d.Verb(up) && m >= 0 && first >= 0 && f.d.Lower(m) == "that" && f.d.Lower(first) == "that"
}

// calledUntrue tells whether a clause is what "it is not true" is said of, with the one who says so between: "It is not true, X said, that …".
func (f *finder) calledUntrue(at, up int) bool {
	d := f.d
	if !d.Verb(up) || !f.hasChild(at, "that") {
		return false
	}
	for _, c := range d.All(up, "ccomp") {
		s, a := d.Child(c, "nsubj"), d.Child(c, "acomp")
		if c >= up || at <= up || s < 0 || a < 0 || d.Lower(s) != "it" || !strings.HasPrefix(d.Lemma(c), "be") {
			continue
		}
		word := d.Lower(a)
		if (trueWords[word]) && f.negatedAt(c) || untrue[word] && !f.negatedAt(c) {
			return true
		}
	}
	return false
}

// neverAgain tells whether "never again" or "no more" stands between an infinitive and the verb above: "vowed never again to negotiate".
func (f *finder) neverAgain(v int) bool {
	if !f.infinitive(v) || f.d.Tokens[v].Dep != "xcomp" {
		return false
	}
	for i := f.d.Tokens[v].Head + 1; i < v; i++ {
		if h := f.d.Tokens[i].Head; (nots[f.d.Lower(i)]) && h < v && againWords[f.d.Lower(h)] {
			return true
		}
	}
	return false
}

// negatedAt tells whether a verb has a negation of its own, or one in its subject, object or agent: "no X", "neither X nor Y", "none".
func (f *finder) negatedAt(v int) bool {
	d := f.d
	for _, c := range d.Children[v] {
		w := d.Lower(c)
		switch {
		case d.Tokens[c].Dep == "neg" || nots[w] && c < v:
			if !f.notOnly(c) {
				return true
			}
		case neitherWords[w]:
			return true
		case w == "longer" && (f.hasChild(c, "no") || f.hasChild(c, "not") || f.hasChild(c, "n't")):
			return true
		case d.Tokens[c].Dep == "nsubj" || d.Tokens[c].Dep == "nsubjpass" || d.Tokens[c].Dep == "dobj":
			if f.none(c) {
				return true
			}
		case d.Tokens[c].Dep == "agent":
			if o := d.Child(c, "pobj"); o >= 0 && f.none(o) {
				return true
			}
		}
	}
	if first := d.Left[v]; d.Lower(first) == "nor" || first > 0 && d.Lower(first-1) == "nor" {
		return true
	}
	return f.neverAgain(v) || f.negatedTogether(v) || f.leftUndone(v)
}

// notOnly tells whether a negation denies nothing: "did not only X".
func (f *finder) notOnly(i int) bool {
	if i+1 >= len(f.d.Tokens) {
		return false
	}
	if onlyWords[f.d.Lower(i+1)] {
		return true
	}
	return false
}

// none tells whether a noun phrase says that there is none of it.
func (f *finder) none(i int) bool {
	d := f.d
	if nobodies[d.Lower(i)] {
		return true
	}
	for _, c := range d.Children[i] {
		if w := d.Lower(c); c < i && noWords[w] {
			return true
		}
		if d.Tokens[c].Dep == "nummod" || d.Tokens[c].Dep == "det" || d.Tokens[c].Dep == "amod" {
			if f.hasChild(c, "not") && c < i {
				return true
			}
		}
	}
	return d.Left[i] < i && d.Lower(d.Left[i]) == "not" && !f.notOnly(d.Left[i])
}

func (f *finder) hasChild(v int, words ...string) bool {
	for _, c := range f.d.Children[v] {
		for _, w := range words {
			if f.d.Lower(c) == w {
				return true
			}
		}
	}
	return false
}

// hasChildIn reports whether a word of a list hangs on a token.
func (f *finder) hasChildIn(v int, list map[string]bool) bool {
	for _, c := range f.d.Children[v] {
		if list[f.d.Lower(c)] {
			return true
		}
	}
	return false
}
