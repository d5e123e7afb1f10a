package mention

import (
	"strings"

	"sayso/internal/kg"
)

// towns keeps a town apart from the club and the newspaper that are called after it: where the text names "Dorn United"
// or the "Dorn Herald" and shows somewhere that Dorn is a town ("in Dorn", "the mayor of Dorn"), its name alone means
// the town, but for who wins and loses.
func (c placeNames) towns() {
	c.townNames = map[string]bool{}
	clubs := map[string]string{}
	for k := range c.Mentions {
		if town := c.calledAfter(&c.Mentions[k]); town != "" {
			c.townNames[town] = c.townNames[town] || c.shownAsTown(town)
			if c.Mentions[k].Kind != "outlet" {
				clubs[town] = c.Mentions[k].Name
			}
		}
	}
	for k := range c.Mentions {
		m := &c.Mentions[k]
		text := c.Doc.Tokens[m.First].Text
		if m.End-m.First != 1 || !c.townNames[text] {
			continue
		}
		if club := clubs[text]; club != "" && c.plays(m.First) {
			m.Type, m.Name, m.Kind, m.Entry = kg.Organization, club, "", nil
			continue
		}
		if e, ok := c.Gaz.Lookup(text, kg.Place); ok {
			m.Type, m.Name, m.Kind, m.Entry = e.Type, e.Name, e.Kind, &e
			continue
		}
		m.Type, m.Name, m.Kind, m.Entry = kg.Place, text, "", nil
	}
}

// calledAfter gives the first word of a name that may be a town's, "" where the name is no club's and no newspaper's,
// and makes an organization of it.
func (c placeNames) calledAfter(m *Mention) string {
	d := c.Doc
	last := d.Tokens[m.End-1].Text
	if m.End-m.First != 2 || m.Entry != nil {
		return ""
	}
	club := clubWords[last] || cityClubWords[last] && m.Type == kg.Organization
	paper := outletName(m.Name) && !corporate[last]
	town := d.Tokens[m.First].Text
	_, demonym := c.Gaz.Demonym(town)
	if !club && !paper || demonym || firstNames()[town] != "" {
		return ""
	}
	if _, place := c.Gaz.Lookup(town, kg.Place); !place && !c.shownAsTown(town) {
		return ""
	}
	if m.Type != kg.Organization {
		m.Type, m.Kind, m.Name = kg.Organization, "", d.Phrase(m.First, m.End)
		if paper {
			m.Kind = "outlet"
		}
	}
	return town
}

// shownAsTown reports whether a single word stands anywhere in the text as a town does: "in Dorn", "residents of Dorn",
// "the Dorn council".
func (c placeNames) shownAsTown(word string) bool {
	d := c.Doc
	for i, t := range d.Tokens {
		if t.Text != word || i+1 < len(d.Tokens) && (clubWords[d.Tokens[i+1].Text] || cityClubWords[d.Tokens[i+1].Text]) ||
			d.Kind(i) < 0 {
			continue
		}
		before, after := "", ""
		if i > 0 {
			before = d.Lower(i - 1)
		}
		if i+1 < len(d.Tokens) {
			after = d.Lower(i + 1)
			if d.Tokens[i+1].Tag == "POS" && i+2 < len(d.Tokens) {
				after = d.Lower(i + 2)
			}
		}
		switch {
		case before == "in" && !c.partOfName(i), near[before], civicNouns[after]:
			return true
		case before == "of" && i > 1 && (civicNouns[d.Lower(i-2)] || c.Words.Class(d.Lower(i-2), "") == "settlement"):
			return true
		}
	}
	return false
}

// partOfName reports whether another word of a name follows the one at i.
func (c placeNames) partOfName(i int) bool {
	return i+1 < len(c.Doc.Tokens) && c.Doc.Tokens[i+1].Pos == "PROPN" && startsName(c.Doc.Tokens[i+1].Text)
}

// plays reports whether the name at i is a team's: it wins, loses, is beaten.
func (c placeNames) plays(i int) bool {
	d := c.Doc
	t := d.Tokens[i]
	verb := t.Head
	if t.Dep == "pobj" && (strings.EqualFold(d.Tokens[verb].Text, "against") || d.Tokens[verb].Dep == "agent") {
		verb = d.Tokens[verb].Head
	}
	return (t.Dep == "nsubj" || t.Dep == "nsubjpass" || t.Dep == "dobj" || t.Dep == "pobj") && playing[d.Lemma(verb)]
}
