package mention

import (
	"slices"
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/layout"
)

// describedOutlets makes an outlet of the name that the model took for something else right behind a noun for one, with
// the small word it begins with: "the newspaper la Repubblica", "the broadcaster Publika TV".
func (c outletNames) describedOutlets() {
	d := c.Doc
	for i := range d.Tokens {
		if !c.outletNoun(i) {
			continue
		}
		first := i + 1
		if first+1 < len(d.Tokens) && particle[d.Lower(first)] {
			first++
		}
		if first >= len(d.Tokens) || c.At[first] < 0 {
			continue
		}
		m := &c.Mentions[c.At[first]]
		if m.First != first || m.Entry != nil || m.Type == kg.Person && m.End-m.First > 1 ||
			d.Sentence[first] != d.Sentence[i] {
			continue
		}
		head := m.Head(d)
		if up := d.Tokens[head].Head; up != i && d.Tokens[i].Head != head ||
			m.End < len(d.Tokens) && d.Tokens[m.End].Tag == "POS" && d.Tokens[i].Head != head {
			continue
		}
		m.First = i + 1
		m.Span = d.Span(m.First, m.End)
		m.Type, m.Kind, m.Name = kg.Organization, "outlet", d.Phrase(m.First, m.End)
	}
}

// unseenOutlets makes outlets of capitalized words behind "the" or a verb of telling that the model overlooked and
// whose last one only outlets have.
func (c outletNames) unseenOutlets() {
	d := c.Doc
	c.stations()
	for i := 1; i < len(d.Tokens); i++ {
		told := tells[d.Lemma(i-1)]
		if d.Kind(i) != layout.Body || d.Lower(i-1) != "the" && !told || d.Sentence[i] != d.Sentence[i-1] {
			continue
		}
		if told && c.At[i] >= 0 && c.toldName(&c.Mentions[c.At[i]], i) {
			continue
		}
		if !c.unseenName(i) && !(told && c.toldCapital(i)) {
			continue
		}
		end := i + 1
		for end < len(d.Tokens) && end-i < 5 && d.Sentence[end] == d.Sentence[i] && c.capitalName(end) {
			end++
		}
		if end-i > 1 && (outletName(d.Phrase(i, end)) || told && d.Tokens[end-1].Text == "Media") {
			c.add(i, end, kg.Organization, "outlet")
		}
	}
}

// stations makes outlets of the names that [outletNames.stationSpeaks] finds.
func (c outletNames) stations() {
	for i := range c.Doc.Tokens {
		if last := c.stationSpeaks(i); last > i {
			c.add(i, last+1, kg.Organization, "outlet")
		}
	}
}

// stationSpeaks gives the last token of a name at token i that begins as those of stations do, is in no mention and
// quotes or says something, "Radio Dorn quoted the mayor"; -1 for none.
func (c outletNames) stationSpeaks(i int) int {
	d := c.Doc
	if !outletFirst[d.Tokens[i].Text] || c.At[i] >= 0 || d.Kind(i) != layout.Body || d.Tokens[i].Dep != "compound" {
		return -1
	}
	last := d.Tokens[i].Head
	v := d.Tokens[last].Head
	if last <= i || last > i+3 || d.Tokens[last].Dep != "nsubj" || !saying[d.Lemma(v)] && !citing[d.Lemma(v)] {
		return -1
	}
	for j := i + 1; j <= last; j++ {
		if c.At[j] >= 0 || !c.capitalName(j) {
			return -1
		}
	}
	return last
}

// toldName makes an outlet of the mention that begins at token i, behind a verb of telling, where its words say so,
// whatever the model took it for, and reports whether they do.
func (c outletNames) toldName(m *Mention, i int) bool {
	if m.First != i || m.Entry != nil || !outletName(m.Name) {
		return false
	}
	m.Type, m.Kind = kg.Organization, "outlet"
	return true
}

