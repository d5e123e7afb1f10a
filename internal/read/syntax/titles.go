package syntax

import (
	"strings"

	"sayso/internal/read/layout"
)

// pairs are names in titles that a comma parts.
type pairs struct{ *repairs }

// join joins the two names that a title puts a comma between where running text has "and": "Roe, Doe condemn
// the strike". The verb shows that they are two.
//
// Rare: no article of these, which have few titles as agencies write them; fresh news does, and a test shows it.
func (d pairs) join() {
	for _, s := range d.Sentences {
		if s.End-s.First < 4 || d.Kind(s.First) != layout.Headline {
			continue
		}
		first, comma := d.nameUpTo(s.First, s.End)
		second, v := d.nameUpTo(comma+1, s.End)
		if first < 0 || second < 0 || comma+1 >= s.End || d.Tokens[comma].Text != "," || !d.agreesWithMany(v, s.End) {
			continue
		}
		if t := d.Tokens[second]; t.Head != v || t.Dep != "nsubj" && t.Dep != "nsubjpass" {
			continue
		}
		if d.hang(first, v, d.Tokens[second].Dep) {
			d.hang(second, first, "conj")
		}
	}
}

// nameUpTo gives the last token of a name that begins at i, and the token behind it; -1 where no name begins there.
func (d pairs) nameUpTo(i, end int) (last, behind int) {
	from := i
	for i >= 0 && i < end && (d.Tokens[i].Tag == "NNP" || d.Tokens[i].Tag == "NNPS") {
		i++
	}
	if i == from || i >= end || strings.HasSuffix(d.Tokens[i-1].Ent, "-DATE") {
		return -1, i
	}
	return i - 1, i
}

// agreesWithMany reports whether the verb at i has the form that goes with several: "condemn", "sign", "met".
func (d pairs) agreesWithMany(i, end int) bool {
	if i < 0 || i >= end || !strings.HasPrefix(d.Tokens[i].Tag, "VB") {
		return false
	}
	return !strings.HasSuffix(d.Lower(i), "s")
}
