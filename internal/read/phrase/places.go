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
			return Node{Name: a.Name, Token: i, Typ: a.Type, Kind: a.Kind}, ok && a.Type == kg.Place
		}
	}
	return Node{}, false
}

// Place names the place that a noun phrase is: a name, "the X region", "the city of X", "the Crimean peninsula".
func (ph *Names) Place(i int) (Node, bool) {
	if whole := ph.PortionOf(i); whole != i {
		return ph.Place(whole)
	}
	if k := ph.cast.At[i]; k >= 0 {
		m := ph.cast.Mentions[k]
		return NodeOf(m, i), m.Type == kg.Place
	}
	if a, ok := ph.governmentOf(i); ok {
		return a, true
	}
	switch ph.cast.Words.Class(ph.d.Lemma(i), "") {
	case "country":
		a, ok := ph.cast.Who(i)
		return Node{Name: a.Name, Token: i, Typ: a.Type, Kind: a.Kind}, ok
	case "settlement", "region":
	default:
		return Node{}, false
	}
	for _, find := range []func(int) (Node, bool){ph.republic, ph.bySea, ph.placeBefore, ph.placeBehind} {
		if a, ok := find(i); ok {
			return a, true
		}
	}
	a, ok := ph.cast.Who(i) // "the territory"
	return Node{Name: a.Name, Token: i, Typ: a.Type, Kind: a.Kind}, ok && a.Type == kg.Place
}

// republic is a republic or a state by the adjective before it: "the Sahrawi republic", "a Palestinian state".
func (ph *Names) republic(i int) (Node, bool) {
	d := ph.d
	if republics[d.Lemma(i)] && i > 0 && d.Tokens[i-1].Head == i { // it has an entry of its own beside its land
		if e, ok := ph.cast.Gaz.Lookup(d.Tokens[i-1].Text+" Republic", kg.Place); ok {
			return Node{Name: e.Name, Token: i, Typ: e.Type, Kind: e.Kind}, true
		}
	}
	a, ok := ph.cast.Country(i)
	return Node{Name: a.Name, Token: i, Typ: a.Type, Kind: a.Kind}, ok && d.Lemma(i) == "state" && a.Kind == "state"
}

// placeBefore is the place that stands before a noun for one: "the X region", "the Crimean peninsula".
func (ph *Names) placeBefore(i int) (Node, bool) {
	for _, c := range ph.d.All(i, "compound", "nmod", "appos", "amod") {
		if k := ph.cast.At[c]; k >= 0 && ph.cast.Mentions[k].Type == kg.Place {
			return NodeOf(ph.cast.Mentions[k], c), true
		}
		if e, ok := ph.cast.Gaz.Demonym(ph.d.Tokens[c].Text); ok && e.Kind != "state" && e.Kind != "area" {
			return Node{Name: e.Name, Token: c, Typ: e.Type, Kind: e.Kind}, true
		}
	}
	return Node{}, false
}

// placeBehind is the place behind "of": "the city of X".
func (ph *Names) placeBehind(i int) (Node, bool) {
	for _, p := range ph.d.All(i, "prep") {
		o := ph.d.Child(p, "pobj")
		if ph.d.Lower(p) != "of" || o < 0 || ph.cast.At[o] < 0 {
			continue
		}
		if m := ph.cast.Mentions[ph.cast.At[o]]; m.Type == kg.Place {
			return NodeOf(m, o), true
		}
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
			return Node{Name: e.In, Token: a.Token, Typ: kg.Place, Kind: "state"}
		}
	}
	if a.Kind != "settlement" || a.Token < 0 || ph.cast.At[a.Token] < 0 {
		return a
	}
	if e, ok := ph.cast.Gaz.CapitalOf(a.Name); ok {
		return Node{Name: e.Name, Token: a.Token, Typ: e.Type, Kind: e.Kind}
	}
	return a
}

// townOf is the town whose council somebody is: what "the city council of X" and "X's city council" recognize, X
// does.
func (ph *Names) townOf(a Node) (Node, bool) {
	d := ph.d
	i := a.Token
	if i < 0 || !councils[d.Lemma(i)] || ph.cast.At[i] >= 0 && ph.cast.Mentions[ph.cast.At[i]].Entry != nil {
		return Node{}, false
	}
	words := strings.ToLower(d.Phrase(max(d.Left[i], i-2), i+1))
	if !slices.ContainsFunc(townCouncils, func(c string) bool { return strings.Contains(words, c) }) {
		return Node{}, false
	}
	for _, t := range append(append(ph.Behind(i, "of"), d.All(i, "poss")...), d.All(i, "compound", "nmod")...) {
		if k := ph.cast.At[t]; k >= 0 && ph.cast.Mentions[k].Type == kg.Place {
			m := ph.cast.Mentions[k]
			return Node{Name: m.Name, Token: i, Typ: m.Type, Kind: m.Kind}, true
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
			return Node{Name: m.Name, Token: i, Typ: m.Type, Kind: m.Kind}, true
		}
	}
	return Node{}, false
}
