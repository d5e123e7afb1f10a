package mention

import "strings"

// titleHead reports whether the token is the head noun of a title.
func (c *Cast) titleHead(i int) bool {
	_, ok := c.Words.Titles[c.titleWord(i)]
	return ok && (c.Doc.Noun(i) || startsName(c.Doc.Tokens[i].Text))
}

func (c *Cast) titleWord(i int) string {
	w := c.Doc.Lower(i)
	if generals[w] && i > 0 {
		before := i - 1
		if c.Doc.Tokens[before].Tag == "HYPH" && before > 0 {
			before--
		}
		switch b := c.Doc.Lower(before); {
		case stateOffices[b]:
			return b
		case lawOffices[b]:
			return "prosecutor"
		}
	}
	if i > 1 && c.Doc.Tokens[i-1].Tag == "HYPH" {
		if joined := c.Doc.Lower(i-2) + "-" + w; c.Words.Titles[joined] != "" { // "president-elect"
			return joined
		}
	}
	if i > 0 && c.Words.Titles[w] == "staff" {
		if two := c.Doc.Lower(i-1) + " " + w; c.Words.Titles[two] != "" { // "chief executive officer" is no mere officer
			return two
		}
	}
	if _, ok := c.Words.Titles[w]; ok {
		return w
	}
	return c.Doc.Lemma(i)
}

// Before gives the first token of the title whose head is i: nouns and adjectives before it that are neither names,
// demonyms nor articles.
func (c *Cast) Before(i, _ int) int {
	d := c.Doc
	first := i
	for first > 0 {
		j := first - 1
		t := d.Tokens[j]
		if d.Sentence[j] != d.Sentence[i] || c.At[j] >= 0 {
			break
		}
		if ofPeople(c, j) {
			break
		}
		if (t.Tag == "NNS" || t.Tag == "NNPS") && c.titleHead(j) { // "candidates Senator X"
			break
		}
		other := strings.HasPrefix(t.Tag, "NN") && t.Dep != "compound" && t.Dep != "nmod"
		if other && upper(d.Tokens[i].Text) && !upper(t.Text) { // "by the time President X": another clause's
			break
		}
		if !strings.HasPrefix(t.Tag, "NN") && !strings.HasPrefix(t.Tag, "JJ") && t.Tag != "HYPH" &&
			!(t.Dep == "amod" && d.Verb(j)) {
			break
		}
		first = j
	}
	return first
}

// ofPeople reports whether token i is an adjective of a land, or the last word of one: "Kenyan", "South AFRICAN".
func ofPeople(c *Cast, i int) bool {
	if _, demonym := c.Gaz.Demonym(c.Doc.Tokens[i].Text); demonym || ofLand(c, i) >= 0 {
		return true
	}
	if i == 0 {
		return false
	}
	_, demonym := c.Gaz.Demonym(c.Doc.Phrase(i-1, i+1))
	return demonym
}
