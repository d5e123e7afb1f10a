package mention

import (
	"slices"
	"strings"
	"unicode"

	"sayso/internal/kg"
)

// surnames are the persons of a text by the last word of their full names.
type surnames struct {
	persons
	full     map[string][]int // last word -> mentions with the full name, in the order of the text
	count    map[string]int   // full name -> how often it stands there
	relative map[string]bool  // full names of those who are brought in as somebody's kin
}

func (c persons) surnamesOf() surnames {
	s := surnames{c, map[string][]int{}, map[string]int{}, map[string]bool{}}
	for k, m := range c.Mentions {
		if m.Type != kg.Person || m.End-m.First < 2 || c.hyphened(m) {
			continue
		}
		last := c.Doc.Tokens[m.End-1].Text
		s.full[last] = append(s.full[last], k)
		if s.count[m.Name]++; s.count[m.Name] == 1 && c.kin(m) {
			s.relative[m.Name] = true
		}
	}
	return s
}

// sameInitials gives the names of a person with and without a middle initial the form that the text has more often:
// "Donald J. Roe" and "Donald Roe". Two initials, as in "George W. Roe" and "George H. Roe", are of two persons.
func (c persons) sameInitials() {
	forms, count := map[string]map[string]bool{}, map[string]int{}
	for _, m := range c.Mentions {
		if key := c.withoutInitial(m); key != "" {
			if forms[key] == nil {
				forms[key] = map[string]bool{}
			}
			forms[key][m.Name] = true
			count[m.Name]++
		}
	}
	for k := range c.Mentions {
		m := &c.Mentions[k]
		key := c.withoutInitial(*m)
		if key == "" || len(forms[key]) != 2 || !forms[key][key] {
			continue
		}
		for other := range forms[key] {
			if n := count[other] - count[m.Name]; n > 0 || n == 0 && other == key {
				m.Name = other
			}
		}
	}
}

// withoutInitial is the full name of a person whom the gazetteer does not know, without the initial in its middle; ""
// for what is none.
func (c persons) withoutInitial(m Mention) string {
	if m.Type != kg.Person || m.Entry != nil || m.End-m.First < 2 {
		return ""
	}
	words := strings.Fields(m.Name)
	if len(words) == 3 && len(words[1]) <= 2 && unicode.IsUpper(rune(words[1][0])) {
		return words[0] + " " + words[2]
	}
	return m.Name
}

// bearer gives the mention of the full name that a surname alone, the mention k, stands for: -1 where the text has
// none, and where it may be somebody's whom the text never names in full. Whom the text is about goes before the one
// named last, unless that is in the same paragraph; kin of somebody are meant only where they alone have the name.
func (s surnames) bearer(k int) int {
	m := s.Mentions[k]
	list := s.fitting(s.full[s.Doc.Tokens[m.First].Text], m.First)
	if born := s.byBirth(m); born != "" {
		return nearest(s.named(list, born), k)
	}
	if spoken := s.subjectNear(list, k); spoken >= 0 {
		return spoken
	}
	own := slices.DeleteFunc(slices.Clone(list), func(i int) bool { return s.relative[s.Mentions[i].Name] })
	if len(own) > 0 {
		list = own
	} else if len(list) > 0 && s.aloneBefore(list[0]) {
		return -1
	}
	near := nearest(list, k)
	if near < 0 || near < k && s.Doc.Paragraph(s.Mentions[near].First) == s.Doc.Paragraph(m.First) {
		return near
	}
	best := near
	for _, i := range list {
		if s.count[s.Mentions[i].Name] > s.count[s.Mentions[best].Name] {
			best = i
		}
	}
	return best
}

// nobody is the name of none of two kin, where the text does not say who of them was born first.
const nobody = "?"

