package mention

import (
	"strings"

	"sayso/internal/kg"
)

// Role is a title that the text gives a person.
type Role struct {
	Person   int      // index of the mention
	Title    string   // "defense minister", as in the text without capitals
	Head     string   // lemma of its head noun
	Class    string   // office, leads, spokesperson, adviser, member, staff or none
	Of       string   // canonical name of what it is held in or for, or its words; "" when not said
	OfType   string   // entity type of Of, "" for mere words
	OfKind   string   // kind of Of in the gazetteer
	OfHome   bool     // nothing but that the text is about Of says so, and it is about no other state; set by fillCountry
	Former   bool     // "former", "late", "then"
	Evidence kg.Span  // title and name
	Modifier []string // words of the title before its head
	Token    int      // the title's head noun
	Part     bool     // what stands behind the title's "of" is only a part of where it is held: "director of studies at X"
}

// findRoles reads titles before names, after them in apposition, before them in apposition, with "is", and with verbs
// by which somebody comes to have one.
func (c titles) findRoles() {
	for k, m := range c.Mentions {
		if m.Type != kg.Person || !c.inText(m.First) {
			continue
		}
		head := m.Head(c.Doc)
		c.titleBefore(k, head)
		c.titlesBehind(k, head)
		c.titleInApposition(k, head)
		c.titleOfBeing(k, head)
		c.titleTaken(k, head)
	}
}

// titleBefore reads the title right before a name: "defense minister X", "chairman of the committee X".
func (c titles) titleBefore(k, head int) {
	d, m := c.Doc, c.Mentions[k]
	i := m.First - 1
	for i > 0 && c.At[i] < 0 && !c.titleHead(i) && c.Words.honorifics[d.Tokens[i].Text] { // "Minister Datuk Jane Roe"
		i--
	}
	if i >= 0 && d.Sentence[i] == d.Sentence[m.First] && c.titleHead(i) {
		c.addRole(k, i, c.Before(i, m.First), m.End)
		c.shareTitle(i, head)
	} else if h := c.longTitle(m.First); h >= 0 {
		c.addRole(k, h, c.Before(h, h+1), m.End)
	}
}

// titlesBehind reads the titles in apposition behind a name, and in a clause of who that is.
func (c titles) titlesBehind(k, head int) {
	d := c.Doc
	for _, a := range d.All(head, "appos") {
		if a > head && c.titleHead(a) && c.At[a] < 0 {
			c.addRole(k, a, c.Before(a, a+1), d.Right[a])
			c.allHold(a, head)
		}
	}
	if a := c.whoIs(head); a >= 0 {
		c.addRole(k, a, c.Before(a, a+1), d.Right[a])
	}
}

// titleInApposition reads the title that a name is in apposition to: "the minister, X,".
func (c titles) titleInApposition(k, head int) {
	d, m := c.Doc, c.Mentions[k]
	up := d.Tokens[head].Head
	if d.Tokens[head].Dep == "appos" && up != head && up != m.First-1 && c.At[up] < 0 && c.titleHead(up) {
		c.addRole(k, up, c.Before(up, up+1), m.End)
	}
	if t := c.titleAbove(head); t >= 0 {
		c.addRole(k, t, c.Before(t, t+1), m.End)
	}
}

// titleOfBeing reads the title that a name is said to have: "X is the minister".
func (c titles) titleOfBeing(k, head int) {
	d := c.Doc
	v := d.Tokens[head].Head
	if d.Tokens[head].Dep != "nsubj" || d.Lemma(v) != "be" {
		return
	}
	if a := d.Child(v, "attr"); a > v && c.titleHead(a) && c.At[a] < 0 && d.Child(v, "neg") < 0 && !c.modal(v) {
		c.addRole(k, a, c.Before(a, a+1), d.Right[a])
	}
}

// titleAbove finds the title of a name that the parser hung on the place or the person within it: "Russia's ambassador
// to Armenia, X,"; -1 for none.
func (c titles) titleAbove(head int) int {
	d := c.Doc
	place := d.Tokens[head].Head
	if d.Tokens[head].Dep != "appos" || c.At[place] < 0 || d.Tokens[place].Dep != "pobj" || d.Left[head] == 0 ||
		d.Tokens[d.Left[head]-1].Text != "," {
		return -1
	}
	if whose := c.Mentions[c.At[place]]; whose.Type == kg.Person &&
		(c.At[head] < 0 || c.Mentions[c.At[head]].Name == whose.Name ||
			c.Mentions[c.At[head]].Type != kg.Person) { // "a spokesman for X, Y," is two
		return -1
	}
	if t := d.Tokens[d.Tokens[place].Head].Head; c.At[t] < 0 && c.titleHead(t) && d.Tokens[t].Tag == "NN" {
		return t
	}
	return -1
}

