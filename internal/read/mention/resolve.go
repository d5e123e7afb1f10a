package mention

import (
	"strings"

	"sayso/internal/kg"
)

// Actor is who a noun phrase means.
type Actor struct {
	Name string
	Type kg.EntityType
	Kind string
}

// Who resolves the noun phrase with head i: a name, a pronoun, a title, a definite description, the forces or the
// government of a state. It is false for what nobody names: groups, unnamed people, things.
func (c *Cast) Who(i int) (Actor, bool) { return c.resolver().who(i) }

func (c resolver) who(i int) (Actor, bool) {
	d := c.Doc
	if k := c.At[i]; k >= 0 {
		return c.actor(k), true
	}
	if a, ok := c.pronouns().pronoun(i); ok {
		return a, true
	}
	if strings.HasPrefix(d.Tokens[i].Tag, "PRP") || strings.HasPrefix(d.Tokens[i].Tag, "W") {
		return Actor{}, false
	}
	for _, find := range []func(int) (Actor, bool){c.named, c.people, c.selfNamed, c.officeOf} {
		if a, ok := find(i); ok {
			return a, true
		}
	}
	return c.byNoun(i)
}

// people resolves "the Kenyans" to their state.
func (c resolver) people(i int) (Actor, bool) {
	e, ok := c.Gaz.People(c.Doc.Tokens[i].Text)
	ok = ok && i > 0 && c.Doc.Lower(i-1) == "the" && e.Kind == "state"
	return Actor{e.Name, e.Type, e.Kind}, ok
}

// byNoun resolves a noun phrase by what its noun describes: a body, forces, a title.
func (c resolver) byNoun(i int) (Actor, bool) {
	class := c.Words.Class(c.Doc.Lemma(i), c.Doc.Lower(i))
	if class == unnamed {
		if k := c.bearers().bearerNear(i); k >= 0 {
			return c.actor(k), true
		}
		return c.workplace(i)
	}
	if a, ok := c.stateBodies().institution(i); ok {
		return a, true
	}
	if class == force {
		return c.forces(i)
	}
	if a, ok := c.knownBody(i); ok {
		return a, true
	}
	if c.titleHead(i) {
		if a, ok := c.bearers().bearer(i); ok {
			return a, true
		}
		return c.descriptions().spokenFor(i)
	}
	if a, ok := c.definite(i, class); ok {
		return a, true
	}
	return c.descriptions().describedBefore(i)
}

// forces resolves forces and governments to the state or the body that they belong to.
func (c resolver) forces(i int) (Actor, bool) {
	if a, ok := c.Country(i); ok {
		return a, true
	}
	for _, ch := range c.Doc.All(i, "compound", "poss", "nmod", "amod") {
		if k := c.At[ch]; k >= 0 && c.Mentions[k].Type == kg.Organization {
			return c.actor(k), true
		}
	}
	return c.sameForce(i)
}

func (c *Cast) actor(k int) Actor {
	m := c.Mentions[k]
	return Actor{m.Name, m.Type, m.Kind}
}

// named finds the name beside a describing noun: "news outlet Channel 5", "the spokesman, Ivan Petrov,".
func (c resolver) named(i int) (Actor, bool) {
	d := c.Doc
	class := c.Words.Class(d.Lemma(i), d.Lower(i))
	for _, a := range d.All(i, "appos", "flat") {
		if k := c.At[a]; k >= 0 && (c.Mentions[k].Type == kg.Person || !nobodyClass(class)) && d.Tokens[i].Tag != "NNS" {
			return c.actor(k), true
		}
		if b := d.Child(a, "appos"); b >= 0 && c.At[a] < 0 && c.At[b] >= 0 && (c.titleHead(a) || peopleNouns[d.Lemma(a)]) {
			// Rare, no article of 964: court reports name defendants so, and the claim has no name without it.
			return c.actor(c.At[b]), true // "a second defendant, port clerk Jane Roe,"
		}
	}
	if k := c.titles().deepApposition(i); k >= 0 {
		return c.actor(k), true
	}
	if class == "outlet" && c.bodyBeforeNoun(i) {
		return c.actor(c.At[i-1]), true
	}
	describes := class != "" && class != force || c.titleHead(i)
	if describes && c.nameFollows(i) {
		return c.actor(c.At[i+1]), true
	}
	return Actor{}, false
}

// bodyBeforeNoun reports whether a body's name stands right before the noun i and belongs to it: "the Reuters agency".
func (c resolver) bodyBeforeNoun(i int) bool {
	return i > 0 && c.At[i-1] >= 0 && c.Mentions[c.At[i-1]].Type == kg.Organization && c.Doc.Tokens[i-1].Head == i
}

// nameFollows reports whether the name right behind the noun i plays the noun's part in the sentence.
func (c resolver) nameFollows(i int) bool {
	d := c.Doc
	if i+1 >= len(d.Tokens) || c.At[i+1] < 0 || d.Tokens[i+1].Dep == "pobj" {
		return false
	}
	m := c.Mentions[c.At[i+1]]
	return m.First == i+1 && d.Sentence[i] == d.Sentence[i+1] && d.Tokens[m.Head(d)].Dep == d.Tokens[i].Dep
}

// workplace resolves "analysts at ISW" to ISW.
func (c resolver) workplace(i int) (Actor, bool) {
	d := c.Doc
	if !workers[d.Lemma(i)] {
		return Actor{}, false
	}
	for _, p := range d.All(i, "prep") {
		if w := d.Lower(p); workplace[w] {
			if o := d.Child(p, "pobj"); o >= 0 && c.At[o] >= 0 && c.Mentions[c.At[o]].Type == kg.Organization {
				return c.actor(c.At[o]), true
			}
		}
	}
	return Actor{}, false
}
