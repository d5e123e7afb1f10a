package mention

import (
	"strings"

	"sayso/internal/kg"
)

// held is what a title is held in or for: its name, type and kind, as in [Role], and the token at which the words that
// say so begin.
type held struct {
	of, typ, kind string
	start         int
}

// roleOf finds what a title is held in: a name or demonym before it, "of" or "for" or "at" after it or after the
// person's name. It knows nothing but the start where nothing says so.
func (c titles) roleOf(person, head, first int) held {
	if h, ok := c.heldBefore(head, first); ok {
		return h
	}
	for _, up := range []int{head, c.Mentions[person].Head(c.Doc)} {
		if h, ok := c.heldBehind(up, head, first); ok && h.of != c.Mentions[person].Name {
			return h
		}
	}
	if h, ok := c.heldAmong(person, head, first); ok {
		return h
	}
	return c.heldInWords(head, first)
}

// heldAmong gives somebody who is named as one of several people of a land the land: "Turkish officials, including
// Transport Minister Jane Roe".
func (c titles) heldAmong(person, head, first int) (held, bool) {
	d := c.Doc
	name := c.Mentions[person].Head(d)
	for d.Tokens[name].Dep == "conj" && d.Tokens[name].Head < name {
		name = d.Tokens[name].Head
	}
	p := d.Tokens[name].Head
	all := d.Tokens[p].Head
	if d.Tokens[name].Dep != "pobj" || !including[d.Lower(p)] || d.Tokens[all].Tag != "NNS" || all > p {
		return held{}, false
	}
	a, ok := c.Country(all)
	return held{a.Name, string(a.Type), a.Kind, first}, ok && c.Words.Titles[c.titleWord(head)] == "office"
}

// heldBefore finds the owner, the name or the demonym right before a title: "his minister", "Russia's minister".
func (c titles) heldBefore(head, first int) (held, bool) {
	d := c.Doc
	i := first - 1
	if d.Tokens[first].Tag == "HYPH" { // "the Florida-based president"
		i = -1
	}
	if i >= 0 && d.Tokens[i].Tag == "POS" {
		i--
	}
	if i < 0 || d.Sentence[i] != d.Sentence[head] {
		return held{}, false
	}
	if d.Tokens[i].Tag == "PRP$" {
		if h, ok := c.heldByOwner(i, head); ok {
			return h, true
		}
	}
	if k := c.At[i]; k > 0 && c.Mentions[k].Kind == "area" && c.Words.Titles[c.titleWord(head)] == "office" {
		if i = c.Mentions[k].First - 1; i < 0 { // "France's Europe minister": of what, and not whose
			return held{}, false
		}
		if d.Tokens[i].Tag == "POS" {
			i--
		}
	}
	if k := c.At[i]; k >= 0 && ofLand(c.Cast, i) < 0 {
		if h, ok := c.heldByName(c.Mentions[k], head, d.Tokens[first-1].Tag == "POS"); ok {
			return h, true
		}
	}
	return c.heldByPeople(i)
}

// heldByPeople gives the land of which the adjective that ends at token i is made: "the Kenyan minister".
func (c titles) heldByPeople(i int) (held, bool) {
	for _, from := range []int{i - 1, i} {
		if from < 0 || !c.Doc.Ink(from) {
			continue
		}
		if e, ok := c.Gaz.Demonym(c.Doc.Phrase(from, i+1)); ok {
			return held{e.Name, string(e.Type), e.Kind, from}, true
		}
	}
	k := ofLand(c.Cast, i)
	if k < 0 {
		return held{}, false
	}
	return held{c.Mentions[k].Name, string(kg.Place), c.Mentions[k].Kind, i}, true
}

// heldByOwner finds whom a pronoun before a title means; "his finance minister" is his country's.
func (c titles) heldByOwner(i, head int) (held, bool) {
	a, ok := c.Who(i)
	if ok && a.Type == kg.Person && c.Words.Titles[c.titleWord(head)] == "office" {
		a, ok = c.resolver().countryOfPerson(i)
	}
	return held{a.Name, string(a.Type), a.Kind, i}, ok
}

