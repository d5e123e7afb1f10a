package claim

import "strings"

// portionOf gives what a noun is a portion of; the noun itself where it is none.
func (f *finder) portionOf(i int) int {
	if f.cast.At[i] >= 0 || !portions[f.d.Lemma(i)] && !portions[f.d.Lower(i)] {
		return i
	}
	for _, p := range f.d.All(i, "prep") {
		if o := f.d.Child(p, "pobj"); f.d.Lower(p) == "of" && o > i {
			return o
		}
	}
	return i
}

// when tells whether a noun phrase says when something happens.
func (f *finder) when(i int) bool {
	ent := f.d.Tokens[i].Ent
	return strings.HasSuffix(ent, "-DATE") || strings.HasSuffix(ent, "-TIME")
}

// notAmong tells whether a conjunct is left out by "not": "blamed the mayor but not his deputy".
func (f *finder) notAmong(i int) bool {
	return i >= 0 && f.d.Tokens[i].Dep == "conj" && f.hasChild(i, "not") && !f.notOnly(f.d.Left[i])
}

// openAnswer tells whether to deny is only one of two things that somebody may do or leave: "would neither confirm nor deny it".
func (f *finder) openAnswer(v int) bool {
	up := f.d.Tokens[v].Head
	return f.d.Tokens[v].Dep == "conj" && f.d.Tokens[v].Tag == "VB" && f.d.Lemma(up) == "confirm" && f.d.Child(v, "nsubj") < 0 && f.alternative(up, v)
}

// price is the sum that something was bought for; -1 where none is given.
func (f *finder) price(v int) int {
	for _, o := range f.behind(v, "for") {
		if f.number(o) >= 0 && f.money(o) {
			return o
		}
	}
	if o := f.directObject(v); o >= 0 {
		for _, t := range f.behind(o, "for") {
			if f.number(t) >= 0 && f.money(t) {
				return t
			}
		}
	}
	return -1
}

// sumOf is the sum that a noun is said to be of: "a grant of one billion dollars"; -1 for none.
func (f *finder) sumOf(i int) int {
	for _, o := range f.behind(i, "of") {
		if f.cast.At[o] < 0 && f.number(o) >= 0 && f.money(o) {
			return o
		}
	}
	return -1
}

// money tells whether a counted noun is a currency.
func (f *finder) money(i int) bool {
	if i < 0 {
		return false
	}
	n := f.number(i)
	return n >= 0 && (f.currency(n) != "" || currencies[f.d.Lemma(i)] || strings.HasSuffix(f.d.Tokens[n].Ent, "-MONEY"))
}
