package mention

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/lang"
	"sayso/internal/read/layout"
	"sayso/internal/read/syntax"
)

// plausible refuses what generic rules know to be no name: demonyms, days, an organization straight after "Minister
// of", bylines' labels.
func (c detection) plausible(first, end int, t kg.EntityType, _ string) bool {
	d := c.Doc
	text := d.Phrase(first, end)
	if t == kg.Organization && c.implausibleBody(first, end) {
		return false
	}
	if first > 0 && storm[d.Lower(first-1)] || storm[d.Lower(first)] {
		return false
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
	if t != kg.Person {
		if c.behindMinisterOf(first) {
			return t == kg.Place
		}
		head := end-first == 1 && d.Kind(first) == layout.Headline && d.Tokens[first].SentStart
		if head && d.Tokens[first].Pos != "PROPN" {
			return false
		}
	}
	return !onlyCommon(d, first, end, t)
}

// implausibleBody reports whether what the model took for an organization is two names of a list, a noun for bodies or
// what a minister's office is called after: "Health" or "Ugandan Health" before "Minister".
func (c detection) implausibleBody(first, end int) bool {
	d := c.Doc
	if c.governmentOnly(first, end) {
		return true
	}
	switch end - first {
	case 1:
		class := c.Words.Class(d.Lower(first), "")
		return class == force || class == "organization" || c.portfolio(end)
	case 2:
		return c.demonym(first) && c.portfolio(end)
	case 3:
		return d.Tokens[first+1].Text == "," && !corporate[d.Tokens[end-1].Text]
	}
	return false
}

// governmentOnly reports whether a name is no more than "Federal Government": the state is meant.
func (c detection) governmentOnly(first, end int) bool {
	d := c.Doc
	if end-first < 2 || !governments[d.Lower(end-1)] {
		return false
	}
	for i := first; i < end-1; i++ {
		if !governing[d.Lower(i)] && !articles[d.Lower(i)] {
			return false
		}
	}
	return true
}

// behindMinisterOf reports whether "minister of", with an article or without, stands before token i.
func (c detection) behindMinisterOf(i int) bool {
	d := c.Doc
	before := i - 1
	for before >= 0 && d.Lower(before) == "the" {
		before--
	}
	return before >= 1 && d.Lower(before) == "of" && c.Words.Titles[d.Lower(before-1)] == "office" &&
		lang.EndsIn(d.Lower(before-1), ministerEndings)
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
	switch t.Pos {
	case "PROPN":
		return false
	case "VERB", "ADV":
		return true
	}
	return t.SentStart
}
