package clause

import (
	"sayso/internal/kg"
	"sayso/internal/read/phrase"
)

// Gap reports whether a conjunct of an object is a clause of its own that leaves the verb out, and who does it to
// whom in it: "X recognized A and Y B", "X condemned the coup and Y the arrests".
func (cl *Reference) Gap(t int) (subject, object int, ok bool) {
	d := cl.d
	k := cl.cast.At[t]
	if k < 0 || d.Tokens[t].Dep != "conj" {
		return -1, -1, false
	}
	m := cl.cast.Mentions[k]
	if j := m.First - 1; j > 0 && cl.cast.At[j] >= 0 && cl.cast.At[j] != k {
		other := cl.cast.Mentions[cl.cast.At[j]]
		if before := other.First - 1; (before > 0 && (d.Tokens[before].Dep == "cc" || d.Tokens[before].Text == ",")) &&
			cl.rules.Take("gap.two-names", t) {
			return other.Head(d), t, true
		}
	}
	if m.End < len(d.Tokens) && (d.Tokens[m.End].Dep == "det" || d.Tokens[m.End].Dep == "poss") {
		for h := m.End + 1; h < min(m.End+5, len(d.Tokens)); h++ {
			if d.Tokens[h].Dep == "dobj" && d.Noun(h) && d.Left[h] == m.End && d.Tokens[h].Head < t &&
				cl.rules.Take("gap.name-and-noun", t, h) {
				return t, h, true
			}
		}
	}
	return -1, -1, false
}

// TwoPlaces takes apart two names of places that were taken for one name: "X recognized A and Syria Luhansk".
func (cl *Reference) TwoPlaces(t int) (subject, object phrase.Node, ok bool) {
	k := cl.cast.At[t]
	if k < 0 || cl.d.Tokens[t].Dep != "conj" || cl.cast.Mentions[k].Entry != nil {
		return subject, object, false
	}
	m := cl.cast.Mentions[k]
	for cut := m.First + 1; cut < m.End; cut++ {
		a, first := cl.cast.Gaz.Lookup(cl.d.Phrase(m.First, cut), kg.Place)
		b, second := cl.cast.Gaz.Lookup(cl.d.Phrase(cut, m.End), kg.Place)
		if first && second && a.Kind == "state" && cl.rules.Take("gap.two-places-in-one", t, cut) {
			return phrase.Node{
					Name:  a.Name,
					Token: m.First,
					Typ:   a.Type,
					Kind:  a.Kind,
				}, phrase.Node{
					Name:  b.Name,
					Token: cut,
					Typ:   b.Type,
					Kind:  b.Kind,
				}, true
		}
	}
	return subject, object, false
}
