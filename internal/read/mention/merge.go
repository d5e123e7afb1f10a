package mention

import (
	"slices"
	"sort"
	"strings"

	"sayso/internal/kg"
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
	surnames := c.shortForms()
	c.Mentions = slices.DeleteFunc(c.Mentions, func(m Mention) bool { // "the Bill", in an article that has a Bill Roe too
		return m.End-m.First == 1 && m.Entry == nil && surnames[c.Doc.Tokens[m.First].Text] && c.commonUse(m.First)
	})
	c.place()
	for i, t := range c.Doc.Tokens {
		if !surnames[t.Text] || c.Doc.Segment[i] < 0 || len([]rune(t.Text)) < 3 || !startsName(t.Text) {
			continue
		}
		if k := c.At[i]; k >= 0 {
			c.takeForSurname(&c.Mentions[k])
			continue
		}
		if c.commonUse(i) || c.demonym(i) && !c.doesAlone(i) || c.beforeName(i) {
			continue
		}
		if t.SentStart && t.Tag == "NN" && t.Dep == "compound" { // "Faith leaders" are not those of Faith Roe
			continue
		}
		if t.Pos == "PROPN" || t.Dep == "nsubj" || strings.HasPrefix(t.Tag, "NN") {
			c.add(i, i+1, kg.Person, "")
		}
	}
}

// doesAlone reports whether a word is by itself the subject of a verb for one: "Baloch said" is no people.
func (c persons) doesAlone(i int) bool {
	d := c.Doc
	v := d.Tokens[i].Head
	return d.Tokens[i].Dep == "nsubj" && d.Tokens[i].Tag == "NNP" && len(d.Children[i]) == 0 && d.Tokens[v].Tag != "VBP"
}

// shortForms are the surnames of the persons named in full whom the gazetteer does not know, and those of their first
// names that begin no known name.
func (c persons) shortForms() map[string]bool {
	out := map[string]bool{}
	for _, m := range c.Mentions {
		if m.Type == kg.Person && m.End-m.First >= 2 && m.Entry == nil {
			out[c.Doc.Tokens[m.End-1].Text] = true
			if first := c.Doc.Tokens[m.First].Text; c.Gaz.Longest(first) == 0 {
				out[first] = true
			}
		}
	}
	return out
}

// takeForSurname makes a person of a mention that is a surname of the text alone, whatever it was taken for.
func (c persons) takeForSurname(m *Mention) {
	if m.End-m.First != 1 {
		return
	}
	text := c.Doc.Tokens[m.First].Text
	if m.Kind == "outlet" && (strings.HasPrefix(m.Name, "The ") || c.besideQuote(m.First)) {
		// "said Hill", who is no newspaper here
		m.Entry, m.Name, m.Kind = nil, text, ""
	}
	if m.Type == kg.Place && c.besideQuote(m.First) { // ""…," Paris said", who is no town here
		m.Entry, m.Name, m.Kind, m.Type = nil, text, "", kg.Person
	}
	if m.Entry == nil {
		m.Type = kg.Person
	}
}

// beforeName reports whether another name stands right behind token i.
func (c *Cast) beforeName(i int) bool {
	return i+1 < len(c.Doc.Tokens) && c.At[i+1] >= 0 && startsName(c.Doc.Tokens[i+1].Text)
}

// addShortNames makes the first word of a company's or a party's name stand for it: "Norvik" for Norvik Group.
func (c links) addShortNames() {
	c.withoutForm()
	long := c.shortened()
	for i, t := range c.Doc.Tokens {
		k, ok := long[t.Text]
		if !ok || t.Pos != "PROPN" && c.At[i] < 0 || c.Doc.Segment[i] < 0 {
			continue
		}
		if c.At[i] < 0 {
			c.add(i, i+1, kg.Organization, c.Mentions[k].Kind)
			c.Mentions[c.At[i]].Name = c.Mentions[k].Name
			continue
		}
		if m := &c.Mentions[c.At[i]]; m.End-m.First == 1 && m.Entry == nil {
			m.Type, m.Name, m.Kind = kg.Organization, c.Mentions[k].Name, c.Mentions[k].Kind
		}
	}
}

// behindTitle reports whether a title or a form of address stands right before a name.
func (c links) behindTitle(m Mention) bool {
	i := m.First - 1
	if i < 0 || c.At[i] >= 0 || c.Doc.Sentence[i] != c.Doc.Sentence[m.First] {
		return false
	}
	return c.titleHead(i) || c.Words.honorifics[c.Doc.Tokens[i].Text]
}

// withoutForm makes a firm of the words of its name before the legal form: "Roe Water" for Roe Water PLC.
func (c links) withoutForm() {
	firms := map[string]Mention{}
	for _, m := range c.Mentions {
		if m.Type == kg.Organization && m.End-m.First > 2 && legalForms[c.Doc.Tokens[m.End-1].Text] {
			firms[c.Doc.Phrase(m.First, m.End-1)] = m
		}
	}
	for k := range c.Mentions {
		m := &c.Mentions[k]
		if f, ok := firms[c.Doc.Words(m.Span)]; ok && m.Entry == nil {
			m.Type, m.Name, m.Kind = f.Type, f.Name, f.Kind
		}
	}
}

// shortened gives the mentions of organizations that the first word of their names stands for, by that word.
func (c links) shortened() map[string]int {
	long, alone, others := map[string]int{}, map[string]bool{}, map[string]bool{}
	for _, m := range c.Mentions {
		if m.Type == kg.Person && (m.End-m.First > 1 || c.behindTitle(m)) {
			// the Roe Administration is called after a person
			others[c.Doc.Tokens[m.End-1].Text] = true
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
		short := corporate[c.Doc.Tokens[m.End-1].Text] || alone[first]
		if !short || len([]rune(first)) < 4 || c.demonym(m.First) || c.townNames[first] || others[first] {
			continue
		}
		if _, known := c.Gaz.Lookup(first, ""); !known {
			long[first] = k
		}
	}
	return long
}
