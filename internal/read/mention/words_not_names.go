package mention

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/lang"
)

// dropWords takes out names that are words: degrees behind a name, words of a line in capitals, the last word of
// "Secretary of State". Of a name that is written twice it keeps one.
func (c sieve) dropWords() {
	out := c.Mentions[:0]
	for _, m := range c.Mentions {
		if c.degree(m) || c.capitalWord(m) || c.ofSecretary(m) || c.onlyTitle(m) || c.titles().beforeTitle(m) {
			continue
		}
		if c.shortLand(m) || c.fieldOfBody(m) {
			continue
		}
		if m.Entry == nil && m.End-m.First > 1 && c.Doc.Tokens[m.First].Text == "State" && c.afterSecretary(m.First) {
			m.First, m.Type = m.First+1, kg.Person
			m.Span, m.Name = c.Doc.Span(m.First, m.End), c.Doc.Phrase(m.First, m.End)
		}
		out = append(out, c.once(c.ofRegion(m)))
	}
	c.Mentions = out
}

// fieldOfBody reports whether a mention is only the first word of a body of state that is written without capitals:
// "Interior ministry officials", which open a sentence.
func (c sieve) fieldOfBody(m Mention) bool {
	if m.Entry != nil || m.End-m.First != 1 || m.End >= len(c.Doc.Tokens) || startsName(c.Doc.Tokens[m.End].Text) {
		return false
	}
	_, body := c.Words.institutions[strings.ToLower(c.Doc.Phrase(m.First, m.End+1))]
	return body
}

// ofRegion gives a house of a state of the union its own name, and not that of the union's: "the state Senate".
func (c sieve) ofRegion(m Mention) Mention {
	i := m.First - 1
	if m.Entry == nil || m.Kind != "government" || m.End-m.First != 1 || i < 0 || !regional[c.Doc.Lower(i)] {
		return m
	}
	if c.Doc.Tokens[i].Head != m.First && c.Doc.Tokens[i].Head != c.Doc.Tokens[m.First].Head {
		return m
	}
	m.First, m.Entry = i, nil
	m.Span, m.Name = c.Doc.Span(i, m.End), c.Doc.Phrase(i, m.End)
	return m
}

// degree reports whether a mention is what somebody has studied: "Jane Roe, M.D.,".
func (c sieve) degree(m Mention) bool {
	d := c.Doc
	if m.End-m.First != 1 || !degrees[d.Tokens[m.First].Text] || m.First < 2 {
		return false
	}
	before := m.First - 1
	if d.Tokens[before].Text == "," {
		before--
	}
	return strings.HasSuffix(d.Tokens[before].Ent, "-PERSON") || degrees[d.Tokens[before].Text]
}

// capitalWord reports whether a mention is a word of a line all in capitals: "JOIN US TODAY".
func (c sieve) capitalWord(m Mention) bool {
	d := c.Doc
	s := d.Sentence[m.First]
	if m.End-m.First != 1 || s < 0 || !capitalWords[d.Lower(m.First)] || !allCapital(d.Tokens[m.First].Text) {
		return false
	}
	first, end := d.Sentences[s].First, d.Sentences[s].End
	if q := d.Quoted[m.First]; q >= 0 { // ""GIVE IT BACK TO US," he wrote"
		for first < m.First && d.Quoted[first] != q {
			first++
		}
		for end > m.End && d.Quoted[end-1] != q {
			end--
		}
	}
	words := d.Phrase(first, end)
	return allCapital(words) && strings.Contains(words, " ")
}

// ofSecretary reports whether a mention is only what a secretary is called after: "Secretary of State Jane Roe".
func (c sieve) ofSecretary(m Mention) bool {
	return m.Entry == nil && m.Type == kg.Organization && m.End-m.First == 1 && c.afterSecretary(m.First)
}

// onlyTitle reports whether a mention is a title and nothing else: "the Supreme Leader, Jane Roe".
func (c sieve) onlyTitle(m Mention) bool {
	if m.Entry != nil || m.End-m.First < 2 || !c.titleHead(m.End-1) {
		return false
	}
	for i := m.First; i < m.End-1; i++ {
		if !titleFirst[c.Doc.Lower(i)] {
			return false
		}
	}
	return true
}

// shortLand reports whether two capitals are rather the short name of a body than that of the state that is written so
// behind a town or a name: "the VA secretary", but not "Fairfax, VA".
func (c sieve) shortLand(m Mention) bool {
	d := c.Doc
	text := d.Words(m.Span)
	if m.Entry == nil || m.Entry.Kind != "region" || len(text) != 2 || !allCapital(text) {
		return false
	}
	if m.First == 0 {
		return true
	}
	before := d.Tokens[m.First-1]
	return before.Pos != "PUNCT" && before.Tag != "IN" && c.At[m.First-1] < 0
}