// deepApposition finds the person whom titleAbove gives the title i; -1 for none.
func (c titles) deepApposition(i int) int {
	d := c.Doc
	for _, p := range d.All(i, "prep") {
		o := d.Child(p, "pobj")
		if o < 0 {
			continue
		}
		for _, a := range d.All(o, "appos") {
			if k := c.At[a]; k >= 0 && c.Mentions[k].Type == kg.Person && c.titleAbove(a) == i {
				return k
			}
		}
	}
	return -1
}

// shareTitle gives a title in the plural ("Presidents X of A and Y of B") to everybody it stands before, in the
// singular.
func (c titles) shareTitle(title, head int) {
	d := c.Doc
	if d.Tokens[title].Tag != "NNS" && d.Tokens[title].Tag != "NNPS" || len(c.Roles) == 0 {
		return
	}
	r := &c.Roles[len(c.Roles)-1]
	r.Title = strings.TrimSuffix(r.Title, strings.ToLower(d.Tokens[title].Text)) + c.titleWord(title)
	shared := *r
	for _, i := range d.Coordinated(head) {
		k := c.At[i]
		if k < 0 || k == shared.Person || c.Mentions[k].Type != kg.Person {
			continue
		}
		other := shared
		other.Person, other.Evidence = k, c.Mentions[k].Span
		for _, p := range d.All(i, "prep") {
			if o := d.Child(p, "pobj"); d.Lower(p) == "of" && o >= 0 {
				other.Of, other.OfType, other.OfKind = c.Object(o)
			}
		}
		c.Roles = append(c.Roles, other)
	}
}

// modal reports whether a verb is only possible or to come: "will be", "could be", "if X is".
func (c titles) modal(v int) bool {
	for _, a := range c.Doc.Children[v] {
		if c.Doc.Tokens[a].Tag == "MD" || c.Doc.Tokens[a].Dep == "mark" && c.Doc.Lower(a) == "if" {
			return true
		}
	}
	return false
}

func (c titles) addRole(person, head, first, end int) {
	d := c.Doc
	r := Role{
		Person: person,
		Head:   c.titleWord(head),
		Title:  strings.ToLower(d.Phrase(first, head+1)),
		Class:  c.Words.Titles[c.titleWord(head)],
		Token:  head,
	}
	if staffChiefs[r.Head] && head+2 < len(d.Tokens) && d.Lower(head+1) == "of" && d.Lower(head+2) == "staff" {
		r.Title, r.Class = r.Title+" of staff", "staff"
	}
	for i := first; i < head; i++ {
		w := d.Lower(i)
		if formerly[w] || w == "then" {
			r.Former = true
		}
		r.Modifier = append(r.Modifier, w)
	}
	for i := first - 1; i >= 0 && i >= first-3 && d.Sentence[i] == d.Sentence[head]; i-- {
		if w := d.Lower(i); formerly[w] {
			r.Former = true
		}
	}
	if field := c.fieldBehind(head); field != "" {
		r.Title += field
	}
	if long := abbreviated[r.Head]; long != "" {
		r.Title = strings.TrimSuffix(r.Title, r.Head) + long
	}
	h := c.roleOf(person, head, first)
	r.Of, r.OfType, r.OfKind = h.of, h.typ, h.kind
	r.Part = c.partOf(head, r)
	m := c.Mentions[person]
	r.Evidence = d.Span(min(h.start, m.First), max(m.End, min(end, head+12)))
	r.Evidence = kg.Span{
		r.Evidence[0],
		d.Trimmed(min(h.start, m.First), max(m.End, min(end, d.Sentences[d.Sentence[head]].End)))[1],
	}
	c.Roles = append(c.Roles, r)
}

// abbreviated are the titles that are written short before a name.
var abbreviated = map[string]string{
	"sen.":  "senator",
	"rep.":  "representative",
	"del.":  "delegate",
	"gov.":  "governor",
	"gen.":  "general",
	"lt.":   "lieutenant",
	"col.":  "colonel",
	"capt.": "captain",
	"sgt.":  "sergeant",
	"pm":    "prime minister",
}

// Object names what a noun phrase with head i stands for: its mention, the body of a state, or its words.
func (c *Cast) Object(i int) (name, typ, kind string) {
	if a, ok := c.Who(i); ok {
		return a.Name, string(a.Type), a.Kind
	}
	if k := c.placeIn(i); k >= 0 {
		return c.Mentions[k].Name, string(kg.Place), c.Mentions[k].Kind
	}
	return c.Text(i), "", ""
}

// placeIn finds the place whose kind the noun at i only tells: "the Belgorod region", "the occupied city of Melitopol";
// -1 for none.
func (c *Cast) placeIn(i int) int {
	d := c.Doc
	switch c.Words.Class(d.Lemma(i), d.Lower(i)) {
	case "region", "settlement":
	default:
		return -1
	}
	at := d.Child(i, "compound", "nmod")
	if at < 0 || at != i-1 {
		at = -1
		for _, p := range d.All(i, "prep") {
			if d.Lower(p) == "of" {
				at = d.Child(p, "pobj")
			}
		}
	}
	if at < 0 || c.At[at] < 0 || c.Mentions[c.At[at]].Type != kg.Place {
		return -1
	}
	return c.At[at]
}
