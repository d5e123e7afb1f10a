package mention

import (
	"fmt"
	"strings"
	"unicode"

	"sayso/internal/kg"
	"sayso/internal/read/gazetteer"
)

// link gives every mention its canonical name: the gazetteer's, the fullest that the text has for a surname or an
// acronym, the body of the state it belongs to, and for a capital that acts its country.
func (c links) link() {
	c.persons().linkPersons()
	c.linkAcronyms()
	c.linkKnownAs()
	for k := range c.Mentions {
		m := &c.Mentions[k]
		switch {
		case m.Type == kg.Place && m.Kind == "settlement":
			c.linkCapital(m)
		case m.Entry == nil && m.Type != kg.Person && c.stateBodies().realm(m):
		case m.Type == kg.Organization && m.Entry != nil && m.Kind == "government" && m.Entry.In != "":
			c.stateBodies().houseOf(m)
		case m.Type == kg.Organization && m.Entry == nil:
			c.linkBody(m)
		}
	}
	c.stateBodies().spreadBodies()
}

// linkCapital gives a capital that acts the name of its state, or of the body that has its seat there.
func (c links) linkCapital(m *Mention) {
	e, ok := c.Gaz.CapitalOf(m.Name)
	if !ok || !c.acts(*m) {
		return
	}
	if union, ok := c.stateBodies().seat(m.Name, e.Name); ok {
		m.Type, e = union.Type, union
	}
	m.Name, m.Kind, m.Entry = e.Name, e.Kind, &e
}

// linkBody names an unknown organization as a body of a state, or as the known one behind a demonym: "the Russian
// Federal Security Service".
func (c links) linkBody(m *Mention) {
	if name, kind, ok := c.stateBodies().body(m.First, m.End); ok {
		m.Name, m.Kind = name, kind
		return
	}
	if m.End-m.First <= 2 {
		return
	}
	land, place := c.Gaz.Demonym(c.Doc.Tokens[m.First].Text)
	if !place {
		return
	}
	e, ok := c.Gaz.Lookup(c.Doc.Phrase(m.First+1, m.End), kg.Organization)
	if ok && (e.In == "" || e.In == land.Name) {
		m.Name, m.Kind, m.Entry = e.Name, e.Kind, &e
	}
}

// houseOf gives a house whose bare name is one state's in the gazetteer to the state that the words around it say:
// "Italy's Senate", and later "the Senate".
func (c stateBodies) houseOf(m *Mention) {
	inst, is := c.Words.institutions[strings.ToLower(strings.TrimPrefix(c.Doc.Words(m.Span), "the "))]
	if !is {
		return
	}
	if e, ok := c.owner(m.First, m.End); ok {
		if e.Name != m.Entry.In && e.Kind == "state" {
			m.Name, m.Kind, m.Entry = fmt.Sprintf(inst.form, e.Name), inst.kind, nil
		}
		return
	}
	for k := range c.Mentions {
		if o := c.Mentions[k]; o.First < m.First && o.Entry == nil && o.Kind == inst.kind && c.formOf(o.Name) == inst.form {
			m.Name, m.Kind, m.Entry = o.Name, o.Kind, nil
		}
	}
	if home, ok := c.homeElsewhere(m.Entry); ok {
		m.Name, m.Kind, m.Entry = fmt.Sprintf(inst.form, home), inst.kind, nil
	}
}

// homeElsewhere is the state that a text is about, where it names neither the state of a house nor anybody of there:
// "the Congress" in a story of Peru.
func (c stateBodies) homeElsewhere(house *gazetteer.Entry) (string, bool) {
	if house == nil {
		return "", false
	}
	count, _ := homes(c).statesNamed(true)
	if count[house.In] > 0 {
		return "", false
	}
	for _, m := range c.Mentions {
		_, another := c.Words.institutions[strings.ToLower(strings.TrimPrefix(c.Doc.Words(m.Span), "the "))]
		if m.Entry != nil && m.Entry.In == house.In && !another {
			return "", false
		}
	}
	home, ok := homes(c).home()
	return home, ok && home != house.In
}

// Realm reports whether a noun is one by which states are called in full: "the Kingdom of X".
func Realm(word string) bool { return realms[word] }

// realm makes a state of its full name, "the Commonwealth of Dominica", and reports whether the mention is one.
func (c stateBodies) realm(m *Mention) bool {
	before, after, ok := strings.Cut(c.Doc.Words(m.Span), " of ")
	words := strings.Fields(strings.ToLower(before))
	if !ok || len(words) == 0 || !realms[words[len(words)-1]] {
		return false
	}
	for _, w := range words[:len(words)-1] { // "the Football Federation of X" is a body
		if !realmAdjectives[w] {
			return false
		}
	}
	e, ok := c.Gaz.Lookup(strings.TrimPrefix(after, "the "), kg.Place)
	if !ok && !strings.Contains(after, " ") && republics[words[len(words)-1]] {
		// A state that nobody knows yet is called as others are. News of recognitions, the first thing asked of the
		// service, is hardly in the 964 articles, none of which has one.
		m.Name, m.Type = after, kg.Place
		return true
	}
	if !ok || e.Kind != "state" && e.Kind != "disputed territory" {
		return false
	}
	m.Name, m.Type, m.Kind, m.Entry = e.Name, e.Type, e.Kind, &e
	return true
}

// seats are the capitals that stand for a body more often than for their state, where the text names the body and not
// the state.
var seats = map[string]string{"Brussels": "European Union"}

// seat finds the body that a capital stands for in this text.
func (c stateBodies) seat(city, state string) (gazetteer.Entry, bool) {
	body, ok := seats[city]
	if !ok {
		return gazetteer.Entry{}, false
	}
	named := false
	for _, m := range c.Mentions {
		if m.Name == state {
			return gazetteer.Entry{}, false
		}
		named = named || strings.HasPrefix(m.Name, "European ")
	}
	e, ok := c.Gaz.Lookup(body, kg.Organization)
	return e, ok && named
}

