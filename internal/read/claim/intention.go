package claim

import (
	"strings"
)

// untilThen tells whether a clause says how it was before what the text tells of, which is no denial of it: "had never recognised X before".
func (f *finder) untilThen(v int) bool {
	if !f.hasChild(v, "had") || !f.hasChildIn(v, nots) {
		return false
	}
	for _, c := range f.d.All(v, "advmod", "prep") {
		switch w := f.d.Lower(c); {
		case untilNow[w]:
			if w != "before" || len(f.d.Children[c]) == 0 {
				return true
			}
		case w == "until":
			if f.hasChildIn(c, thenNow) {
				return true
			}
		}
	}
	return false
}

// noIntention tells whether somebody has no mind to do what a verb says, or rules it out: "has no intention of recognising X", "does not plan to".
func (f *finder) noIntention(v int) bool {
	d := f.d
	up := d.Tokens[v].Head
	if intentionLinks[d.Lower(up)] {
		up = d.Tokens[up].Head
	}
	switch w := d.Lemma(up); {
	case intentions[w]:
		if d.Noun(up) {
			return f.none(up) || d.Tokens[up].Dep == "dobj" && f.negatedAt(d.Tokens[up].Head)
		}
		return d.Verb(up) && f.negatedAt(up)
	case w == "intend":
		return f.negatedAt(up)
	case w == "rule":
		return d.Verb(up) && f.hasChild(up, "out") && !f.negatedAt(up)
	}
	return false
}

// reversedBy finds the word by which the decision that a verb stands under is undone or thought over: "reversed its decision to recognise X", "changed
// its mind about recognising X"; -1 for none.
func (f *finder) reversedBy(v int) int {
	d := f.d
	for at, depth := v, 0; depth < 4; depth++ {
		up := d.Tokens[at].Head
		if up == at || d.Tokens[at].Dep == "conj" || d.Tokens[at].Dep == "ccomp" || d.Tokens[at].Dep == "advcl" || d.Tokens[at].Dep == "nsubj" {
			return -1
		}
		if undoings[d.Lemma(up)] && at != v {
			if d.Noun(at) && yetToCome[d.Lemma(at)] {
				return at
			}
			return up
		}
		if o := d.Child(up, "dobj"); d.Lemma(up) == "change" && o >= 0 && minds[d.Lemma(o)] {
			return o
		}
		at = up
	}
	return -1
}

// withdraws tells whether what a verb takes away from somewhere is a mere thing: "withdrew the painting from the sale".
func (f *finder) withdraws(v int) bool {
	o := f.d.Child(v, "dobj")
	if o < 0 || f.cast.At[o] >= 0 || f.person(o) || f.patterns.targets[f.d.Lemma(o)] {
		return false
	}
	class := f.cast.Words.Class(f.d.Lemma(o), f.d.Lower(o))
	return class == "" && f.nounType(o) == "" && !strings.HasPrefix(f.d.Tokens[o].Tag, "PRP") && !armament[f.d.Lemma(o)]
}