// heldByName gives the name before a title as what it is held in: an office in a capital is its state's, and only a
// spokesman is a person's.
func (c titles) heldByName(m Mention, head int, owned bool) (held, bool) {
	w := c.titleWord(head)
	class := c.Words.Titles[w]
	switch {
	case m.Type == kg.Person: // "the president's spokesman" by name
		return held{m.Name, string(m.Type), m.Kind, m.First}, owned && personal[class]
	case class == "office" && !localOffices[w]:
		a := c.stateOf(Actor{m.Name, m.Type, m.Kind})
		return held{a.Name, string(a.Type), a.Kind, m.First}, true
	}
	return held{m.Name, string(m.Type), m.Kind, m.First}, true
}

// heldBehind finds what a preposition on up, the title with the head or its bearer's name, says that it is held in.
func (c titles) heldBehind(up, head, first int) (held, bool) {
	d := c.Doc
	for _, p := range d.All(up, "prep") {
		w := d.Lower(p)
		o := d.Child(p, "pobj")
		if o < 0 || p <= head {
			continue
		}
		if !officeAt[w] {
			if at := c.elsewhere(up, p); at >= 0 && w == "on" { // "an expert on rivers at X"
				name, typ, kind := c.Object(at)
				return held{name, typ, kind, first}, true
			}
			continue
		}
		if w == "of" && fields[c.Doc.Lower(o)] && portfolios[c.titleWord(head)] {
			continue
		}
		name, typ, kind := c.Object(o)
		if typ == "" && w == "of" {
			if at := c.elsewhere(up, p); at >= 0 {
				name, typ, kind = c.Object(at)
				return held{name, typ, kind, first}, true
			} else if at < -1 {
				continue
			}
		}
		if up != head && typ == string(kg.Place) && c.Words.Titles[c.titleWord(head)] == "leads" {
			continue // "Chairwoman X of Florida" does not chair Florida
		}
		if !c.loose(w, head, up, name, typ) {
			return held{name, typ, kind, first}, true
		}
	}
	return held{}, false
}

// heldInWords gives the words before the noun of a title as what it is held in, where these say so: "rebel leader".
func (c titles) heldInWords(head, first int) held {
	d := c.Doc
	if first >= head {
		return held{start: first}
	}
	class := c.Words.Titles[c.titleWord(head)]
	if first > 0 && officeAt[d.Lower(first-1)] && d.Sentence[first-1] == d.Sentence[first] {
		return held{start: first} // "the Secretary of State spokeswoman": "State" is a piece of a name
	}
	if class == "leads" && ledSides[d.Lower(head-1)] {
		return held{of: d.Lower(head - 1), start: first}
	}
	if personal[class] && !ranks[d.Lower(head-1)] {
		return held{of: strings.ToLower(d.Phrase(first, head)), start: first}
	}
	return held{start: first}
}

// personal are the classes of titles that one holds with a person.
var personal = map[string]bool{"spokesperson": true, "adviser": true}

// loose reports whether a preposition that hangs on up does not say whose the title with the head is, but something
// else: name is what it leads to, typ its type, "" where nobody is named.
func (c titles) loose(preposition string, head, up int, name, typ string) bool {
	switch {
	case typ == "" && name == "staff":
		return true
	case up != head:
		return preposition != "of" || typ == ""
	case preposition == "to" && c.Words.Titles[c.Doc.Lower(head)] == "adviser":
		return false
	}
	return typ == "" && loosely[preposition]
}

// ofLand gives the mention of the place, unknown to the gazetteer, of which the adjective at token i is made: "Lipovan"
// of Lipova; -1 for none. News of known states has hardly any; news of a land that has just declared itself does.
func ofLand(c *Cast, i int) int {
	word := c.Doc.Tokens[i].Text
	if !startsName(word) || len([]rune(word)) < 5 {
		return -1
	}
	for k, m := range c.Mentions {
		if m.Entry != nil || m.End-m.First != 1 || len([]rune(m.Name)) < 4 || m.Name == word || m.Type == kg.Organization {
			continue
		}
		for _, stem := range []string{m.Name, strings.TrimSuffix(m.Name, "a")} {
			if end, ok := strings.CutPrefix(word, stem); ok && demonymEnds[end] {
				return k
			}
		}
	}
	return -1
}
