package mention

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/layout"
)

// lands makes places of single names that the model takes for a person's or a body's, where the text as a whole treats
// them as a land: "Lusania declared independence", "the people of Lusania", "in Lusania", "Lusania's coast". One weak
// sign is enough for what the model takes for a person, since the news gives a person's first name too; a body asks for
// two. Whatever only persons and firms have weighs against it.
func (c placeNames) lands() {
	for text, k := range c.unknownSingles() {
		if k.weight > 0 && k.place {
			k.weight++
		}
		if k.weight >= 2 && firstNames()[text] == "" && !c.inPersonName(text) && !c.commonBody(text) {
			c.settle(text)
		}
	}
}

// single is what speaks for a land in all places of a single name that nothing is known of.
type single struct {
	weight        int  // of the signs for a land, less those for a person or a firm
	person, place bool // what the model takes the name for somewhere
}

// unknownSingles weighs the single names that the model sees and the gazetteer lacks, also where the model overlooks
// them.
func (c placeNames) unknownSingles() map[string]*single {
	out := map[string]*single{}
	for _, m := range c.Mentions {
		text := c.Doc.Tokens[m.First].Text
		if m.End-m.First != 1 || m.Entry != nil || m.Kind != "" || c.Doc.Kind(m.First) < 0 || allCapital(text) {
			continue
		}
		if out[text] == nil {
			out[text] = &single{}
		}
		out[text].person = out[text].person || m.Type == kg.Person
		out[text].place = out[text].place || m.Type == kg.Place
	}
	for i, t := range c.Doc.Tokens {
		name := out[t.Text]
		if k := c.At[i]; name == nil || k >= 0 && (c.Mentions[k].End-c.Mentions[k].First > 1 || c.Mentions[k].Entry != nil) {
			continue
		}
		sign := c.landSign(i)
		if sign > 0 && name.person {
			sign++
		}
		name.weight += sign - c.bearerSign(i)
	}
	return out
}

// commonBody reports whether a word is what bodies are called by, and no name of its own: "House", "Treasury".
func (c placeNames) commonBody(word string) bool {
	low := strings.ToLower(word)
	return bodyNouns[low] || c.Words.Class(low, low) != ""
}

// inPersonName reports whether a word begins or ends the longer name of a person.
func (c placeNames) inPersonName(word string) bool {
	for _, m := range c.Mentions {
		if m.Type != kg.Person || m.End-m.First < 2 || landAdjectives[c.Doc.Lower(m.First)] ||
			neverFirst[c.Doc.Lower(m.First)] {
			continue
		}
		if c.Doc.Tokens[m.First].Text == word || c.Doc.Tokens[m.End-1].Text == word {
			return true
		}
	}
	return false
}

// landSign weighs how much the place of a name in its sentence speaks for a land: 2 where hardly anything else stands
// there, 1 where little else does, 0 for none.
func (c placeNames) landSign(i int) int {
	d := c.Doc
	t := d.Tokens[i]
	if i > 0 && neverFirst[d.Lower(i-1)] && d.Sentence[i-1] == d.Sentence[i] {
		return 2 // "breakaway Lusania"
	}
	switch t.Dep {
	case "nsubj":
		return c.landSignBefore(t.Head)
	case "dobj":
		return c.landSignAfter(i, t.Head)
	case "compound":
		if t.Head == i+1 && conflicts[d.Lower(t.Head)] {
			return 1 // "the Lusania conflict"
		}
	case "poss":
		if ofLands[d.Lower(t.Head)] {
			return 1 // "Lusania's parliament"
		}
	case "pobj":
		return c.landSignBehind(i, t.Head)
	}
	return 0
}

// landSignBefore weighs a verb for its subject.
func (c placeNames) landSignBefore(v int) int {
	d := c.Doc
	o := d.Child(v, "dobj")
	if seceding[d.Lemma(v)] || o >= 0 && (freedoms[d.Lemma(o)] || dwellers[d.Lower(o)]) {
		return 2 // "Lusania declared independence", "Lusania has 300,000 inhabitants"
	}
	return 0
}

// landSignAfter weighs a verb for its object, the name at i.
func (c placeNames) landSignAfter(i, v int) int {
	switch w := c.Doc.Lemma(v); {
	case recognizing[w]:
		return 2 // "recognized Lusania"
	case leaving[w] && c.stateActs(v):
		return 2 // "the troops left Lusania"
	case leaving[w] && c.At[i] >= 0 && c.Mentions[c.At[i]].Type == kg.Person:
		return 1 // "fled Lusania", where "left Roe Holdings" says nothing
	}
	return 0
}

// landSignBehind weighs the preposition at token p, and what it hangs on, for the name at i behind it.
func (c placeNames) landSignBehind(i, p int) int {
	d := c.Doc
	noun := d.Lower(d.Tokens[p].Head)
	switch w := d.Lower(p); {
	case w == "of" && (freedoms[noun] || dwellers[noun] || recognitions[noun] || ministers[noun]):
		return 2 // "the independence of Lusania"
	case w == "of" && (ofLands[noun] || national[noun]), w == "to" && envoys[noun]:
		return 1 // "the parliament of Lusania", "ambassador to Lusania"
	case w == "from" && leaving[d.Lemma(d.Tokens[p].Head)] && c.stateActs(d.Tokens[p].Head):
		return 1 // "withdrew from Lusania"
	case w == "in" && p+1 == i && !devoted[d.Lemma(d.Tokens[p].Head)] && !c.partOfName(i) && d.Kind(i) == layout.Body:
		return 1
	}
	return 0
}

// bearerSign weighs how much the place of a name in its sentence speaks for a person or a firm.
func (c placeNames) bearerSign(i int) int {
	d := c.Doc
	if i > 0 && d.Sentence[i-1] == d.Sentence[i] && (c.Words.honorifics[d.Tokens[i-1].Text] || articles[d.Lower(i-1)]) {
		return 3 // "President Roe", "the Senate"
	}
	if i+2 < len(d.Tokens) && d.Tokens[i+1].Text == "," && d.Tokens[i+2].Pos == "NUM" {
		return 3 // "Roe, 47, took over"
	}
	t := d.Tokens[i]
	if t.Dep == "poss" && ofFirms[d.Lower(t.Head)] {
		return 3 // "Roe's shares"
	}
	if t.Dep == "pobj" && ofFirms[d.Lower(d.Tokens[t.Head].Head)] {
		return 3 // "shares in Roe", "chief executive of Roe"
	}
	if t.Dep == "compound" && ofFirms[d.Lower(t.Head)] {
		return 3
	}
	return 0
}