// foldCapitals gives a person's name that is written all in capitals ("SMITH:", "By JANE ROE") the form that the text
// has elsewhere: the same name, or the full name that it ends.
func (c persons) foldCapitals() {
	plain := map[string]string{}
	for _, m := range c.Mentions {
		text := c.Doc.Words(m.Span)
		if m.Type != kg.Person || allCapital(text) {
			continue
		}
		last := strings.ToUpper(c.Doc.Tokens[m.End-1].Text)
		if old := plain[last]; old == "" ||
			len(text) > len(old) && strings.HasSuffix(strings.ToUpper(text), " "+strings.ToUpper(old)) {
			plain[last] = text
		}
		plain[strings.ToUpper(text)] = text
		if m.End-m.First == 1 && plain[last] == text {
			plain[last] = m.Name
		}
	}
	for k := range c.Mentions {
		m := &c.Mentions[k]
		text := c.Doc.Words(m.Span)
		if m.Type == kg.Person && m.Entry == nil && allCapital(text) && len([]rune(text)) > 2 && plain[text] != "" {
			m.Name = plain[text]
		}
	}
}

// linkAcronyms joins "Long Name (LN)": the letters in brackets after a name stand for it in the rest of the text.
func (c links) linkAcronyms() {
	short := map[string]Mention{}
	for _, m := range c.Mentions {
		text := c.lettersBehind(m)
		if text == "" {
			continue
		}
		if initials(m.Name, text) {
			short[text] = m
		} else if _, have := short[text]; !have && m.Type == kg.Organization && len(text) > 2 {
			short[text] = m // of its name in another language: "the General Election Commission (KPU)"
		}
	}
	c.spelledOut(short)
	for k := range c.Mentions {
		m := &c.Mentions[k]
		if long, ok := short[c.Doc.Words(m.Span)]; ok && m.Entry == nil {
			m.Name, m.Type, m.Kind, m.Entry = long.Name, long.Type, long.Kind, long.Entry
		}
	}
}

// lettersBehind gives the capitals in brackets behind a name of several words, which have nothing beside them there: ""
// for none.
func (c links) lettersBehind(m Mention) string {
	d := c.Doc
	if m.End-m.First < 2 || m.End >= len(d.Tokens) || d.Tokens[m.End].Text != "(" {
		return ""
	}
	end := m.End + 1
	for end < len(d.Tokens) && end < m.End+4 && d.Tokens[end].Text != ")" {
		end++
	}
	if end >= len(d.Tokens) || d.Tokens[end].Text != ")" || end == m.End+1 {
		return ""
	}
	text := d.Words(kg.Span{d.Tokens[m.End+1].Start, d.Tokens[end-1].End})
	if len(text) < 2 || len(text) > 10 || strings.ToUpper(text) != text || !startsName(text) {
		return ""
	}
	return text
}

// spelledOut adds the letters that stand without brackets and are the first ones of just one organization's name in
// the text: "RSB" of "Rail Safety Board".
func (c links) spelledOut(short map[string]Mention) {
	byLetters, many := map[string]Mention{}, map[string]bool{}
	for _, m := range c.Mentions {
		if m.Type != kg.Organization || m.End-m.First < 3 {
			continue
		}
		letters := ""
		for _, w := range strings.Fields(c.Doc.Words(m.Span)) {
			if r := []rune(w)[0]; unicode.IsUpper(r) {
				letters += string(r)
			}
		}
		if other, have := byLetters[letters]; have && other.Name != m.Name {
			many[letters] = true
		}
		byLetters[letters] = m
	}
	for _, m := range c.Mentions {
		text := c.Doc.Words(m.Span)
		if long, ok := byLetters[text]; ok && !many[text] && len(text) > 2 && m.Entry == nil {
			if _, have := short[text]; !have {
				short[text] = long
			}
		}
	}
}

// initials reports whether the letters of an acronym are found in order at the starts of the name's words, at least two
// of three.
func initials(name, acronym string) bool {
	letters, hit := []rune(strings.ToUpper(strings.ReplaceAll(acronym, ".", ""))), 0
	for _, w := range strings.Fields(name) {
		if hit < len(letters) && strings.ToUpper(string([]rune(w)[:1])) == string(letters[hit]) {
			hit++
		}
	}
	return hit*3 >= len(letters)*2 && hit >= 2
}

// acts reports whether a capital stands for its state: it is the subject of something done or said, the agent of a
// passive, or has a government, a policy or a decision.
func (c *Cast) acts(m Mention) bool {
	d, head := c.Doc, m.Head(c.Doc)
	t := d.Tokens[head]
	verb := t.Head
	if t.Dep == "conj" && c.At[t.Head] >= 0 {
		return c.acts(c.Mentions[c.At[t.Head]])
	}
	switch t.Dep {
	case "nsubjpass":
		return d.Child(verb, "xcomp") > verb
	case "nsubj":
		return d.Verb(verb) && !stativeVerbs[d.Lemma(verb)]
	case "pobj":
		return d.Tokens[verb].Dep == "agent" || betweenWith[d.Lower(verb)] ||
			d.Lower(verb) == "from" && freedoms[d.Lemma(d.Tokens[verb].Head)]
	case "dobj":
		return actedOn[d.Lemma(verb)]
	case "poss":
		return c.Words.Class(d.Lemma(verb), "") == "force" || possessed[d.Lemma(verb)]
	}
	return false
}

// inText reports whether a token stands in running text or a title, where the rules for sentences hold.
func (c *Cast) inText(i int) bool {
	return c.Doc.Readable(i)
}
