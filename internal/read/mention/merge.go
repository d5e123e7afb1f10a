package mention

import (
	"slices"
	"sort"
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/syntax"
)

// merge brings the known names and the model's together: of two that overlap the longer one stays, and at equal length
// the known one.
func (c detection) merge(known, found []Mention) []Mention {
	all := append(append([]Mention{}, known...), found...)
	rank := map[[2]int]int{}
	for _, m := range known {
		rank[[2]int{m.First, m.End}] = 1
	}
	sort.SliceStable(all, func(i, j int) bool {
		a, b := all[i], all[j]
		if la, lb := a.End-a.First, b.End-b.First; la != lb {
			return la > lb
		}
		return a.Entry != nil && b.Entry == nil
	})
	taken := make([]bool, len(c.Doc.Tokens))
	var out []Mention
	for _, m := range all {
		if overlaps(taken, m) {
			continue
		}
		if m.Entry == nil && c.holdsOnlyContext(m) {
			continue
		}
		for i := m.First; i < m.End; i++ {
			taken[i] = true
		}
		m.Span = c.Doc.Span(m.First, m.End)
		out = append(out, m)
	}
	return out
}

// holdsOnlyContext refuses a long find of the model that is a known place with lower-case or describing words around it
// ("northern Mali").
func (c detection) holdsOnlyContext(m Mention) bool {
	if m.Type != kg.Place {
		return false
	}
	for i := m.First; i < m.End; i++ {
		if e, end, ok := c.longest(
			i,
		); ok && e.Type == kg.Place && end == m.End && i > m.First &&
			!startsName(c.Doc.Tokens[i-1].Text) {
			return true
		}
	}
	return false
}

func overlaps(taken []bool, m Mention) bool {
	for i := m.First; i < m.End; i++ {
		if taken[i] {
			return true
		}
	}
	return false
}

// addSurnames makes every capitalized surname of a person named in full elsewhere a mention of a person.
func (c persons) addSurnames() {
	surnames := map[string]bool{}
	for _, m := range c.Mentions {
		if m.Type == kg.Person && m.End-m.First >= 2 && m.Entry == nil {
			surnames[c.Doc.Tokens[m.End-1].Text] = true
			if first := c.Doc.Tokens[m.First].Text; c.Gaz.Longest(first) == 0 {
				surnames[first] = true
			}
		}
	}
	c.Mentions = slices.DeleteFunc(c.Mentions, func(m Mention) bool { // "the Bill", in an article that has a Bill Roe too
		return m.End-m.First == 1 && m.Entry == nil && surnames[c.Doc.Tokens[m.First].Text] && c.commonUse(m.First)
	})
	c.place()
	for i, t := range c.Doc.Tokens {
		if !surnames[t.Text] || c.Doc.Segment[i] < 0 || len([]rune(t.Text)) < 3 || !startsName(t.Text) {
			continue
		}
		if k := c.At[i]; k >= 0 {
			m := &c.Mentions[k]
			if m.End-m.First == 1 && m.Kind == "outlet" &&
				strings.HasPrefix(m.Name, "The ") { // "said Hill", who is no newspaper here
				m.Entry, m.Name, m.Kind = nil, t.Text, ""
			}
			if m.End-m.First == 1 && m.Type == kg.Place && c.besideQuote(i) { // ""…," Paris said", who is no town here
				m.Entry, m.Name, m.Kind, m.Type = nil, t.Text, "", kg.Person
			}
			if m.End-m.First == 1 && m.Entry == nil {
				m.Type = kg.Person
			}
			continue
		}
		if c.commonUse(i) {
			continue
		}
		if _, demonym := c.Gaz.Demonym(
			t.Text,
		); demonym ||
			i+1 < len(c.Doc.Tokens) && c.At[i+1] >= 0 && startsName(c.Doc.Tokens[i+1].Text) {
			continue
		}
		if t.Pos == "PROPN" || t.Dep == "nsubj" || strings.HasPrefix(t.Tag, "NN") {
			c.Mentions = append(
				c.Mentions,
				Mention{Span: c.Doc.Span(i, i+1), First: i, End: i + 1, Type: kg.Person, Name: t.Text},
			)
			c.At[i] = len(c.Mentions) - 1
		}
	}
}

// retype corrects types by the nouns beside a name: "X, a village in …", "the city of X", "news outlet X", "X
// airfield".
func (c persons) retype() {
	for k := range c.Mentions {
		m := &c.Mentions[k]
		if m.Entry != nil {
			continue
		}
		if head := c.Doc.Tokens[m.Head(c.Doc)]; m.Type == kg.Organization && m.End-m.First == 2 && head.Dep == "appos" &&
			c.At[head.Head] < 0 &&
			c.Words.Titles[c.titleWord(head.Head)] == "office" &&
			c.Doc.Tokens[head.Head].Tag == "NN" &&
			m.First-head.Head <= 2 {
			m.Type = kg.Person // "the president, Jane Doe"
			continue
		}
		if m.Type == kg.Organization && m.End-m.First == 2 && m.First > 0 &&
			c.Doc.Sentence[m.First] == c.Doc.Sentence[m.First-1] &&
			c.personal(m.First-1) &&
			!outletName(m.Name) {
			m.Type = kg.Person
			continue
		}
		switch c.organizations().describedAs(*m) {
		case "settlement", "region", "country":
			m.Type = kg.Place
		case "outlet":
			m.Type, m.Kind = kg.Organization, "outlet"
		case "company", "organization":
			if m.Type != kg.Person || m.End-m.First < 2 {
				m.Type = kg.Organization
			}
		}
		if m.Type != kg.Organization && m.End-m.First > 1 &&
			(strings.HasSuffix(m.Name, " Images") || strings.HasSuffix(m.Name, " News") || strings.HasPrefix(m.Name, "Daily ")) {
			m.Type = kg.Organization // whatever the model makes of it
		}
		if m.Type == kg.Organization && m.Kind == "" && outletName(m.Name) {
			m.Kind = "outlet"
		}
		if m.End-m.First > 1 && landform[c.Doc.Tokens[m.End-1].Text] && c.Doc.Child(m.Head(c.Doc), "appos") < 0 {
			m.Type = kg.Place
		}
	}
}

