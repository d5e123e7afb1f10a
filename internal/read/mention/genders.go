package mention

import (
	"strings"

	"sayso/internal/kg"
)

// several stands for the names of a paragraph with more persons than one.
const several = "*"

// findGender notes whom the text or the first name shows to be a man or a woman.
func (c gendered) findGender() {
	by := firstNames()
	for _, m := range c.Mentions {
		if m.Type != kg.Person {
			continue
		}
		if g := by[strings.Fields(m.Name)[0]]; g != "" && strings.Contains(m.Name, " ") && c.gender[m.Name] == "" {
			c.gender[m.Name] = g
		}
		if m.First > 0 {
			switch w := c.Doc.Lower(m.First - 1); {
			case titlesOfMen[w]:
				c.gender[m.Name] = man
			case titlesOfWomen[w]:
				c.gender[m.Name] = woman
			}
		}
	}
	c.genderByPronouns()
}

// genderByPronouns notes who is a man or a woman by the first "he" or "she" of a paragraph that has named one person
// and no other before it: "Brnas thanked the police. “…,” she said". Where a "she" of somebody named further up stands
// before the name, only "he" means it: "She met Roe. He …". Where paragraphs differ, nothing is noted.
func (c gendered) genderByPronouns() {
	seen, odd := map[string]string{}, map[string]bool{}
	d := c.Doc
	name, earlier, paragraph := "", "", -1
	for i := range d.Tokens {
		if d.Segment[i] < 0 {
			continue
		}
		if p := d.Paragraph(i); p != paragraph {
			name, earlier, paragraph = "", "", p
		}
		g := c.genderOfSubject(i)
		switch {
		case g != "" && d.Quoted[i] >= 0: // others may speak of somebody else
		case g == "":
			name = c.onlyOne(name, i)
		case name == "":
			earlier = g
		case name != several && g != earlier:
			odd[name] = odd[name] || seen[name] != "" && seen[name] != g
			seen[name], name = g, several
		default:
			name = several
		}
	}
	for name, g := range seen {
		if c.gender[name] == "" && !odd[name] {
			c.gender[name] = g
		}
	}
}

// genderOfSubject is what "he" or "she" as the subject at token i says of somebody, "" for every other word.
func (c gendered) genderOfSubject(i int) string {
	t, w := c.Doc.Tokens[i], c.Doc.Lower(i)
	switch {
	case t.Tag != "PRP" || t.Dep != "nsubj" && t.Dep != "nsubjpass":
	case he[w]:
		return man
	case she[w]:
		return woman
	}
	return ""
}

// onlyOne is the name of the only person of a paragraph up to token i, after name up to the one before it.
func (c gendered) onlyOne(name string, i int) string {
	if k := c.At[i]; k >= 0 && c.Mentions[k].Type == kg.Person {
		if name != "" && name != c.Mentions[k].Name {
			return several
		}
		return c.Mentions[k].Name
	}
	if c.otherPerson(i) {
		return several
	}
	return name
}

// otherPerson reports whether a noun without a name stands for a person who may be meant by "he" or "she" as well; what
// only describes a name is none.
func (c gendered) otherPerson(i int) bool {
	d := c.Doc
	if c.At[i] >= 0 || d.Tokens[i].Tag != "NN" && d.Tokens[i].Tag != "NNP" {
		return false
	}
	if !peopleNouns[d.Lemma(i)] && !kinship[d.Lower(i)] && !c.titleHead(i) {
		return false
	}
	switch d.Tokens[i].Dep {
	case "appos", "compound", "nmod", "attr":
		return false
	}
	for _, a := range d.All(i, "appos") {
		if c.At[a] >= 0 {
			return false
		}
	}
	return true
}
