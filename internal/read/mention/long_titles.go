package mention

import (
	"strings"

	"sayso/internal/kg"
)

// longTitle finds the head of a title that goes on with "of" up to the name at first: "Secretary of State Jane Roe",
// "Commander of the Kenyan Navy Jane Roe"; -1 for none.
func (c titles) longTitle(first int) int {
	d := c.Doc
	for i := first - 1; i > 0 && i >= first-6 && d.Sentence[i] == d.Sentence[first]; i-- {
		t := d.Tokens[i]
		if d.Lower(i) == "of" {
			if h := i - 1; i < first-1 && c.At[h] < 0 && c.titleHead(h) && startsName(d.Tokens[h].Text) {
				return h
			}
			return -1
		}
		if !d.Noun(i) && t.Dep != "det" && t.Dep != "amod" {
			return -1
		}
	}
	return -1
}

// fieldBehind gives the words behind a title that are part of it, where they are no name: " of state" of "Secretary of
// State Jane Roe".
func (c titles) fieldBehind(head int) string {
	d := c.Doc
	if head+2 >= len(d.Tokens) || d.Lower(head+1) != "of" || c.At[head+2] >= 0 || !stateOffices[d.Lower(head)] ||
		d.Lower(head+2) != "state" {
		return ""
	}
	return " " + strings.ToLower(d.Phrase(head+1, head+3))
}

// elsewhere finds in what a title with the preposition p is held where that stands behind another: the body, in
// "director of studies at X"; -1 for none, -2 where p leads to a part of the title only ("Secretary of State").
func (c titles) elsewhere(up, p int) int {
	d := c.Doc
	field := d.Child(p, "pobj")
	if field < 0 {
		return -1
	}
	if d.Lower(field) == "state" {
		return -2
	}
	for _, x := range []int{up, field} {
		for _, q := range d.All(x, "prep") {
			o := d.Child(q, "pobj")
			if q < p || !workAt[d.Lower(q)] || o < 0 {
				continue
			}
			if _, typ, _ := c.Object(o); typ == string(kg.Organization) {
				return o
			}
		}
	}
	return -1
}

// partOf reports whether what stands behind a title's "of" is only a part of where it is held: "director of studies at
// X", "X's director of studies".
func (c titles) partOf(head int, r Role) bool {
	if r.OfType == "" {
		return false
	}
	d := c.Doc
	for _, p := range d.All(head, "prep") {
		if o := d.Child(p, "pobj"); d.Lower(p) == "of" && o >= 0 {
			_, typ, _ := c.Object(o)
			return typ == ""
		}
	}
	return false
}

// allHold gives the title in the plural at a, which follows the last of several names, to the others: "Jane Roe and
// John Doe, both professors at X".
func (c titles) allHold(a, head int) {
	d := c.Doc
	if d.Tokens[a].Tag != "NNS" || len(c.Roles) == 0 {
		return
	}
	last := &c.Roles[len(c.Roles)-1]
	last.Title = strings.TrimSuffix(last.Title, d.Lower(a)) + c.titleWord(a)
	for _, i := range d.Coordinated(head) {
		if k := c.At[i]; k >= 0 && i != head && c.Mentions[k].Type == kg.Person {
			other := c.Roles[len(c.Roles)-1]
			other.Person = k
			c.Roles = append(c.Roles, other)
		}
	}
}

// whoIs finds the title that a clause behind a name gives: "Jane Roe, who is a professor at X"; -1 for none.
func (c titles) whoIs(head int) int {
	d := c.Doc
	for _, v := range d.All(head, "relcl") {
		a, s := d.Child(v, "attr"), d.Child(v, "nsubj")
		if a < v || s < 0 || d.Tokens[s].Tag != "WP" || d.Tokens[v].Tag == "VBD" {
			continue
		}
		if c.titleHead(a) && c.At[a] < 0 && d.Child(v, "neg") < 0 && !c.modal(v) {
			return a
		}
	}
	return -1
}

// beforeTitle reports whether what the model takes for a body only begins a title: "State Councilor Jane Roe".
func (c titles) beforeTitle(m Mention) bool {
	if m.Entry != nil || m.End-m.First != 1 || m.End >= len(c.Doc.Tokens) {
		return false
	}
	return c.Doc.Lower(m.First) == "state" && c.titleHead(m.End)
}
