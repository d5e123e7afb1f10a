package mention

import (
	"strings"
	"unicode"

	"sayso/internal/kg"
	"sayso/internal/read/layout"
	"sayso/internal/read/syntax"
)

var typeOf = map[string]kg.EntityType{
	"PERSON": kg.Person,
	"ORG":    kg.Organization,
	"GPE":    kg.Place,
	"LOC":    kg.Place,
	"FAC":    kg.Place,
}

// fromModel takes the model's entities, cut down to the name itself.
func (c detection) fromModel() []Mention {
	var out []Mention
	tokens := c.Doc.Tokens
	for i := 0; i < len(tokens); i++ {
		if !strings.HasPrefix(tokens[i].Ent, "B-") {
			continue
		}
		label, end := tokens[i].Ent[2:], i+1
		for end < len(tokens) && strings.HasPrefix(tokens[end].Ent, "I-") {
			end++
		}
		if t, ok := typeOf[label]; ok && c.Doc.Segment[i] >= 0 {
			out = append(out, c.trimmed(i, end, t, label)...)
		}
		i = end - 1
	}
	return out
}

// trimmed cuts articles, titles, possessives and lower-case ends off a name, and cuts a name with a possessive inside
// in two.
func (c detection) trimmed(first, end int, t kg.EntityType, label string) []Mention {
	d := c.Doc
	for k := first + 1; k < end-1; k++ {
		if d.Tokens[k].Tag == "POS" && t == kg.Organization {
			if e, ok := c.Gaz.Lookup(d.Phrase(first, k), kg.Place); ok {
				entry := e
				left := Mention{First: first, End: k, Type: kg.Place, Name: e.Name, Kind: e.Kind, Entry: &entry}
				return append([]Mention{left}, c.trimmed(k+1, end, t, label)...)
			}
			if k == first+1 && c.surname(d.Tokens[first].Text) && k+1 < end && startsName(d.Tokens[k+1].Text) {
				left := Mention{First: first, End: k, Type: kg.Person, Name: d.Tokens[first].Text}
				return append([]Mention{left}, c.trimmed(k+1, end, t, label)...)
			}
		}
	}
	if parts := c.memberOf(first, end, t); parts != nil {
		return parts
	}
	if parts := c.mayorOf(first, end, t, label); parts != nil {
		return parts
	}
	for first < end && c.strip(first, t) {
		first++
	}
	for end > first && (d.Tokens[end-1].Tag == "POS" || !nameEnd(d.Tokens[end-1].Text) || label != "FAC" &&
		!startsName(d.Tokens[end-1].Text)) {
		end--
	}
	for t == kg.Organization && end-first > 1 && c.titleHead(end-1) && end < len(d.Tokens) &&
		(d.Tokens[end].Ent == "B-PERSON" || c.Words.honorifics[d.Tokens[end].Text]) {
		end-- // "National Committee Chair Jane Doe"
	}
	if t == kg.Person {
		end = personEnd(d, first, end)
	}
	if end-first == 1 && smallName.MatchString(d.Tokens[first].Text) {
		t = kg.Organization
	}
	if first >= end || !c.plausible(first, end, t, label) {
		return nil
	}
	return []Mention{{First: first, End: end, Type: t, Name: d.Phrase(first, end)}}
}

// mayorOf cuts "Dorn, Irena Halasz" behind "the mayor of", which the model took for one organization, in two.
func (c detection) mayorOf(first, end int, t kg.EntityType, label string) []Mention {
	d := c.Doc
	if t != kg.Organization || first < 2 || d.Lower(first-1) != "of" {
		return nil
	}
	if !c.titleHead(first-2) || end-first < 4 || d.Tokens[first+1].Text != "," ||
		corporate[d.Tokens[end-1].Text] {
		return nil
	}
	return append(c.trimmed(first, first+1, kg.Place, label), c.trimmed(first+2, end, kg.Person, label)...)
}

// surname reports whether the model saw a person's full name that ends in the word.
func (c *Cast) surname(word string) bool {
	if c.surnames == nil {
		c.surnames = map[string]bool{}
		for i, t := range c.Doc.Tokens {
			if t.Ent == "I-PERSON" && (i+1 == len(c.Doc.Tokens) || c.Doc.Tokens[i+1].Ent != "I-PERSON") {
				c.surnames[t.Text] = true
			}
		}
	}
	return c.surnames[word]
}