// afterSecretary reports whether "secretary of" or a compound of it stands before i.
func (c sieve) afterSecretary(i int) bool {
	if i < 2 || c.Doc.Lower(i-1) != "of" {
		return false
	}
	w := c.Doc.Lower(i - 2)
	return c.Words.Titles[w] == "office" && lang.EndsIn(w, secretaryEndings)
}

// once gives the second half of a name of several words that is written twice.
func (c sieve) once(m Mention) Mention {
	n := m.End - m.First
	if n == 2 && m.Entry == nil && c.Doc.Tokens[m.First].Text == c.Doc.Tokens[m.First+1].Text {
		if e, known := c.Gaz.Lookup(c.Doc.Tokens[m.First].Text, ""); known { // "Niger Niger", but not "Boutros Boutros"
			c.resize(&m, m.First+1, m.End)
			m.Name, m.Type, m.Kind, m.Entry = e.Name, e.Type, e.Kind, &e
		}
		return m
	}
	if n < 4 || n%2 == 1 || m.Entry != nil || c.Doc.Phrase(m.First, m.First+n/2) != c.Doc.Phrase(m.First+n/2, m.End) {
		return m
	}
	m.First += n / 2
	m.Span, m.Name = c.Doc.Span(m.First, m.End), c.Doc.Phrase(m.First, m.End)
	return m
}

// commonUse reports whether a word that is also somebody's name stands at i as a word: right behind the preposition of
// a date, or behind an article with nothing after it.
func (c *Cast) commonUse(i int) bool {
	d := c.Doc
	t := d.Tokens[i]
	if strings.HasSuffix(t.Ent, "-DATE") && t.Dep == "pobj" && d.Tokens[i].Head == i-1 {
		return true
	}
	if i == 0 || t.Dep == "compound" || t.Dep == "nmod" || t.Dep == "poss" {
		return false
	}
	_, people := c.Gaz.Demonym(d.Tokens[i-1].Text)
	w := d.Lower(i - 1)
	return determiners[w] || people && d.Tokens[i-1].Head == i && i > 1 && d.Lower(i-2) == "the"
}

// townsOfStates keeps a town apart from its famous namesake where the state or province behind it is another one: "in
// London, Ontario,".
func (c placeNames) townsOfStates() {
	d := c.Doc
	for k := 0; k+1 < len(c.Mentions); k++ {
		town, land := &c.Mentions[k], &c.Mentions[k+1]
		if town.Type != kg.Place || town.Entry == nil || !c.landBehind(*town, *land) || !c.otherTown(*town, *land) {
			continue
		}
		town.Name, town.Kind, town.Entry = d.Phrase(town.First, town.End)+", "+d.Words(land.Span), "settlement", nil
		for _, e := range c.Gaz.Senses(land.Name) { // "Athens, Georgia"
			if land.Kind == "state" && e.Kind == "region" {
				land.Name, land.Kind, land.Entry = e.Name, e.Kind, &e
				break
			}
		}
	}
}

// landBehind reports whether a region or a state stands between a preposition's town and a comma or the end, "in X,
// Y,", or behind the "in" of one: "from X in Y". What is a state by its name is a town before a region only: "to
// Lebanon, New Hampshire."
func (c placeNames) landBehind(town, land Mention) bool {
	d := c.Doc
	if land.Type != kg.Place || land.Kind == "settlement" || land.First != town.End+1 || town.First == 0 {
		return false
	}
	region := land.Kind == "region" && land.Entry != nil
	if town.Kind != "settlement" && !(region && town.Kind == "state") {
		return false
	}
	before := d.Tokens[town.First-1].Tag
	switch d.Lower(town.End) {
	case ",":
		return c.closed(land.End) && (before == "IN" || before == "TO")
	case "in":
		return region && land.Entry.In != "" && before == "IN"
	}
	return false
}

// otherTown reports whether a known town lies, as far as is known, in another land than the one that stands behind it.
func (c placeNames) otherTown(town, land Mention) bool {
	in := town.Entry.In
	if town.Kind == "state" {
		return land.Entry != nil && land.Entry.In != town.Name
	}
	if in == land.Name || land.Entry != nil && in != "" && land.Entry.In == in {
		return false
	}
	country, capital := c.Gaz.CapitalOf(town.Name)
	if capital {
		return country.Name != land.Name
	}
	return in != ""
}

// closed reports whether a comma or the end of the sentence stands at i, and no list goes on behind it.
func (c placeNames) closed(i int) bool {
	d := c.Doc
	if i+1 >= len(d.Tokens) || d.Tokens[i].Text == "." {
		return true
	}
	w := d.Lower(i + 1)
	return d.Tokens[i].Text == "," && !joins[w]
}