// toldCapital reports whether a word behind a verb of telling is a name's, though it may describe or be in capitals.
func (c outletNames) toldCapital(i int) bool {
	return c.capitalName(i) && !c.titleHead(i) && !c.Words.honorifics[c.Doc.Tokens[i].Text]
}

// capitalName reports whether a token in no mention is tagged as a name and written as one.
func (c outletNames) capitalName(i int) bool {
	t := c.Doc.Tokens[i]
	return c.At[i] < 0 && t.Tag == "NNP" && startsName(t.Text)
}

// outletNoun reports whether a token is a noun for one outlet, written small, that is no name itself.
func (c outletNames) outletNoun(i int) bool {
	d := c.Doc
	t := d.Tokens[i]
	if c.At[i] >= 0 || t.Tag != "NN" && t.Tag != "NNP" || startsName(t.Text) || d.Kind(i) != layout.Body {
		return false
	}
	return c.Words.Class(d.Lemma(i), d.Lower(i)) == "outlet" ||
		i > 0 && agencyFirst[d.Lower(i-1)] && broadcasters[d.Lower(i)] // a site alone may be any place
}

// longOutlets gives names of outlets what the model cut off them: "Passauer" of "the Passauer Neue Presse", "Today" of
// "Barbados Today".
func (c outletNames) longOutlets() {
	d := c.Doc
	for k := range c.Mentions {
		m := &c.Mentions[k]
		if d.Kind(m.First) != layout.Body || m.Type == kg.Person {
			continue
		}
		if c.beforeToday(*m) {
			c.resize(m, m.First, m.End+1)
			m.Type, m.Kind, m.Entry = kg.Organization, "outlet", nil
			continue
		}
		if m.Entry != nil || !outletName(m.Name) {
			continue
		}
		first := m.First
		for first > 0 && d.Sentence[first-1] == d.Sentence[m.First] && !d.Tokens[first-1].SentStart &&
			c.unseenName(first-1) && d.Tokens[first-1].Head == m.Head(d) {
			first--
		}
		if first < m.First && first > 0 && d.Lower(first-1) == "the" {
			c.resize(m, first, m.End)
		}
	}
}

// beforeToday reports whether the word "Today" stands as a name right behind a mention.
func (c outletNames) beforeToday(m Mention) bool {
	d, end := c.Doc, m.End
	return end < len(d.Tokens) && d.Sentence[end] == d.Sentence[m.First] && c.capitalName(end) &&
		strings.EqualFold(d.Tokens[end].Text, "today")
}

// toldOutlets makes outlets of the organizations nothing is known of that somebody told his words to: "…," X told APA.
func (c outletNames) toldOutlets() {
	var names []string
	for _, m := range c.Mentions {
		if m.Type != kg.Organization || m.Entry != nil {
			continue
		}
		unknown := m.Kind == "" && !corporate[c.Doc.Tokens[m.End-1].Text]
		if m.Kind == "outlet" || unknown && c.told(m) {
			names = append(names, m.Name)
		}
	}
	for k := range c.Mentions {
		if m := &c.Mentions[k]; m.Type == kg.Organization && m.Entry == nil && m.Kind == "" &&
			slices.Contains(names, m.Name) {
			m.Kind = "outlet"
		}
	}
}

// told reports whether a name without an article is what a quotation before was told to, or with or without one the
// partner of an interview.
func (c outletNames) told(m Mention) bool {
	d := c.Doc
	i := m.First - 1
	the := i >= 0 && d.Lower(i) == "the"
	if the {
		i--
	}
	if i < 1 || d.Sentence[i] != d.Sentence[m.First] || d.Kind(i) != layout.Body || d.Quoted[m.First] >= 0 {
		return false
	}
	if interviewWith[d.Lower(i)] && interviews[d.Lemma(i-1)] {
		return true
	}
	if the || !tells[d.Lemma(i)] || !d.Verb(i) || d.Child(i, "nsubj") < 0 {
		return false
	}
	for j := d.Sentences[d.Sentence[i]].First; j < i; j++ {
		if d.Quoted[j] >= 0 {
			return true
		}
	}
	return false
}
