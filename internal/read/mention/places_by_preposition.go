package mention

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/layout"
)

// spots makes places of single names that nothing else is known of, where the words before say so: "near Boni", "the
// prison in Yasynuvata".
func (c placeNames) spots() {
	d := c.Doc
	for i := 0; i+1 < len(d.Tokens); i++ {
		w, at := d.Lower(i), i+1
		if w != "in" && !near[w] || d.Kind(i) != layout.Body || d.Sentence[at] != d.Sentence[i] {
			continue
		}
		if w == "in" && (i == 0 || devoted[d.Lemma(i-1)]) || !c.alone(at) {
			continue
		}
		k := c.At[at]
		switch {
		case k < 0:
			if t := d.Tokens[at]; t.Dep == "pobj" && t.Head == i && len([]rune(t.Text)) > 3 && c.unseenSpot(at) {
				c.add(at, at+1, kg.Place, "")
			}
		case c.unplaced(k, w):
			c.settle(d.Tokens[at].Text)
		}
	}
}

// unseenSpot reports whether a token is an overlooked name that may be a place's.
func (c placeNames) unseenSpot(i int) bool {
	ent := c.Doc.Tokens[i].Ent
	return c.unseenName(i) && !nowhere[c.Doc.Lower(i)] && (ent == "" || ent == "O")
}

// takenPlaces makes places of single names that somebody retakes, shells, seizes or captures.
func (c placeNames) takenPlaces() {
	d := c.Doc
	for k := range c.Mentions {
		m := c.Mentions[k]
		v := d.Tokens[m.First].Head
		if m.End-m.First > 1 || d.Kind(m.First) != layout.Body || !c.alone(m.First) || !d.Verb(v) || !c.unplaced(k, "") {
			continue
		}
		passive := d.Tokens[m.First].Dep == "nsubjpass"
		if d.Tokens[m.First].Dep != "dobj" && !passive {
			continue
		}
		switch w := d.Lemma(v); {
		case taken[w], takenFromPeople[w] && m.Type == kg.Person && c.stateActs(v),
			takenFromBodies[w] && m.Type == kg.Organization:
			c.settle(d.Tokens[m.First].Text)
		}
	}
}

// stateActs reports whether the subject of a verb is a state or armed people.
func (c placeNames) stateActs(v int) bool {
	s := c.Doc.Child(v, "nsubj")
	if s >= 0 && c.At[s] >= 0 {
		kind := c.Mentions[c.At[s]].Kind
		return kind == "state" || kind == "armed force"
	}
	return s >= 0 && c.Words.Class(c.Doc.Lemma(s), "") == "force"
}

// alone reports whether the name at a token is that token only.
func (c placeNames) alone(at int) bool {
	d := c.Doc
	if k := c.At[at]; k >= 0 && (c.Mentions[k].First != at || c.Mentions[k].End != at+1) {
		return false
	}
	return at+1 >= len(d.Tokens) ||
		d.Tokens[at+1].Tag != "POS" && !strings.HasPrefix(d.Tokens[at+1].Tag, "NN") && d.Tokens[at+1].Tag != "HYPH"
}

// unplaced reports whether a mention behind the preposition is no place yet, and nothing in the text shows who else it
// is.
func (c placeNames) unplaced(k int, preposition string) bool {
	m, text := c.Mentions[k], c.Doc.Tokens[c.Mentions[k].First].Text
	if m.Entry != nil || m.Kind != "" || m.Type == kg.Place || allCapital(text) {
		return false
	}
	if nowhere[strings.ToLower(text)] || preposition == "in" && m.Type != kg.Person || c.surname(text) {
		return false
	}
	for _, other := range c.Mentions { // part of a longer name, or somebody who does something
		if other.First != m.First && c.Doc.Tokens[other.First].Text == text && (other.End-other.First > 1 || c.acts(other)) {
			return false
		}
		if other.End-other.First > 1 && c.Doc.Tokens[other.End-1].Text == text {
			return false
		}
	}
	return true
}

// settle makes a place of every mention of a single name.
func (c placeNames) settle(text string) {
	for k := range c.Mentions {
		if m := &c.Mentions[k]; m.Entry == nil && m.End-m.First == 1 && c.Doc.Tokens[m.First].Text == text {
			m.Type = kg.Place
		}
	}
}
