package match

import (
	"slices"

	"sayso/internal/kg"
	"sayso/internal/read/phrase"
	"sayso/internal/read/vocabulary"
)

// fillRole keeps what a rule's object may be, and goes through nouns like "independence" to whose it is.
func (ma *Slots) fillRole(r Rule, tokens []int) []phrase.Node {
	var out []phrase.Node
	for n, t := range ma.cl.MembersOf(ma.alsoListed(ma.alsoCounted(r, tokens))) {
		if n > 0 && ma.otherClause(t) {
			continue
		}
		t = ma.amountOf(t)
		through, targets := has(r.Through, ma.d.Lemma(t)), []int{t}
		if through {
			targets = ma.owners(t)
		}
		if r.Need == "through" && !through {
			continue
		}
		if len(targets) == 0 && r.Is(vocabulary.Topic) && !r.Swapped {
			out = append(out, ma.topical(t)...)
		}
		for _, x := range targets {
			out = append(out, ma.fillers(r, x)...)
		}
	}
	return out
}

// listedAs are the labels under which the parser hangs the further names of a list.
var listedAs = map[string]bool{"appos": true, "npadvmod": true}

// alsoListed adds the persons of a list that the parser hung elsewhere: "talks with President X, Premier Y and Minister
// Z".
func (ma *Slots) alsoListed(tokens []int) []int {
	d := ma.d
	if len(tokens) != 1 || ma.cast.At[tokens[0]] < 0 {
		return tokens
	}
	m := ma.cast.Mentions[ma.cast.At[tokens[0]]]
	for i := m.End + 1; m.Type == kg.Person && i < len(d.Tokens) && i < m.End+5 && d.Tokens[m.End].Text == ","; i++ {
		if d.Sentence[i] != d.Sentence[m.First] || ma.cast.At[i] < 0 && !d.Noun(i) && d.Tokens[i].Dep != "amod" {
			break
		}
		if k := ma.cast.At[i]; k >= 0 {
			next := ma.cast.Mentions[k]
			if h := next.Head(d); next.Type == kg.Person && next.Name != m.Name && listedAs[d.Tokens[h].Dep] &&
				d.Child(h, "conj") >= 0 && ma.rules.Take("match.list-of-persons", h) {
				return append(tokens, d.Coordinated(h)...)
			}
			break
		}
	}
	return tokens
}

// amountOf gives what a noun only says the amount of: people, of "a total of 346 people"; else the noun itself.
func (ma *Slots) amountOf(t int) int {
	if of := ma.ph.Behind(t, "of"); len(of) > 0 && amountsOf[ma.d.Lemma(t)] && ma.cast.At[t] < 0 {
		return of[0]
	}
	return t
}

// alsoCounted adds what a figure or victims are told of besides: "1,886 tanks, 4,162 vehicles", "six people in X,
// nine in Y".
func (ma *Slots) alsoCounted(r Rule, tokens []int) []int {
	switch r.Need {
	case "figure":
		return ma.cl.Listed(tokens)
	case "victims":
		for _, t := range ma.cl.Listed(tokens) {
			if of := ma.ph.Behind(t, "of"); len(of) > 0 &&
				ma.d.Tokens[of[0]].Tag == "PRP" { // "eight people, two of them children"
				continue
			}
			counts := ma.d.Tokens[t].Tag == "CD" && ma.ph.Number(t) == t && ma.ph.Number(tokens[0]) >= 0
			if counts && !slices.Contains(tokens, t) {
				tokens = append(tokens, t)
			}
		}
	}
	return tokens
}

// otherClause reports whether a conjunct of an object is rather part of another clause.
func (ma *Slots) otherClause(t int) bool {
	if _, _, gap := ma.cl.Gap(t); gap {
		return true
	}
	if _, _, two := ma.cl.TwoPlaces(t); two {
		return true
	}
	return ma.cl.VerbTaken(t) || ma.cl.StartsClause(t)
}

// fillers gives all that token x stands for and that a rule's object may be.
func (ma *Slots) fillers(r Rule, x int) []phrase.Node {
	var out []phrase.Node
	all := []int{ma.cl.ResolvePronoun(x)}
	if all[0] == x && ma.d.Lower(x) == "it" && r.Is(vocabulary.States) {
		all[0] = ma.landBefore(x)
	}
	if all[0] != x && ma.d.Lower(x) == "them" { // "recognized A and B; C refused to recognize them"
		all = ma.d.Coordinated(all[0])
	}
	for _, m := range all {
		for _, e := range ma.cl.Expand(m) {
			if a, ok := ma.object(r, e); ok {
				out = append(out, a)
			}
		}
	}
	if len(out) == 0 && r.Is(vocabulary.TopicObject) && !r.Swapped {
		return ma.topical(x)
	}
	return out
}
