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
	type cutter func(int, int, kg.EntityType, string) []Mention
	for _, cut := range []cutter{c.ownerAndBody, c.memberOf, c.mayorOf, c.governmentOf} {
		if parts := cut(first, end, t, label); parts != nil {
			return parts
		}
	}
	for first < end && (c.strip(first, t) || c.inverted(first, end) || c.national(first, end)) {
		first++
	}
	for end > first && c.stripEnd(end-1, label) {
		end--
	}
	for t == kg.Organization && end-first > 1 && c.titleOfNext(end-1) {
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
	return []Mention{{First: first, End: end, Type: t, Name: withoutNickname(d, first, end)}}
}

// titleOfNext reports whether token i heads the title of the person named right behind it.
func (c detection) titleOfNext(i int) bool {
	if i+1 >= len(c.Doc.Tokens) || !c.titleHead(i) {
		return false
	}
	next := c.Doc.Tokens[i+1]
	return next.Ent == "B-PERSON" || c.Words.honorifics[next.Text]
}

// ownerAndBody cuts a name with a possessive inside in two, where a known place or a person of the text is the owner:
// "Kenya's National Assembly".
func (c detection) ownerAndBody(first, end int, t kg.EntityType, label string) []Mention {
	d := c.Doc
	for k := first + 1; k < end-1 && t == kg.Organization; k++ {
		if d.Tokens[k].Tag != "POS" {
			continue
		}
		if e, ok := c.Gaz.Lookup(d.Phrase(first, k), kg.Place); ok {
			left := Mention{First: first, End: k, Type: kg.Place, Name: e.Name, Kind: e.Kind, Entry: &e}
			return append([]Mention{left}, c.trimmed(k+1, end, t, label)...)
		}
		if k == first+1 && c.surname(d.Tokens[first].Text) && startsName(d.Tokens[k+1].Text) {
			left := Mention{First: first, End: k, Type: kg.Person, Name: d.Tokens[first].Text}
			return append([]Mention{left}, c.trimmed(k+1, end, t, label)...)
		}
	}
	return nil
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

// governmentOf cuts "Federal Government of Lipova" down to the state. No article of 964, most of them American, has
// one; governments' own statements do, and a body beside the state would part what it did from its other deeds.
func (c detection) governmentOf(first, end int, t kg.EntityType, label string) []Mention {
	for k := first + 1; k < end-1 && t == kg.Organization; k++ {
		if c.Doc.Lower(k) == "of" {
			if !c.governmentOnly(first, k) {
				return nil
			}
			return c.trimmed(k+1, end, kg.Place, label)
		}
	}
	return nil
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

// strip reports whether a word that begins what the model found is no part of the name.
func (c detection) strip(i int, t kg.EntityType) bool {
	text := c.Doc.Tokens[i].Text
	if articles[c.Doc.Lower(i)] || neverFirst[c.Doc.Lower(i)] || !nameEnd(text) {
		return true
	}
	if t != kg.Person {
		return !startsName(text)
	}
	return c.Words.honorifics[text] || !startsName(text) && !particle[text] || c.demonym(i)
}

// national reports whether a name begins with a word for somebody of a land or the church: "Frenchman Luc
// Roe", "Sister Jane Roe", but not "Scot Roe".
func (c detection) national(first, end int) bool {
	word := c.Doc.Tokens[first].Text
	return countrymen[word] || (nationals[word] || churchTitles[word]) && end-first > 2
}

// inverted reports whether a name begins with the verb of the sentence that brings in its words: "Said Roe: “…”".
func (c detection) inverted(first, end int) bool {
	d := c.Doc
	return end-first > 1 && d.Tokens[first].SentStart && saidForms[d.Lower(first)] && end < len(d.Tokens) &&
		d.Tokens[end].Text == ":"
}

// stripEnd reports whether a word that ends what the model found is no part of the name; the names of buildings may
// end in small letters.
func (c detection) stripEnd(i int, label string) bool {
	t := c.Doc.Tokens[i]
	return t.Tag == "POS" || !nameEnd(t.Text) || label != "FAC" && !startsName(t.Text)
}

// personEnd cuts a person's name before the first word that is not capitalized.
func personEnd(d *syntax.Document, first, end int) int {
	for i := first; i < end; i++ {
		if behind := nicknameEnd(d, i, end); behind > i && i > first {
			i = behind
		}
		text := d.Tokens[i].Text
		if i > first && (unicode.IsDigit([]rune(text)[0]) || titleVerb(d, i, end)) { // the minute of a goal, "X Says"
			return i
		}
		if d.Tokens[i].Tag == "POS" || !inPersonsName(d, i) {
			return i
		}
	}
	return end
}

// nicknameEnd gives the token behind a nickname in marks that a name goes on behind, "Ray “Hammer” Roe"; i itself where
// none begins there.
func nicknameEnd(d *syntax.Document, i, end int) int {
	if d.Tokens[i].Text != `"` {
		return i
	}
	for k := i + 1; k < end-1 && k <= i+3; k++ {
		if d.Tokens[k].Text == `"` && k > i+1 && upper(d.Tokens[k+1].Text) {
			return k + 1
		}
	}
	return i
}

// withoutNickname gives the words of a name without a nickname in marks.
func withoutNickname(d *syntax.Document, first, end int) string {
	for i := first; i < end; i++ {
		if behind := nicknameEnd(d, i, end); behind > i && i > first {
			return d.Phrase(first, i) + " " + d.Phrase(behind, end)
		}
	}
	return d.Phrase(first, end)
}

// inPersonsName reports whether a word may stand in a person's name: capitalized, a particle, a mark between its parts.
func inPersonsName(d *syntax.Document, i int) bool {
	text := d.Tokens[i].Text
	if startsName(text) || particle[strings.ToLower(text)] || inner(text) {
		return true
	}
	return text == "'" || text == "." || d.Tokens[i].Tag == "HYPH"
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
