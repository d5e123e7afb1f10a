package match

import (
	"sayso/internal/kg"
	"sayso/internal/read/phrase"
	"sayso/internal/read/vocabulary"
)

// nounFigures reads the figures that nouns tell without a verb: "the city of 7.5 million", "a 5.9-magnitude quake",
// "a deal worth $5 million".
func (ma figures) nounFigures(n int) {
	id, known := ma.patterns.Relations[vocabulary.Measured]
	if !known || !ma.Readable(n) || ma.cast.At[n] >= 0 {
		return
	}
	ma.inhabitants(id, n)
	ma.magnitude(id, n)
	ma.worth(id, n)
}

// inhabitants reads how many people live in the place that noun n stands for: "the city of 7.5 million (people)".
func (ma figures) inhabitants(id kg.PredicateID, n int) {
	class := ma.cast.Words.Class(ma.d.Lemma(n), "")
	if class != "settlement" && class != "region" && class != "country" {
		return
	}
	for _, o := range ma.ph.Behind(n, "of") {
		q := ma.ph.Quantity(o)
		if q == nil || ma.cast.At[o] >= 0 || ma.ph.Number(o) != o && !ma.ph.IsPerson(o) || q.Value < fewestInhabitants {
			continue
		}
		where, ok := ma.placeSaid(n)
		if !ok {
			continue
		}
		q.Unit = "people"
		ma.stated(id, "figure.inhabitants", n, o, where, q)
	}
}

// fewestInhabitants is the least number that stands for people where it stands alone: "a city of two" has two of
// something.
const fewestInhabitants = 100

// placeSaid is the place that a noun stands for, or that it is said to be: "Lima is a city of …", "Lima, a city of …".
func (ma figures) placeSaid(n int) (phrase.Node, bool) {
	up := ma.d.Tokens[n].Head
	switch ma.d.Tokens[n].Dep {
	case "appos":
		if ma.cast.At[up] >= 0 {
			return ma.ph.Place(up)
		}
	case "attr":
		if s := ma.d.Child(up, "nsubj"); s >= 0 && ma.cast.At[s] >= 0 {
			return ma.ph.Place(s)
		}
	}
	return ma.ph.Place(n)
}

// magnitude reads how strong a quake was from the words before its noun: "a 5.9-magnitude quake", "magnitude-6.1".
func (ma figures) magnitude(id kg.PredicateID, n int) {
	d := ma.d
	at := ma.magnitudeBefore(n)
	if at < 0 || !quakes[d.Lemma(n)] {
		return
	}
	q := ma.ph.Quantity(at)
	if q == nil {
		return
	}
	q.Unit = ""
	what := n
	if s := d.Child(d.Tokens[n].Head, "nsubj"); d.Tokens[n].Dep == "attr" && s >= 0 { // "it was a 5.9-magnitude tremor"
		if s = ma.cl.ResolvePronoun(s); d.Noun(s) {
			what = s
		}
	}
	ma.stated(id, "figure.magnitude", n, at, phrase.Node{Name: d.Lower(what), Token: what}, q)
}

// magnitudeBefore is the number beside "magnitude" before noun n: "5.9 magnitude", "5.9-magnitude", "magnitude 6.1",
// "magnitude-6.1"; -1 for none.
func (ma figures) magnitudeBefore(n int) int {
	d := ma.d
	for i := d.Left[n]; i < n; i++ {
		if !magnitudes[d.Lower(i)] {
			continue
		}
		for at := max(i-2, d.Left[n]); at <= i+2 && at < n; at++ {
			if d.Tokens[at].Tag == "CD" {
				return at
			}
		}
	}
	return -1
}

// worth reads what something is said to be worth behind its noun: "a deal worth $5 million".
func (ma figures) worth(id kg.PredicateID, n int) {
	d := ma.d
	for _, w := range d.All(n, "amod", "acomp", "prep") {
		if !worths[d.Lower(w)] || w < n {
			continue
		}
		for o := w + 1; o < d.Right[w]; o++ {
			if d.Tokens[o].Head == w && ma.ph.IsMoney(o) {
				ma.stated(id, "figure.worth", n, o, phrase.Node{Name: ma.ph.MeasureName(n), Token: n}, ma.ph.Quantity(o))
				return
			}
		}
	}
}

// stated emits a figure that a noun phrase tells, of which o is the number.
func (ma figures) stated(id kg.PredicateID, rule string, n, o int, subject phrase.Node, q *kg.ReadQuantity) {
	ma.rules.Begin()
	if !ma.rules.Take(rule, n, o) {
		return
	}
	c := ma.co.NounClause(n)
	c.Negated = false
	c.Soften(kg.Asserted)
	if claim := ma.Emit(id, n, n, subject, phrase.Node{Token: -1}, c, "measure"); claim != nil {
		claim.Quantity = q
		claim.Needs = claim.Needs.With(o, o+1)
	}
}
