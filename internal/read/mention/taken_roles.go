package mention

import (
	"slices"
	"unicode"
)

// titleTaken reads the title that a verb says somebody now has: "X became president", "X was sworn in as minister",
// "the board named X its chairman", "X takes over as head of Y".
func (c titles) titleTaken(k, head int) {
	d := c.Doc
	v := d.Tokens[head].Head
	if !d.Verb(v) || d.Child(v, "neg", "mark") >= 0 || c.modal(v) || c.longAgo(v) || !c.finiteUp(v) {
		return
	}
	title := c.titleGiven(v, head)
	if title > 0 && c.titleHead(title) && c.At[title] < 0 && d.Tokens[title].Tag != "NNS" {
		c.addRole(k, title, c.Before(title, title+1), d.Right[title])
	}
}

// titleGiven is the noun for what a verb makes of the name with the head, -1 for none.
func (c titles) titleGiven(v, head int) int {
	d := c.Doc
	lemma, dep := d.Lemma(v), d.Tokens[head].Dep
	switch {
	case dep == "nsubj" && becoming[lemma]:
		if tag := d.Tokens[v].Tag; tag != "VBD" && tag != "VBN" { // "when Jane Roe becomes president"
			return -1
		}
		return d.Child(v, "attr", "dobj", "acomp")
	case dep == "nsubj" && takingOver[lemma] && c.takesOver(v):
		return c.asTitle(v)
	case installing[lemma] && (dep == "nsubjpass" || dep == "dobj" && d.Child(v, "auxpass") < 0):
		if title := d.Child(v, "oprd", "attr"); title >= 0 {
			return title
		}
		return c.asTitle(v, head)
	}
	return -1
}

// asTitle is what "as" leads to behind a verb, or behind the object of one: "named X as chairman"; -1 for nothing.
func (c titles) asTitle(at ...int) int {
	for _, up := range at {
		for _, p := range c.Doc.All(up, "prep", "prt", "advmod") {
			if o := c.Doc.Child(p, "pobj"); c.Doc.Lower(p) == "as" && o > p {
				return o
			}
		}
	}
	return -1
}

// takesOver reports whether a verb with several senses has the one of taking a post: "takes over", "took office",
// "stepped in".
func (c titles) takesOver(v int) bool {
	d := c.Doc
	if o := d.Child(v, "dobj"); o >= 0 {
		return posts[d.Lower(o)]
	}
	p := d.Child(v, "prt")
	return p >= 0 && intoPosts[d.Lower(p)] || serving[d.Lemma(v)] && d.Tokens[v].Tag != "VBD"
}

// finiteUp reports whether a verb is finite or has an auxiliary that is.
func (c titles) finiteUp(v int) bool {
	if c.Doc.Tokens[v].Dep == "xcomp" {
		return false
	}
	for _, a := range append(c.Doc.All(v, "aux", "auxpass"), v) {
		if t := c.Doc.Tokens[a].Tag; t == "VBD" || t == "VBZ" || t == "VBP" {
			return true
		}
	}
	return false
}

// longAgo reports whether the clause of a verb says when, by a year or a length of time, so that what it tells may be
// over: "was elected mayor in 1996", "became president ten years ago".
func (c titles) longAgo(v int) bool {
	for i := c.Doc.Left[v]; i < c.Doc.Right[v]; i++ {
		if agoWords[c.Doc.Lower(i)] || isYear(c.Doc.Tokens[i].Text) {
			return true
		}
	}
	return false
}

// isYear reports whether a word is written as a year is, in four digits.
func isYear(word string) bool {
	digit := func(r rune) bool { return !unicode.IsDigit(r) }
	return len(word) == 4 && !slices.ContainsFunc([]rune(word), digit)
}