// personal reports whether the word is a title that only a person's name follows.
func (c *Cast) personal(i int) bool {
	class := c.Words.Titles[c.titleWord(i)]
	return class == "spokesperson" || class == "adviser" || class == "office" && c.Doc.Noun(i) ||
		c.Words.honorifics[c.Doc.Tokens[i].Text]
}

// addShortNames makes the first word of a company's or a party's name stand for it: "Norvik" for Norvik Group.
func (c links) addShortNames() {
	long, alone, people := map[string]int{}, map[string]bool{}, map[string]bool{}
	for _, m := range c.Mentions {
		if m.Type == kg.Person { // the Roe Administration is called after a person
			people[c.Doc.Tokens[m.End-1].Text] = true
		}
		if m.Type == kg.Organization && m.End-m.First == 1 && m.Entry == nil {
			alone[c.Doc.Tokens[m.First].Text] = true
		}
	}
	for k, m := range c.Mentions {
		if m.Type != kg.Organization || m.End-m.First != 2 || m.Entry != nil {
			continue
		}
		first := c.Doc.Tokens[m.First].Text
		if _, demonym := c.Gaz.Demonym(
			first,
		); demonym || !corporate[c.Doc.Tokens[m.End-1].Text] && !alone[first] || len([]rune(first)) < 4 ||
			c.townNames[first] || people[first] {
			continue
		}
		if _, known := c.Gaz.Lookup(first, ""); !known {
			long[first] = k
		}
	}
	for i, t := range c.Doc.Tokens {
		k, ok := long[t.Text]
		if !ok || t.Pos != "PROPN" && c.At[i] < 0 || c.Doc.Segment[i] < 0 {
			continue
		}
		if at := c.At[i]; at >= 0 {
			if m := &c.Mentions[at]; m.End-m.First == 1 && m.Entry == nil {
				m.Type, m.Name, m.Kind = kg.Organization, c.Mentions[k].Name, c.Mentions[k].Kind
			}
			continue
		}
		c.Mentions = append(
			c.Mentions,
			Mention{
				Span:  c.Doc.Span(i, i+1),
				First: i,
				End:   i + 1,
				Type:  kg.Organization,
				Name:  c.Mentions[k].Name,
				Kind:  c.Mentions[k].Kind,
			},
		)
		c.At[i] = len(c.Mentions) - 1
	}
}

// describedAs gives the class of the noun that describes a name, "" for none.
func (c organizations) describedAs(m Mention) string {
	d, head := c.Doc, m.Head(c.Doc)
	for _, a := range d.All(head, "appos") {
		if c.At[a] < 0 && a > head {
			if class := c.Words.Class(d.Lemma(a), d.Lower(a)); class != "" && !nobodyClass(class) {
				return class
			}
		}
	}
	t := d.Tokens[head]
	up := t.Head
	switch {
	case t.Dep == "pobj" && d.Lower(up) == "of" && d.Tokens[up].Head != up:
		if class := c.Words.Class(d.Lemma(d.Tokens[up].Head), ""); class == "settlement" || class == "region" {
			if w := d.Lower(d.Tokens[up].Head); !placeNouns[w] {
				return class
			}
		}
	case t.Dep == "conj" && m.Type == kg.Person && m.End-m.First == 1 && c.At[up] >= 0 &&
		c.Mentions[c.At[up]].Type == kg.Place:
		return "settlement"
	case t.Dep == "compound" && up == m.End:
		if class := c.Words.Class(d.Lemma(up), ""); class == "region" && d.Lemma(up) != "state" {
			return class
		}
	case (t.Dep == "appos" || t.Dep == "nsubj") && m.First > 0 && c.At[m.First-1] < 0:
		if class := c.Words.Class(d.Lemma(m.First-1), ""); class == "outlet" || class == "company" {
			return class
		}
	}
	if i := m.First - 1; i > 0 && newsAgency(d, i) { // whatever the parser makes of the letters after it
		return "outlet"
	}
	return ""
}

// outletName reports whether the name itself says that it is a newspaper, a station or an agency.
func outletName(name string) bool {
	words := strings.Fields(name)
	n := len(words)
	return n > 1 &&
		(outletFirst[words[0]] || outletLast[words[n-1]] || n > 2 && outletLast[strings.Join(words[n-2:], " ")])
}

// newsAgency reports whether a noun for an outlet of two words ends at token i: news agency, television station.
func newsAgency(d *syntax.Document, i int) bool {
	switch d.Lower(i - 1) {
	case "news":
		return d.Lower(i) == "agency"
	case "television":
		return stations[d.Lower(i)]
	}
	return false
}
