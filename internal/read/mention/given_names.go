package mention

import (
	"strings"
	"sync"

	"sayso/internal/kg"
	"sayso/internal/read/lang/en"
)

// givenNames are given names of many languages, in Latin letters.
var givenNames = sync.OnceValue(func() map[string]bool {
	out := setOf(en.Words("mention/givennames.txt"))
	for n := range firstNames() {
		out[n] = true
	}
	return out
})

// namedPersons makes persons of names that the model takes for a body's, where they begin with a given name and stand
// as only a person's do: "Raluca Roe resigned", "was replaced by Raluca Roe", "Raluca Roe, a lawyer,". The given name
// alone would make a person of "Wells Fargo".
func (c likelyPersons) namedPersons() {
	for c.showPersons() { // who replaced a person is one
	}
}

// showPersons makes persons of those who stand as such now, and reports whether there were any.
func (c likelyPersons) showPersons() bool {
	shown := map[string]bool{}
	for _, m := range c.Mentions {
		if c.givenNamed(m) && c.standsAsPerson(m) {
			shown[m.Name] = true
		}
	}
	for k := range c.Mentions {
		if m := &c.Mentions[k]; m.Entry == nil && shown[m.Name] {
			m.Type, m.Kind = kg.Person, ""
		}
	}
	return len(shown) > 0
}

// givenNamed reports whether a name of two or three words that the model took for a body's begins with a given name and
// does not end as names of bodies do.
func (c likelyPersons) givenNamed(m Mention) bool {
	words := strings.Fields(m.Name)
	if len(words) > 2 && c.Words.honorifics[words[0]] {
		words = words[1:]
	}
	if m.Entry != nil || m.Kind != "" || m.Type != kg.Organization {
		return false
	}
	if len(words) < 2 || len(words) > 3 || !givenNames()[words[0]] {
		return false
	}
	for _, w := range words {
		if !startsName(w) || !nameEnd(w) || strings.HasSuffix(w, "'s") || strings.HasSuffix(w, "’s") {
			return false
		}
	}
	last := words[len(words)-1]
	return !corporate[last] && !bodyNouns[strings.ToLower(last)] && !outletName(m.Name)
}

// standsAsPerson reports whether a name stands where a person's does and hardly any body's.
func (c likelyPersons) standsAsPerson(m Mention) bool {
	d, head := c.Doc, m.Head(c.Doc)
	up := d.Tokens[head].Head
	switch d.Tokens[head].Dep {
	case "nsubj":
		if c.Words.honorifics[d.Tokens[m.First].Text] && saying[d.Lemma(up)] {
			return true // "General Jane Roe said"
		}
		if personal := personsDeeds[d.Lemma(up)]; personal && d.Verb(up) {
			return true
		}
		if attr := d.Child(up, "attr"); attr >= 0 && c.titleHead(attr) {
			return true // "Roe becomes minister"
		}
	case "nsubjpass", "dobj":
		if doneToPersons[d.Lemma(up)] {
			return true
		}
	case "appos":
		if head > up && c.At[up] < 0 && (c.titleHead(up) || peopleNouns[d.Lemma(up)]) && d.Tokens[up].Tag == "NN" {
			return true // "the lawyer, Jane Roe,"
		}
	case "pobj":
		if by := d.Tokens[up]; by.Dep == "agent" && replacing[d.Lemma(by.Head)] {
			return c.isPerson(c.subjectOf(by.Head))
		}
	}
	return c.describedAsPerson(m)
}

// subjectOf gives the subject of a passive verb, or that of the verb which it is joined to where it has none of its
// own; -1 for none.
func (c likelyPersons) subjectOf(v int) int {
	d := c.Doc
	if s := d.Child(v, "nsubjpass", "nsubj"); s >= 0 || d.Tokens[v].Dep != "conj" {
		return s
	}
	return d.Child(d.Tokens[v].Head, "nsubjpass", "nsubj")
}

// isPerson reports whether he, she or a person's name stands at token i, -1 for none.
func (c likelyPersons) isPerson(i int) bool {
	if i < 0 {
		return false
	}
	if w := c.Doc.Lower(i); he[w] || she[w] {
		return true
	}
	return c.At[i] >= 0 && c.Mentions[c.At[i]].Type == kg.Person
}

// describedAsPerson reports whether a person's age, or a noun for a person, stands behind the comma after a name.
func (c likelyPersons) describedAsPerson(m Mention) bool {
	d := c.Doc
	i := m.End + 1
	if i >= len(d.Tokens) || d.Tokens[m.End].Text != "," || d.Sentence[i] != d.Sentence[m.First] {
		return false
	}
	if d.Tokens[i].Pos == "NUM" && i+1 < len(d.Tokens) && d.Tokens[i+1].Text == "," {
		return true
	}
	for end := i + 6; i < end && i < len(d.Tokens) && c.At[i] < 0; i++ {
		if d.Noun(i) && d.Tokens[i].Dep != "compound" {
			return c.titleHead(i) || peopleNouns[d.Lemma(i)]
		}
	}
	return false
}

// withoutHonorifics cuts titles off the front of names that have become persons' since the model saw them: "General
// Jane Roe".
func (c likelyPersons) withoutHonorifics() {
	for k := range c.Mentions {
		m := &c.Mentions[k]
		for m.Type == kg.Person && m.Entry == nil && m.End-m.First > 2 && c.Words.honorifics[c.Doc.Tokens[m.First].Text] {
			m.First++
			m.Name = c.Doc.Phrase(m.First, m.End)
		}
	}
}
