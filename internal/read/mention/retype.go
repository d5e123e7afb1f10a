package mention

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/syntax"
)

// retype corrects types by the nouns beside a name: "X, a village in …", "the city of X", "news outlet X", "X
// airfield".
func (c persons) retype() {
	for k := range c.Mentions {
		m := &c.Mentions[k]
		if m.Entry != nil {
			continue
		}
		if m.Type == kg.Organization && m.End-m.First == 2 && (c.behindOffice(*m) || c.behindPersonal(*m)) {
			m.Type = kg.Person
			continue
		}
		if m.Type != kg.Person && m.End-m.First == 2 && c.behindLeader(*m) {
			m.Type, m.Kind = kg.Person, ""
			continue
		}
		c.retypeByNoun(m)
		c.retypeByWords(m)
	}
}

// behindOffice reports whether a name stands in apposition right behind an office: "the president, Jane Doe".
func (c persons) behindOffice(m Mention) bool {
	d := c.Doc
	head := d.Tokens[m.Head(d)]
	if head.Dep != "appos" || c.At[head.Head] >= 0 || m.First-head.Head > 2 {
		return false
	}
	return c.Words.Titles[c.titleWord(head.Head)] == "office" && d.Tokens[head.Head].Tag == "NN"
}

// behindLeader reports whether a name between commas stands behind an office, a lead or a spokesperson with an owner or
// an article, alone or of a body that is named: "its director, Jane Doe,", "the leader of the Civic Front, Jane Doe,".
// Behind a noun for a body the name may be that body's: "the head of the carmaker, Volta Motors,".
func (c persons) behindLeader(m Mention) bool {
	d := c.Doc
	comma := m.First - 1
	if comma < 1 || d.Tokens[comma].Text != "," || m.End >= len(d.Tokens) || d.Tokens[m.End].Text != "," {
		return false
	}
	if corporate[d.Tokens[m.End-1].Text] || landform[d.Tokens[m.End-1].Text] || outletName(m.Name) || allCapital(m.Name) {
		return false
	}
	i := comma - 1
	if k := c.At[i]; k >= 0 {
		of := c.Mentions[k].First - 1
		if of > 0 && d.Tokens[of].Tag == "DT" {
			of--
		}
		if of < 1 || d.Lower(of) != "of" {
			return false
		}
		i = of - 1
	}
	if d.Sentence[i] != d.Sentence[m.First] || c.At[i] >= 0 || d.Tokens[i].Tag != "NN" || !c.titleHead(i) ||
		d.Child(i, "det", "poss") < 0 {
		return false
	}
	return headClasses[c.Words.Titles[c.titleWord(i)]]
}

// headClasses are the classes of titles that one person has for a body or a land.
var headClasses = map[string]bool{"office": true, "leads": true, "spokesperson": true}

// behindPersonal reports whether a name that is no outlet's stands right behind a title of persons.
func (c persons) behindPersonal(m Mention) bool {
	return m.First > 0 && c.Doc.Sentence[m.First] == c.Doc.Sentence[m.First-1] && c.personal(m.First-1) &&
		!outletName(m.Name)
}

// retypeByNoun corrects a type by the noun that describes the name.
func (c persons) retypeByNoun(m *Mention) {
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
}

// retypeByWords corrects a type by the words of the name itself, whatever the model makes of them.
func (c persons) retypeByWords(m *Mention) {
	several := m.End-m.First > 1
	if several && c.bodyByWords(*m) {
		m.Type = kg.Organization
	}
	if m.Type == kg.Place && m.End-m.First > 2 && bodyOpeners[c.Doc.Lower(m.First)] && namesJoin[c.Doc.Lower(m.First+1)] {
		m.Type = kg.Organization // "Center for the Study of Rivers"
	}
	if m.Type == kg.Organization && m.Kind == "" && outletName(m.Name) {
		m.Kind = "outlet"
	}
	if several && landform[c.Doc.Tokens[m.End-1].Text] && c.Doc.Child(m.Head(c.Doc), "appos") < 0 {
		m.Type = kg.Place
	}
	if m.End-m.First == 2 && landOpeners[c.Doc.Lower(m.First)] && (m.Type == kg.Person || c.behindPlacing(m.First)) {
		m.Type = kg.Place // "in Port Lusan"
	}
}

// bodyByWords reports whether a name of several words begins or ends as those of firms, outlets and campaigns do.
func (c persons) bodyByWords(m Mention) bool {
	press := strings.HasSuffix(m.Name, " Images") || strings.HasSuffix(m.Name, " News") ||
		strings.HasPrefix(m.Name, "Daily ")
	return press || legalForms[c.Doc.Tokens[m.End-1].Text] || campaigns[c.Doc.Lower(m.First)]
}

// behindPlacing reports whether a preposition that leads to a place stands before token i.
func (c persons) behindPlacing(i int) bool {
	return i > 0 && c.Doc.Sentence[i-1] == c.Doc.Sentence[i] && placing[c.Doc.Lower(i-1)]
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
	if class := c.describedAbove(m, head); class != "" {
		return class
	}
	if i := m.First - 1; i > 0 && newsAgency(d, i) { // whatever the parser makes of the letters after it
		return "outlet"
	}
	return ""
}

// describedAbove gives the class of the noun that the head of a name hangs on or stands behind, "" for none: "the city
// of X", "X province", "the broadcaster X"; what is joined to a place is one.
func (c organizations) describedAbove(m Mention, head int) string {
	d := c.Doc
	up := d.Tokens[head].Head
	switch d.Tokens[head].Dep {
	case "pobj":
		noun := d.Tokens[up].Head
		if class := c.Words.Class(d.Lemma(noun), ""); landClass[class] && d.Lower(up) == "of" && noun != up &&
			!placeNouns[d.Lower(noun)] {
			return class
		}
	case "conj":
		single := m.Type == kg.Person && m.End-m.First == 1
		if single && c.At[up] >= 0 && c.Mentions[c.At[up]].Type == kg.Place {
			return "settlement"
		}
	case "compound":
		if class := c.Words.Class(d.Lemma(up), ""); up == m.End && class == "region" && d.Lemma(up) != "state" {
			return class
		}
	case "appos", "nsubj":
		return c.firmBefore(m.First)
	}
	return ""
}

// landClass are the classes of nouns for lands and towns that a name stands behind with "of".
var landClass = map[string]bool{"settlement": true, "region": true}

// firmBefore gives the class of a noun for an outlet or a company right before token i, "" for none.
func (c organizations) firmBefore(i int) string {
	if i == 0 || c.At[i-1] >= 0 {
		return ""
	}
	if class := c.Words.Class(c.Doc.Lemma(i-1), ""); class == "outlet" || class == "company" {
		return class
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
	first, last := d.Lower(i-1), d.Lower(i)
	return agencyFirst[first] && agencyLast[last] || stationFirst[first] && stations[last]
}

// personal reports whether the word is a title that only a person's name follows.
func (c *Cast) personal(i int) bool {
	class := c.Words.Titles[c.titleWord(i)]
	return class == "spokesperson" || class == "adviser" || class == "office" && c.Doc.Noun(i) ||
		c.Words.honorifics[c.Doc.Tokens[i].Text]
}
