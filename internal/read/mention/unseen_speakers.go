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
		c.Mentions = append(
			c.Mentions,
			Mention{Span: d.Span(first, last+1), First: first, End: last + 1, Type: kg.Person, Name: d.Phrase(first, last+1)},
		)
		for i := first; i <= last; i++ {
			c.At[i] = len(c.Mentions) - 1
		}
	}
}

// outletsBefore makes an outlet of the name right before a noun for one: "the X news agency", "X television". A place's
// name says only where it is.
func (c outletNames) outletsBefore() {
	d := c.Doc
	for i := range d.Tokens {
		if d.Tokens[i].Tag != "NN" || d.Kind(i) != layout.Body || c.At[i] >= 0 || !broadcasters[d.Lower(i)] {
			continue
		}
		j := i - 1
		for j > 0 && d.Sentence[j] == d.Sentence[i] && newsNouns[d.Lower(j)] && c.At[j] < 0 {
			j--
		}
		if j < 0 || d.Sentence[j] != d.Sentence[i] || d.Lower(i) == "agency" && j == i-1 && d.Tokens[j].Text != "Press" {
			continue
		}
		if k := c.At[j]; k >= 0 {
			if m := &c.Mentions[k]; m.Entry == nil && (m.Type != kg.Place || strings.ContainsAny(m.Name, "0123456789")) &&
				d.Tokens[m.Head(d)].Dep == "compound" {
				m.Type, m.Kind = kg.Organization, "outlet"
			}
			continue
		}
		first := j + 1
		for first > 0 && j-first < 3 && d.Sentence[first-1] == d.Sentence[i] && c.letters(first-1) {
			first--
		}
		if first <= j {
			c.Mentions = append(
				c.Mentions,
				Mention{
					Span:  d.Span(first, j+1),
					First: first,
					End:   j + 1,
					Type:  kg.Organization,
					Kind:  "outlet",
					Name:  d.Phrase(first, j+1),
				},
			)
			for t := first; t <= j; t++ {
				c.At[t] = len(c.Mentions) - 1
			}
		}
	}
}

// letters reports whether a token is tagged as a name, in capitals or not, and is in no mention and names no people.
func (c outletNames) letters(i int) bool {
	t := c.Doc.Tokens[i]
	_, demonym := c.Gaz.Demonym(t.Text)
	class := c.Words.Class(c.Doc.Lemma(i), c.Doc.Lower(i))
	return c.At[i] < 0 && t.Tag == "NNP" && startsName(t.Text) && !demonym &&
		(class == "" || class == "country" || class == "region" || class == "settlement") &&
		!c.titleHead(i)
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
		for end < len(d.Tokens) && end-i <= 4 && d.Sentence[end] == d.Sentence[i] && (c.unseenName(end) || end > i+1 &&
			c.At[end] < 0 && d.Tokens[end].Tag == "NNP" && outletName(d.Phrase(i+1, end+1))) {
			end++
		}
		if end == i+1 {
			continue
		}
		if end < len(d.Tokens) && d.Sentence[end] == d.Sentence[i] &&
			(c.At[end] >= 0 || d.Tokens[end].Tag == "POS" || strings.HasPrefix(d.Tokens[end].Tag, "NN")) {
			continue
		}
		c.Mentions = append(
			c.Mentions,
			Mention{
				Span:  d.Span(i+1, end),
				First: i + 1,
				End:   end,
				Type:  kg.Organization,
				Kind:  "outlet",
				Name:  d.Phrase(i+1, end),
			},
		)
		for j := i + 1; j < end; j++ {
			c.At[j] = len(c.Mentions) - 1
		}
	}
}
