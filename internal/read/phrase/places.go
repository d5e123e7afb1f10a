package phrase

import (
	"slices"
	"strings"

	"sayso/internal/kg"
)

// bySea is the land that a noun means whose water or part of the world is told: "the Black Sea peninsula".
func (ph *Names) bySea(i int) (Node, bool) {
	for _, c := range ph.d.All(i, "compound", "nmod", "amod") {
		if k := ph.cast.At[c]; k >= 0 && (ph.cast.Mentions[k].Kind == "water" || ph.cast.Mentions[k].Kind == "area") {
			a, ok := ph.cast.Who(i)
			return Node{a.Name, i, a.Type, a.Kind}, ok && a.Type == kg.Place
		}
	}
	return Node{}, false
}

// Place names the place that a noun phrase is: a name, "the X region", "the city of X", "the Crimean peninsula".
func (ph *Names) Place(i int) (Node, bool) {
	d := ph.d
	if whole := ph.PortionOf(i); whole != i {
		return ph.Place(whole)
	}
	if k := ph.cast.At[i]; k >= 0 {
		if m := ph.cast.Mentions[k]; m.Type == kg.Place {
			return Node{m.Name, i, m.Type, m.Kind}, true
		}
		return Node{}, false
	}
	if a, ok := ph.governmentOf(i); ok {
		return a, true
	}
	class := ph.cast.Words.Class(d.Lemma(i), "")
	if class == "country" {
		if a, ok := ph.cast.Who(i); ok {
			return Node{a.Name, i, a.Type, a.Kind}, true
		}
	}
	if class != "settlement" && class != "region" {
		return Node{}, false
	}
	if d.Lemma(i) == "republic" && i > 0 { // "the Sahrawi republic" has an entry of its own beside its land
		if e, ok := ph.cast.Gaz.Lookup(d.Tokens[i-1].Text+" Republic", kg.Place); ok && d.Tokens[i-1].Head == i {
			return Node{e.Name, i, e.Type, e.Kind}, true
		}
	}
	if a, ok := ph.cast.Country(i); ok && d.Lemma(i) == "state" && a.Kind == "state" { // "a Palestinian state"
		return Node{a.Name, i, a.Type, a.Kind}, true
	}
	if a, ok := ph.bySea(i); ok {
		return a, true
	}
	for _, c := range d.All(i, "compound", "nmod", "appos", "amod") {
		if k := ph.cast.At[c]; k >= 0 && ph.cast.Mentions[k].Type == kg.Place {
			m := ph.cast.Mentions[k]
			return Node{m.Name, c, m.Type, m.Kind}, true
		}
		if e, ok := ph.cast.Gaz.Demonym(d.Tokens[c].Text); ok && e.Kind != "state" && e.Kind != "area" {
			return Node{e.Name, c, e.Type, e.Kind}, true
		}
	}
	for _, p := range d.All(i, "prep") {
		if o := d.Child(p, "pobj"); d.Lower(p) == "of" && o >= 0 && ph.cast.At[o] >= 0 &&
			ph.cast.Mentions[ph.cast.At[o]].Type == kg.Place {
			m := ph.cast.Mentions[ph.cast.At[o]]
			return Node{m.Name, o, m.Type, m.Kind}, true
		}
	}
	if a, ok := ph.cast.Who(i); ok && a.Type == kg.Place { // "the territory"
		return Node{a.Name, i, a.Type, a.Kind}, true
	}
	return Node{}, false
}

// Capital gives the state that the name of its capital, or of the house of its government, stands for, where states
// deal with each other: "switched recognition to Beijing".
func (ph *Names) Capital(a Node) Node {
	if town, ok := ph.townOf(a); ok {
		return town
	}
	if k := ph.mentionOf(a.Token); k >= 0 && seats[strings.ToLower(a.Name)] {
		if e := ph.cast.Mentions[k].Entry; e != nil && e.Name == a.Name && e.In != "" {
			return Node{e.In, a.Token, kg.Place, "state"}
		}
	}
	if a.Kind != "settlement" || a.Token < 0 || ph.cast.At[a.Token] < 0 {
		return a
	}
	if e, ok := ph.cast.Gaz.CapitalOf(a.Name); ok {
		return Node{e.Name, a.Token, e.Type, e.Kind}
	}
	return a
}

// townOf is the town whose council somebody is: what "the city council of X" and "X's city council" recognize, X does.
func (ph *Names) townOf(a Node) (Node, bool) {
	d := ph.d
	i := a.Token
	if i < 0 || d.Lemma(i) != "council" || ph.cast.At[i] >= 0 && ph.cast.Mentions[ph.cast.At[i]].Entry != nil {
		return Node{}, false
	}
	words := strings.ToLower(d.Phrase(max(d.Left[i], i-2), i+1))
	if !slices.ContainsFunc(townCouncils, func(c string) bool { return strings.Contains(words, c) }) {
		return Node{}, false
	}
	for _, t := range append(append(ph.Behind(i, "of"), d.All(i, "poss")...), d.All(i, "compound", "nmod")...) {
		if k := ph.cast.At[t]; k >= 0 && ph.cast.Mentions[k].Type == kg.Place {
			m := ph.cast.Mentions[k]
			return Node{m.Name, i, m.Type, m.Kind}, true
		}
	}
	return Node{}, false
}

// governmentOf is the movement that a government is called by: "the Taliban government".
func (ph *Names) governmentOf(i int) (Node, bool) {
	d := ph.d
	if !governmentNouns[d.Lemma(i)] {
		return Node{}, false
	}
	for _, c := range d.All(i, "compound", "nmod", "amod", "poss") {
		if k := ph.cast.At[c]; k >= 0 && ph.cast.Mentions[k].Type == kg.Organization {
			m := ph.cast.Mentions[k]
			return Node{m.Name, i, m.Type, m.Kind}, true
		}
	}
	return Node{}, false
}
