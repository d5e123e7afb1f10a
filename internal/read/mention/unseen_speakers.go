package mention

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/layout"
)

// sayers makes a person of the full name before or after a verb of saying that the model overlooked: names it has not
// met are often foreign.
func (c outletNames) sayers() {
	d := c.Doc
	for v := range d.Tokens {
		if !saying[d.Lemma(v)] || !d.Verb(v) || d.Kind(v) != layout.Body {
			continue
		}
		last := d.Child(v, "nsubj")
		if last < 0 || !c.unseenName(last) {
			continue
		}
		first := last
		for first > 0 && d.Sentence[first-1] == d.Sentence[last] && c.unseenName(first-1) {
			first--
		}
		n := last - first + 1
		if n < 2 && !c.organizations().talksAsPerson(last) || n > 3 || outletName(d.Phrase(first, last+1)) {
			continue
		}
		if corporate[d.Tokens[last].Text] ||
			n > 1 && d.Tokens[first].SentStart && d.Tokens[first].Dep != "compound" {
			continue
		}
		c.add(first, last+1, kg.Person, "")
	}
}

// outletsBefore makes an outlet of the name right before a noun for one: "the X news agency", "X television". A place's
// name says only where it is.
func (c outletNames) outletsBefore() {
	d := c.Doc
	for i := range d.Tokens {
		j := c.beforeBroadcaster(i)
		if j < 0 {
			continue
		}
		if k := c.At[j]; k >= 0 {
			c.takeForOutlet(&c.Mentions[k])
			continue
		}
		first := j + 1
		for first > 0 && j-first < 3 && d.Sentence[first-1] == d.Sentence[i] && c.letters(first-1) {
			first--
		}
		if first <= j {
			c.add(first, j+1, kg.Organization, "outlet")
		}
	}
}

// beforeBroadcaster gives the word before a noun for an outlet at token i and words for news beside it; -1 for none.
func (c outletNames) beforeBroadcaster(i int) int {
	d := c.Doc
	if d.Tokens[i].Tag != "NN" || d.Kind(i) != layout.Body || c.At[i] >= 0 || !broadcasters[d.Lower(i)] {
		return -1
	}
	j := i - 1
	for j > 0 && d.Sentence[j] == d.Sentence[i] && newsNouns[d.Lower(j)] && c.At[j] < 0 {
		j--
	}
	if j < 0 || d.Sentence[j] != d.Sentence[i] {
		return -1
	}
	if agencyLast[d.Lower(i)] && j == i-1 && d.Tokens[j].Text != "Press" { // any agency
		return -1
	}
	return j
}

// takeForOutlet makes an outlet of an unknown name before a noun for one; a place may be one with a number: "Canal 13".
func (c outletNames) takeForOutlet(m *Mention) {
	if m.Entry != nil || c.Doc.Tokens[m.Head(c.Doc)].Dep != "compound" {
		return
	}
	if m.Type != kg.Place || strings.ContainsAny(m.Name, "0123456789") {
		m.Type, m.Kind = kg.Organization, "outlet"
	}
}

// letters reports whether a token is tagged as a name, in capitals or not, and is in no mention and names no people.
func (c outletNames) letters(i int) bool {
	if !c.capitalName(i) || c.demonym(i) || c.titleHead(i) {
		return false
	}
	switch c.Words.Class(c.Doc.Lemma(i), c.Doc.Lower(i)) {
	case "", "country", "region", "settlement":
		return true
	}
	return false
}

// unseenName reports whether a token is tagged as a name, is in no mention and is no word that describes, heads a title
// or names a people.
func (c *Cast) unseenName(i int) bool {
	d := c.Doc
	t := d.Tokens[i]
	if c.At[i] >= 0 || t.Tag != "NNP" || !startsName(t.Text) {
		return false
	}
	if allCapital(t.Text) || !nameEnd(t.Text) || c.Words.honorifics[t.Text] || c.titleHead(i) {
		return false
	}
	_, demonym := c.Gaz.Demonym(t.Text)
	return !demonym && c.Words.Class(d.Lemma(i), d.Lower(i)) == "" && !provinces[d.Lower(i)]
}

// namedOutlets makes an outlet of the name right behind a noun for one that the model overlooked: "the agency X", "the
// website X Y".
func (c outletNames) namedOutlets() {
	d := c.Doc
	for i := range d.Tokens {
		if !c.outletNoun(i) {
			continue
		}
		end := i + 1
		for end < len(d.Tokens) && end-i <= 4 && d.Sentence[end] == d.Sentence[i] && c.outletWord(i+1, end) {
			end++
		}
		if end == i+1 {
			continue
		}
		if end < len(d.Tokens) && d.Sentence[end] == d.Sentence[i] &&
			(c.At[end] >= 0 || d.Tokens[end].Tag == "POS" || strings.HasPrefix(d.Tokens[end].Tag, "NN")) {
			continue
		}
		c.add(i+1, end, kg.Organization, "outlet")
	}
}

// outletWord reports whether token i may be a word of an outlet's name that begins at first.
func (c outletNames) outletWord(first, i int) bool {
	if c.unseenName(i) {
		return true
	}
	return i > first && c.At[i] < 0 && c.Doc.Tokens[i].Tag == "NNP" && outletName(c.Doc.Phrase(first, i+1))
}
