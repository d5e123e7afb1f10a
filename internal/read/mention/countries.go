package mention

import (
	"slices"

	"sayso/internal/kg"
)

// Country finds the state that a noun phrase belongs to: "Russian troops", "Russia's army", "the government of Serbia".
func (c *Cast) Country(i int) (Actor, bool) {
	for _, ch := range c.Doc.Children[i] {
		find := c.resolver().countryBefore
		switch c.Doc.Tokens[ch].Dep {
		case "amod", "compound", "nmod", "poss", "npadvmod":
		case "prep":
			find = c.resolver().countryBehind
		default:
			continue
		}
		if a, ok := find(i, ch); ok {
			return a, true
		}
	}
	return Actor{}, false
}

// Countries finds the states that joined words before a noun say: of "French and German ministers", both.
func (c *Cast) Countries(i int) []Actor {
	var out []Actor
	for _, ch := range c.Doc.All(i, "amod", "compound", "nmod") {
		for _, w := range c.Doc.Coordinated(ch) {
			if a, ok := c.resolver().countryBefore(i, w); ok && !slices.Contains(out, a) {
				out = append(out, a)
			}
		}
	}
	return out
}

// countryBefore finds the state that a word before a noun says: a place, a demonym, an owner.
func (c resolver) countryBefore(_, ch int) (Actor, bool) {
	d := c.Doc
	t := d.Tokens[ch]
	if k := c.At[ch]; k >= 0 && c.Mentions[k].Type == kg.Place && !unruled[c.Mentions[k].Kind] {
		return c.stateOf(c.actor(k)), true
	}
	for _, from := range []int{ch - 1, ch} {
		if from < 0 || d.Segment[from] != d.Segment[ch] {
			continue
		}
		if e, ok := c.Gaz.Demonym(d.Phrase(from, ch+1)); ok && e.Kind != "area" {
			return Actor{e.Name, e.Type, e.Kind}, true
		}
	}
	if t.Dep != "poss" {
		return Actor{}, false
	}
	if t.Tag == "PRP$" {
		if a, ok := c.countryOfPerson(ch); ok {
			return a, true
		}
	}
	if c.Words.Class(d.Lemma(ch), d.Lower(ch)) != force {
		return Actor{}, false
	}
	return c.Country(ch)
}

// unruled are the kinds of places that no state is called by.
var unruled = map[string]bool{"area": true, "water": true}

// countryBehind finds the state that a preposition behind the noun i leads to: "the army of Serbia", "rulers in Kabul".
func (c resolver) countryBehind(i, ch int) (Actor, bool) {
	d := c.Doc
	o := d.Child(ch, "pobj")
	if o < 0 || c.At[o] < 0 {
		return Actor{}, false
	}
	if d.Lower(ch) == "in" && rulers[d.Lower(i)] {
		if a := c.stateOf(c.actor(c.At[o])); a.Kind == "state" || a.Kind == "disputed territory" {
			return a, true
		}
	}
	return c.actor(c.At[o]), d.Lower(ch) == "of" && c.Mentions[c.At[o]].Kind == "state"
}

// countryOfPerson resolves "his" in "his government" to the state whose office he holds, and "its" to the state itself.
func (c resolver) countryOfPerson(i int) (Actor, bool) {
	a, ok := c.pronouns().pronoun(i)
	if !ok || a.Kind == "state" {
		return a, ok
	}
	for _, r := range c.Roles {
		if c.Mentions[r.Person].Name == a.Name && r.OfKind == "state" {
			return Actor{r.Of, kg.Place, r.OfKind}, true
		}
	}
	return Actor{}, false
}

// stateOf turns a capital into its state.
func (c *Cast) stateOf(a Actor) Actor {
	if a.Kind == "settlement" {
		if e, ok := c.Gaz.CapitalOf(a.Name); ok {
			return Actor{e.Name, e.Type, e.Kind}
		}
	}
	return a
}
