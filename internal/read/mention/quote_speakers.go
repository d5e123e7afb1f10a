package mention

import (
	"sort"

	"sayso/internal/kg"
	"sayso/internal/read/layout"
)

// speakerOf names who says the words in which the pronoun at i stands: the one whose label the turn has, or the subject
// of the verb of saying beside its quotation; "" where the text shows nobody. Nobody calls themselves he or she. What
// stands in brackets is the writer's own.
func (c pronouns) speakerOf(i int) string {
	d := c.Doc
	if at := d.Tokens[i].Start; at > 0 && d.Original[at-1] == '[' {
		return ""
	}
	if q := d.Quoted[i]; q >= 0 {
		if s := c.quoteSpeakers()[q]; s >= 0 {
			a, _ := c.Who(s)
			return a.Name
		}
		return ""
	}
	return c.labelName(i)
}

// labelName names whose label stands before the turn that token i is in, "" for none.
func (c pronouns) labelName(i int) string {
	d := c.Doc
	k := d.Segment[i] - 1
	if k < 0 || d.Segments[k].Kind != layout.Label || d.Segments[k].Paragraph != d.Paragraph(i) {
		return ""
	}
	for j := d.TokenAt(d.Segments[k].Start); j < i && d.Segment[j] == k; j++ {
		if m := c.At[j]; m >= 0 {
			return c.Mentions[m].Name
		}
	}
	return ""
}

// quoteSpeakers gives, for each quotation of the text, the subject of the verb of saying beside it, -1 for none. A
// quotation without one goes on from the one before it in its paragraph.
func (c pronouns) quoteSpeakers() []int {
	if c.speakers != nil {
		return c.speakers
	}
	d := c.Doc
	c.speakers = make([]int, len(d.Quotes))
	last, paragraph := -1, -1
	for q, quote := range d.Quotes {
		first, end := d.TokenAt(quote.OuterStart), d.TokenAt(quote.OuterEnd-1)
		s := c.sayerBeside(first, end)
		if p := d.Paragraph(min(first, len(d.Tokens)-1)); s >= 0 || p != paragraph {
			last, paragraph = s, p
		}
		c.speakers[q] = last
	}
	return c.speakers
}

// sayerBeside finds the subject of the verb of saying nearest to a quotation from token first to last, outside of
// quotations in the sentences that it begins and ends in; -1 for none.
func (c pronouns) sayerBeside(first, last int) int {
	d := c.Doc
	best, nearest := -1, 0
	if last >= len(d.Tokens) || d.Sentence[first] < 0 || d.Sentence[last] < 0 {
		return best
	}
	for v := d.Sentences[d.Sentence[first]].First; v < d.Sentences[d.Sentence[last]].End; v++ {
		if d.Quoted[v] >= 0 || !d.Verb(v) || !saying[d.Lemma(v)] {
			continue
		}
		s := d.Child(v, "nsubj")
		if away := max(first-v, v-last); s >= 0 && d.Quoted[s] < 0 && (best < 0 || away < nearest) {
			best, nearest = s, away
		}
	}
	return best
}

// glossed gives the name that the writer put in brackets behind a pronoun to say who it is: "he (Roe) lied"; -1 for
// none.
func (c pronouns) glossed(i int) int {
	d := c.Doc
	if d.Tokens[i].Tag != "PRP" || i+2 >= len(d.Tokens) || !bracketOpens[d.Tokens[i+1].Text] {
		return -1
	}
	k := c.At[i+2]
	if k < 0 || c.Mentions[k].First != i+2 || (c.Mentions[k].Type == kg.Person) == it[d.Lower(i)] {
		return -1
	}
	if end := c.Mentions[k].End; end >= len(d.Tokens) || !bracketCloses[d.Tokens[end].Text] {
		return -1
	}
	return k
}

// bracketOpens and bracketCloses are the brackets around a writer's own words.
var (
	bracketOpens  = map[string]bool{"[": true, "(": true}
	bracketCloses = map[string]bool{"]": true, ")": true}
)

// spokenOfBy gives the names of persons in what a pronoun is the speaker of: "he said Roe would win", "“Roe will win,”
// he said".
func (c pronouns) spokenOfBy(pronoun int) map[string]bool {
	d := c.Doc
	v := d.Tokens[pronoun].Head
	if d.Tokens[pronoun].Dep != "nsubj" || !saying[d.Lemma(v)] {
		return nil
	}
	out := map[string]bool{}
	for _, clause := range d.All(v, "ccomp") {
		c.addPersons(out, d.Left[clause], d.Right[clause])
	}
	speakers := c.quoteSpeakers()
	at := d.Tokens[pronoun].Start
	near := sort.Search(len(speakers), func(q int) bool { return d.Quotes[q].Start > at-farthestQuote })
	for q := near; q < len(speakers) && d.Quotes[q].Start < at+farthestQuote; q++ {
		if speakers[q] == pronoun {
			c.addPersons(out, d.TokenAt(d.Quotes[q].Start), d.TokenAt(d.Quotes[q].End-1)+1)
		}
	}
	return out
}

// farthestQuote is how many code points a quotation may begin from who says it.
const farthestQuote = 2000

// addPersons adds the names of the persons between two tokens.
func (c pronouns) addPersons(names map[string]bool, first, end int) {
	for j := first; j < min(end, len(c.At)); j++ {
		if k := c.At[j]; k >= 0 && c.Mentions[k].Type == kg.Person {
			names[c.Mentions[k].Name] = true
		}
	}
}
