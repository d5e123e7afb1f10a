package mention

import (
	"strings"

	"sayso/internal/kg"
)

// epithets are the nouns for a person that a text falls back on for whom it spoke of last: "the veteran", "the 54-year-old".
var epithets = lists.Of("epithets")

// standIns are the classes of titles that fit beside any other office: a president is his country's leader too.
var standIns = map[string]bool{"leads": true, "none": true, "member": true}

// SpokenOf finds whom a description means that none of the text's titles fits: the one person that the sentence before it is about, as in "X
// rejected the report. …, the 82-year-old senator said". It is false where the words may mean somebody whom the text leaves unnamed.
func (c *Cast) SpokenOf(i int) (Actor, bool) {
	d := c.Doc
	det := d.Child(i, "det")
	if c.At[i] >= 0 || d.Sentence[i] < 0 || det < 0 || d.Lower(det) != "the" || !c.describesOne(i) || c.unnamedBefore(i) {
		return Actor{}, false
	}
	country, of := c.Country(i)
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

// describesOne tells whether a noun is one for a person, alone but for words before it.
func (c *Cast) describesOne(i int) bool {
	d := c.Doc
	if d.Tokens[i].Tag == "NNS" || d.Tokens[i].Tag == "NNPS" || c.openEnded(i) || d.Child(i, "poss") >= 0 {
		return false
	}
	for j := d.Left[i]; j < i; j++ { // "the FBI director", "the band leader" may be anybody
		if k := c.At[j]; k >= 0 && c.Mentions[k].Type == kg.Organization && !epithets[d.Lower(i)] || d.Tokens[j].Tag == "NN" && d.Tokens[j].Dep == "compound" && !c.aged(i) {
			return false
		}
	}
	class := c.Words.Titles[c.titleWord(i)]
	return epithets[d.Lower(i)] || c.aged(i) || c.titleHead(i) && class != "spokesperson" && class != "adviser" && class != "staff"
}

// aged tells whether a noun has an age before it, or is one: "the 82-year-old senator", "the 54-year-old".
func (c *Cast) aged(i int) bool {
	d := c.Doc
	for j := max(d.Left[i], i-6); j+2 <= i; j++ {
		if w := d.Lower(j); d.Tokens[j].Tag == "HYPH" && d.Lower(j+1) == "year" || strings.HasSuffix(w, "-year-old") {
			return true
		}
	}
	return strings.HasSuffix(d.Lower(i), "-year-old")
}

// unnamedBefore tells whether the same noun stands nearby for somebody without a name: "a senator said … the senator".
func (c *Cast) unnamedBefore(i int) bool {
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

// mayBe tells whether what the text says of a person goes with the description i: no other office, no other country.
func (c *Cast) mayBe(name string, i int, country string, of bool) bool {
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
		if titled && !former && !r.Former && class == "office" && !standIns[r.Class] && r.Head != word {
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
