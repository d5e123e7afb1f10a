package mention

import (
	"strings"

	"sayso/internal/kg"
)

// standIns are the classes of titles that fit beside any other office: a president is his country's leader too.
var standIns = map[string]bool{"leads": true, "none": true, "member": true}

// SpokenOf finds whom a description means that none of the text's titles fits: the one person that the sentence before
// it is about, as in "X rejected the report. …, the 82-year-old senator said". It is false where the words may mean
// somebody whom the text leaves unnamed.
func (c *Cast) SpokenOf(i int) (Actor, bool) { return c.descriptions().spokenOf(i) }

func (c descriptions) spokenOf(i int) (Actor, bool) {
	d := c.Doc
	det := d.Child(i, "det")
	if c.At[i] >= 0 || d.Sentence[i] < 0 || det < 0 || d.Lower(det) != "the" {
		return Actor{}, false
	}
	if a, ok := c.besideName(i, det); ok {
		return a, true
	}
	if !c.describesOne(i) || c.unnamedBefore(i) {
		return Actor{}, false
	}
	country, of := c.Country(i)
	of = of && !c.hyphened(i)
	for s := d.Sentence[i] - 1; s >= 0 && s >= d.Sentence[i]-3; s-- {
		if d.Paragraph(d.Sentences[s].First) < d.Paragraph(i)-1 {
			break
		}
		sub := c.mainSubject(s)
		if sub < 0 || d.Quoted[sub] >= 0 {
			continue
		}
		a, ok := c.Who(sub)
		if !ok || a.Type != kg.Person || !c.mayBe(a.Name, i, country.Name, of) {
			return Actor{}, false
		}
		return a, true
	}
	return Actor{}, false
}

// besideName finds the name that a title stands behind between commas, whatever the parser makes of it: "X, the second
// member of the council, said".
func (c descriptions) besideName(i, det int) (Actor, bool) {
	d := c.Doc
	end := d.Right[i]
	if d.Tokens[end-1].Text == "," {
		end--
	}
	if !c.titleHead(i) || d.Tokens[i].Tag != "NN" || det < 2 {
		return Actor{}, false
	}
	if d.Tokens[det-1].Text != "," || c.At[det-2] < 0 || end >= len(d.Tokens) ||
		d.Tokens[end].Text != "," {
		return Actor{}, false
	}
	m := c.Mentions[c.At[det-2]]
	before := m.First - 1
	open := before >= d.Sentences[d.Sentence[i]].First && d.Tokens[before].Text != ","
	if open || !c.mayBePerson(m) || d.Sentence[m.First] != d.Sentence[i] {
		return Actor{}, false
	}
	return Actor{Name: m.Name, Type: kg.Person}, true
}

// mayBePerson reports whether a name is a person's, or one of two words that the model took for a body nothing is
// known of.
func (c descriptions) mayBePerson(m Mention) bool {
	if m.Type == kg.Person {
		return true
	}
	unknown := m.Type == kg.Organization && m.Entry == nil && m.Kind == ""
	return unknown && m.End-m.First == 2 && !corporate[c.Doc.Tokens[m.End-1].Text]
}

// describesOne reports whether a noun is one for a person, alone but for words before it.
func (c descriptions) describesOne(i int) bool {
	d := c.Doc
	if d.Tokens[i].Tag == "NNS" || d.Tokens[i].Tag == "NNPS" || c.resolver().openEnded(i) || d.Child(i, "poss") >= 0 {
		return false
	}
	for j := d.Left[i]; j < i; j++ { // "the FBI director", "the band leader" may be anybody
		if k := c.At[j]; k >= 0 && c.Mentions[k].Type == kg.Organization && !epithets[d.Lower(i)] {
			return false
		}
		if d.Tokens[j].Tag == "NN" && d.Tokens[j].Dep == "compound" && !c.aged(i) {
			return false
		}
	}
	if epithets[d.Lower(i)] || c.aged(i) {
		return true
	}
	return c.titleHead(i) && !served[c.Words.Titles[c.titleWord(i)]]
}

// served are the classes of titles that one holds with somebody else, so that there are many of them.
var served = map[string]bool{"spokesperson": true, "adviser": true, "staff": true}

// hyphened reports whether a demonym before a noun only says for or against whom it is: "the pro-Russian socialist".
func (c descriptions) hyphened(i int) bool {
	for j := c.Doc.Left[i]; j < i; j++ {
		if w := c.Doc.Lower(
			j,
		); strings.HasPrefix(w, "pro-") || strings.HasPrefix(w, "anti-") ||
			leanings[w] && c.Doc.Tokens[j+1].Text == "-" {
			return true
		}
	}
	return false
}

// aged reports whether a noun has an age before it, or is one: "the 82-year-old senator", "the 54-year-old".
func (c descriptions) aged(i int) bool {
	d := c.Doc
	for j := max(d.Left[i], i-6); j+2 <= i; j++ {
		if w := d.Lower(j); d.Tokens[j].Tag == "HYPH" && ageUnits[d.Lower(j+1)] || strings.HasSuffix(w, "-year-old") {
			return true
		}
	}
	return strings.HasSuffix(d.Lower(i), "-year-old")
}

// unnamedBefore reports whether the same noun stands nearby for somebody without a name: "a senator said … the
// senator".
func (c descriptions) unnamedBefore(i int) bool {
	d := c.Doc
	for j := i - 1; j >= 0 && j > i-400; j-- {
		if c.At[j] < 0 && d.Lower(j) == d.Lower(i) && d.Noun(j) {
			if _, ok := c.Who(j); !ok {
				return true
			}
		}
	}
	return false
}

// mayBe reports whether what the text says of a person goes with the description i: no other office, no other country.
func (c descriptions) mayBe(name string, i int, country string, of bool) bool {
	d := c.Doc
	word := c.titleWord(i)
	class, titled := c.Words.Titles[word]
	former := hasFormer(d.Phrase(d.Left[i], i+1))
	for _, r := range c.Roles {
		if c.Mentions[r.Person].Name != name {
			continue
		}
		if of && r.OfKind == "state" && r.Of != country {
			return false
		}
		otherOffice := class == "office" && !standIns[r.Class] && r.Head != word
		if titled && otherOffice && !former && !r.Former {
			return false
		}
	}
	return true
}

// mainSubject is the subject of the verb that a sentence hangs on, -1 for none.
func (c *Cast) mainSubject(s int) int {
	d := c.Doc
	for j := d.Sentences[s].First; j < d.Sentences[s].End; j++ {
		if d.Tokens[j].Head == j && d.Tokens[j].Dep == "ROOT" {
			return d.Child(j, "nsubj", "nsubjpass")
		}
	}
	return -1
}
