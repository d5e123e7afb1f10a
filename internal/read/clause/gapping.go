package clause

import (
	"sayso/internal/kg"
	"sayso/internal/read/gazetteer"
	"sayso/internal/read/phrase"
)

// Gap reports whether a conjunct of an object is a clause of its own that leaves the verb out, and who does it to
// whom in it: "X condemned the coup and Y the arrests".
func (cl *Reference) Gap(t int) (subject, object int, ok bool) {
	d := cl.d
	k := cl.cast.At[t]
	if k < 0 || d.Tokens[t].Dep != "conj" {
		return -1, -1, false
	}
	m := cl.cast.Mentions[k]
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
			return nodeOf(a, m.First), nodeOf(b, cut), true
		}
	}
	return subject, object, false
}

func nodeOf(e gazetteer.Entry, token int) phrase.Node {
	return phrase.Node{Name: e.Name, Token: token, Typ: e.Type, Kind: e.Kind}
}