func (c detection) strip(i int, t kg.EntityType) bool {
	text := c.Doc.Tokens[i].Text
	if strings.EqualFold(text, "the") || strings.EqualFold(text, "a") || strings.EqualFold(text, "an") || !nameEnd(text) {
		return true
	}
	if t == kg.Person {
		_, demonym := c.Gaz.Demonym(text)
		return c.Words.honorifics[text] || !startsName(text) && !particle[text] || demonym
	}
	return !startsName(text)
}

// personEnd cuts a person's name before the first word that is not capitalized.
func personEnd(d *syntax.Document, first, end int) int {
	for i := first; i < end; i++ {
		text := d.Tokens[i].Text
		if i > first && (unicode.IsDigit([]rune(text)[0]) || titleVerb(d, i, end)) { // the minute of a goal, "X Says"
			return i
		}
		if !startsName(text) && !particle[strings.ToLower(text)] && !inner(text) && text != "'" && text != "." &&
			d.Tokens[i].Tag != "HYPH" ||
			d.Tokens[i].Tag == "POS" {
			return i
		}
	}
	return end
}

// titleVerb reports whether the last word of what was taken for a name is the verb of a title: "Jane Roe Warns".
func titleVerb(d *syntax.Document, i, end int) bool {
	lemma, is := strings.CutSuffix(d.Lower(i), "s")
	return i == end-1 && is && saying[lemma] && d.Kind(i) == layout.Headline
}

// inner reports whether a word has a capital after a hyphen or an apostrophe: "el-Sissi", "d'Estaing".
func inner(text string) bool {
	after := false
	for _, r := range text {
		if after && unicode.IsUpper(r) {
			return true
		}
		after = r == '-' || r == '\''
	}
	return false
}

// plausible refuses what generic rules know to be no name: demonyms, days, an organization straight after "Minister
// of", bylines' labels.
func (c detection) plausible(first, end int, t kg.EntityType, label string) bool {
	d := c.Doc
	text := d.Phrase(first, end)
	if t == kg.Organization && end-first == 3 && d.Tokens[first+1].Text == "," &&
		!corporate[d.Tokens[end-1].Text] { // two names of a list
		return false
	}
	if first > 0 && storm[d.Lower(first-1)] || storm[d.Lower(first)] {
		return false
	}
	if class := c.Words.Class(
		d.Lower(first),
		"",
	); end-first == 1 && t == kg.Organization &&
		(class == "force" || class == "organization" || c.portfolio(end)) {
		return false
	}
	if _, demonym := c.Gaz.Demonym(
		d.Tokens[first].Text,
	); demonym && end-first == 2 && t == kg.Organization &&
		c.portfolio(end) {
		return false // "Ugandan Health Minister"
	}
	if _, demonym := c.Gaz.Demonym(text); demonym {
		if _, name := c.Gaz.Lookup(text, ""); !name {
			return false
		}
	}
	if !startsName(d.Tokens[first].Text) && !particle[d.Tokens[first].Text] || len([]rune(text)) < 2 ||
		strings.ContainsAny(text, "@#/\\=<>{}|") {
		return false
	}
	before := first - 1
	for before >= 0 && d.Lower(before) == "the" {
		before--
	}
	if t != kg.Person && before >= 1 && d.Lower(before) == "of" && c.Words.Titles[d.Lower(before-1)] == "office" &&
		strings.HasSuffix(d.Lower(before-1), "minister") {
		return t == kg.Place
	}
	if end-first == 1 && d.Kind(first) == layout.Headline && d.Tokens[first].SentStart && t != kg.Person &&
		d.Tokens[first].Pos != "PROPN" {
		return false
	}
	return !onlyCommon(d, first, end, t)
}

// portfolio reports whether the title of a minister or secretary starts at token i, so that the word before says of
// what.
func (c detection) portfolio(i int) bool {
	if i >= len(c.Doc.Tokens) || !startsName(c.Doc.Tokens[i].Text) {
		return false
	}
	return portfolios[c.Doc.Lower(i)]
}

// onlyCommon reports whether no word of the name is tagged as a name or written with a capital inside a sentence.
func onlyCommon(d *syntax.Document, first, end int, typ kg.EntityType) bool {
	t := d.Tokens[first]
	if end-first > 1 || len([]rune(t.Text)) > 2 && allCapital(t.Text) && d.Kind(first) == layout.Body {
		return false
	}
	if typ == kg.Person && t.Tag == "NN" &&
		t.Dep == "nsubj" { // a thing that acts has an article or is many; a name has neither
		return false
	}
	return t.SentStart && t.Pos != "PROPN" || t.Pos == "VERB" || t.Pos == "ADV" || t.Pos == "ADJ" && t.SentStart
}