// byBirth is the name of the one of two kin of a surname whom a word before it tells apart: "the elder Roe" has a son
// of that name; nobody where the text has two and does not say who is whose, "" where there is no such word.
func (s surnames) byBirth(m Mention) string {
	if m.First == 0 || s.Doc.Sentence[m.First-1] != s.Doc.Sentence[m.First] {
		return ""
	}
	w, list := s.Doc.Lower(m.First-1), s.full[s.Doc.Tokens[m.First].Text]
	names := s.namesOf(list)
	if !elderWords[w] && !youngerWords[w] || len(names) != 2 {
		return ""
	}
	for _, k := range list {
		kin := s.kinOf(s.Mentions[k])
		if !offspring[kin] && !forebears[kin] {
			continue
		}
		if (s.Mentions[k].Name == names[0]) == (forebears[kin] == elderWords[w]) {
			return names[0]
		}
		return names[1]
	}
	return nobody
}

// namesOf gives the different names of mentions, in the order of the text.
func (s surnames) namesOf(list []int) []string {
	var out []string
	for _, k := range list {
		if name := s.Mentions[k].Name; !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// named gives those of the mentions that have a name.
func (s surnames) named(list []int, name string) []int {
	return slices.DeleteFunc(slices.Clone(list), func(i int) bool { return s.Mentions[i].Name != name })
}

// subjectNear gives the last full name before a surname alone in its paragraph, where it is the subject of its sentence
// and no other of the surname stands in the paragraph: kin of somebody are meant then as well; -1 for none.
func (s surnames) subjectNear(list []int, k int) int {
	near := -1
	for _, i := range list {
		if i >= k || s.Doc.Paragraph(s.Mentions[i].First) != s.Doc.Paragraph(s.Mentions[k].First) {
			continue
		}
		if near >= 0 && s.Mentions[near].Name != s.Mentions[i].Name {
			return -1
		}
		near = i
	}
	if near < 0 || s.kin(s.Mentions[near]) || !s.clauseSubject(s.Mentions[near]) {
		return -1
	}
	return near
}

// withFirstName gives a name of several words the longer one that the text has had before, where that only begins with
// a first name: "Abdul Mahdi" is Adel Abdul Mahdi.
func (s surnames) withFirstName(m Mention) string {
	name := m.Name
	for _, k := range s.longer(s.full[s.Doc.Tokens[m.End-1].Text], m) {
		o := s.Mentions[k]
		_, first := firstNames()[s.Doc.Tokens[o.First].Text]
		if !first || o.First > m.First || o.End-o.First != m.End-m.First+1 {
			continue
		}
		if name != m.Name && name != o.Name { // two persons may be meant
			return m.Name
		}
		name = o.Name
	}
	return name
}

// aloneBefore reports whether the surname of the full name at mention k stands alone in running text before it.
func (s surnames) aloneBefore(k int) bool {
	word := s.Doc.Tokens[s.Mentions[k].End-1].Text
	for _, m := range s.Mentions[:k] {
		if m.Type == kg.Person && m.End-m.First == 1 && s.Doc.Tokens[m.First].Text == word && s.inText(m.First) {
			return true
		}
	}
	return false
}

// kin reports whether a name is brought in as that of somebody's kin: "his wife, Jane Roe,", "Jane Roe, the senator's
// mother".
func (c persons) kin(m Mention) bool { return c.kinOf(m) != "" }

// kinOf is the noun by which a name is brought in as that of somebody's kin, "" for none.
func (c persons) kinOf(m Mention) string {
	d := c.Doc
	head := m.Head(d)
	for d.Tokens[head].Dep == "conj" && c.At[d.Tokens[head].Head] >= 0 && d.Tokens[head].Head < head {
		// "his sons X and Y"
		head = d.Tokens[head].Head
	}
	m = c.Mentions[c.At[head]]
	for i := m.First - 1; i >= 0 && i > m.First-6 && d.Sentence[i] == d.Sentence[m.First]; i-- {
		if kinship[d.Lemma(i)] {
			return d.Lemma(i)
		}
		rank := c.Words.honorifics[d.Tokens[i].Text] || c.titleHead(i) || d.Tokens[i].Tag == "NNP"
		if !rank && d.Tokens[i].Pos != "PUNCT" { // "whose son, Army Capt. X,"
			break
		}
	}
	if m.End >= len(d.Tokens) || d.Tokens[m.End].Text != "," {
		return ""
	}
	for _, a := range d.All(head, "appos") {
		if a > m.End && kinship[d.Lemma(a)] && c.At[a] < 0 {
			return d.Lemma(a)
		}
	}
	return ""
}
