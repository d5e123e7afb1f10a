package mention

import (
	"strconv"
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/lang/en"
	"sayso/internal/read/layout"
)

// uttering are the lemmas of the verbs that may stand beside a quotation with its speaker: "Roe fumed".
var uttering = func() map[string]bool {
	out := map[string]bool{}
	for _, c := range cells(en.Text("attribution/verbs.tsv")) {
		out[c[0]] = c[1] == string(kg.Speech) && strings.Contains(c[3], "q")
	}
	return out
}()

// shown makes persons of names by what stands beside them.
type shown struct{ *Cast }

// persons makes persons of names that the model overlooked or took for something else, where the words around
// them show it: "Grant Sorley, the treasurer,", "Tshabalala, 38,", "the mountaineer X Y", "“…,” Milo Banks fumed".
func (c shown) persons() {
	c.nicknamed()
	things := c.things()
	for k := range c.Mentions {
		m := &c.Mentions[k]
		if m.Type == kg.Person && m.Entry == nil && things[m.Name] {
			m.Type = kg.Organization
		}
		if m.Type != kg.Person && c.mayBePerson(*m) && c.showsPerson(m.First, m.End) {
			m.Type, m.Kind = kg.Person, ""
		}
	}
	for last := 1; last < len(c.Doc.Tokens); last++ {
		if c.Doc.Kind(last) == layout.Body && c.unseenName(last) && c.Doc.Tokens[last].Dep != "compound" {
			c.overlooked(last)
		}
	}
}

// nicknamed joins what stands before and behind a nickname in marks: "Ray “Anvil” Oduya".
func (c shown) nicknamed() {
	d := c.Doc
	gone := map[int]bool{}
	for k := range c.Mentions {
		m := &c.Mentions[k]
		first := c.beforeNickname(m.First)
		if m.Entry != nil || m.Type == kg.Place || first < 0 {
			continue
		}
		if o := c.At[first]; o >= 0 {
			gone[o], first = true, c.Mentions[o].First
		}
		c.resize(m, first, m.End)
		m.Type, m.Name = kg.Person, withoutNickname(d, first, m.End)
	}
	out := c.Mentions[:0]
	for k, m := range c.Mentions {
		if !gone[k] {
			out = append(out, m)
		}
	}
	c.Mentions = out
	c.place()
}

// longestNickname is how many words a nickname has at most.
const longestNickname = 3

// beforeNickname gives the name's word before a nickname in marks that ends right before token i; -1 for none.
func (c shown) beforeNickname(i int) int {
	d := c.Doc
	if i < 4 || d.Tokens[i-1].Text != `"` {
		return -1
	}
	open := i - 3
	for open > i-3-longestNickname && open > 0 && d.Tokens[open].Text != `"` {
		open--
	}
	p := open - 1
	if p < 0 || d.Tokens[open].Text != `"` || d.Sentence[p] != d.Sentence[i] || d.Tokens[p].Tag != "NNP" {
		return -1
	}
	if k := c.At[p]; k >= 0 && c.Mentions[k].Type != kg.Person || d.Tokens[p].Head < i {
		return -1
	}
	return p
}

// overlooked makes a person of the full name that ends in a word which the model overlooked.
func (c shown) overlooked(last int) {
	d := c.Doc
	first := last
	for first > 0 && last-first < 3 && c.unseenName(first-1) && d.Tokens[first-1].Head == last &&
		d.Sentence[first-1] == d.Sentence[last] {
		first--
	}
	if last == first || corporate[d.Tokens[last].Text] || campaigns[d.Lower(first)] {
		return
	}
	if !outletName(d.Phrase(first, last+1)) && c.showsPerson(first, last+1) {
		c.add(first, last+1, kg.Person, "")
	}
}

// mayBePerson reports whether an unknown name is written as those of persons may be.
func (c shown) mayBePerson(m Mention) bool {
	last := c.Doc.Tokens[m.End-1].Text
	if m.Entry != nil || m.End-m.First > 3 || m.Kind == "outlet" {
		return false
	}
	if corporate[last] || landform[last] || allCapital(m.Name) {
		return false
	}
	return !outletName(m.Name) && !campaigns[c.Doc.Lower(m.First)] && c.Doc.Kind(m.First) == layout.Body
}

// showsPerson reports whether the words around a name show that it is a person's: a person's noun or an age behind it,
// a person's noun or a rank before it, or words that it says in a way that only people do.
func (c shown) showsPerson(first, end int) bool {
	d := c.Doc
	head := Mention{First: first, End: end}.Head(d)
	if c.ageBehind(end) || c.personBehind(head, end) {
		return true
	}
	if end-first > 1 && (c.goesOnAsOne(head) || c.personBefore(first-1, head) || c.whoBehind(head, end)) {
		return true
	}
	v := d.Tokens[head].Head
	return end-first > 1 && d.Tokens[head].Dep == "nsubj" && uttering[d.Lemma(v)] && !saying[d.Lemma(v)] &&
		c.behindQuote(v)
}

// personBefore reports whether a rank or a person's noun that belongs to a name with the head stands at token i, right
// before it.
func (c shown) personBefore(i, head int) bool {
	d := c.Doc
	if i < 0 || d.Sentence[i] != d.Sentence[head] || c.At[i] >= 0 {
		return false
	}
	rank := startsName(d.Tokens[i].Text) && (c.titleHead(i) || c.Words.honorifics[d.Tokens[i].Text])
	return rank || c.personNoun(i) && d.Tokens[i].Head == head
}

// goesOnAsOne reports whether the sentence behind one whose subject is a name speaks of him or her, and no other person
// stands in either: "Nkechi Roe runs the water board. We met her …".
func (c shown) goesOnAsOne(head int) bool {
	d := c.Doc
	s := d.Sentence[head]
	if d.Tokens[head].Dep != "nsubj" || s < 0 || s+1 >= len(d.Sentences) || d.Child(head, "det") >= 0 ||
		d.Paragraph(d.Sentences[s+1].First) != d.Paragraph(head) {
		return false
	}
	one := false
	for i := d.Sentences[s].First; i < d.Sentences[s+1].End; i++ {
		w := d.Lower(i)
		if it[w] || c.ofPerson(i) {
			return false
		}
		one = one || i > head && (he[w] || she[w]) && strings.HasPrefix(d.Tokens[i].Tag, "PRP")
	}
	return one
}

// ofPerson reports whether a token is of a person's name or a noun for people.
func (c shown) ofPerson(i int) bool {
	if k := c.At[i]; k >= 0 {
		return c.Mentions[k].Type == kg.Person
	}
	return c.Doc.Noun(i) && peopleNouns[c.Doc.Lemma(i)]
}

// ageBehind reports whether an age between commas stands at token i: ", 38,".
func (c shown) ageBehind(i int) bool {
	d := c.Doc
	if i+2 >= len(d.Tokens) || d.Tokens[i].Text != "," || d.Tokens[i+2].Text != "," {
		return false
	}
	age, err := strconv.Atoi(d.Tokens[i+1].Text)
	return err == nil && age >= youngest && age <= oldest
}

// The ages that stand behind names; smaller numbers are also goals and places in a list.
const youngest, oldest = 10, 110

// personBehind reports whether a noun for one person, with an article or an owner, stands in apposition behind a name:
// "Grant Sorley, the treasurer,", "Sepulveda, her deputy,".
func (c shown) personBehind(head, end int) bool {
	d := c.Doc
	if end >= len(d.Tokens) || d.Tokens[end].Text != "," {
		return false
	}
	for _, a := range d.All(head, "appos") {
		if a > end && c.personNoun(a) && d.Child(a, "det", "poss") >= 0 {
			return true
		}
	}
	return false
}

// whoBehind reports whether a clause with "who" goes on about a name behind a comma: a firm or a town is "which".
func (c shown) whoBehind(head, end int) bool {
	d := c.Doc
	if end+1 >= len(d.Tokens) || d.Tokens[end].Text != "," || d.Tokens[end+1].Tag != "WP" ||
		d.Sentence[end+1] != d.Sentence[head] {
		return false
	}
	verb := d.Tokens[end+1].Head
	plural := d.Tokens[verb].Tag == "VBP" || d.Child(head, "det", "conj") >= 0
	if d.Tokens[head].Dep == "pobj" && c.titleHead(d.Tokens[d.Tokens[head].Head].Head) {
		return false // "the chairman of Bear Stearns, who died"
	}
	return !plural && d.Tokens[verb].Dep == "relcl" && d.Tokens[verb].Head == head
}

// things lists the names behind which "which" goes on about them somewhere: "Brenner Bau, which is no defendant,".
func (c shown) things() map[string]bool {
	d, out := c.Doc, map[string]bool{}
	for _, m := range c.Mentions {
		head := m.Head(d)
		if m.End+1 >= len(d.Tokens) || d.Tokens[m.End].Text != "," || d.Tokens[m.End+1].Tag != "WDT" {
			continue
		}
		verb := d.Tokens[m.End+1].Head
		if d.Tokens[head].Dep == "nsubj" && d.Tokens[verb].Dep == "relcl" && d.Tokens[verb].Head == head {
			out[m.Name] = true
		}
	}
	return out
}

// personNoun reports whether token i is a noun in small letters for one person, which no firm or body is called by.
func (c shown) personNoun(i int) bool {
	d := c.Doc
	w := d.Lower(i)
	if c.At[i] >= 0 || d.Tokens[i].Tag != "NN" || upper(d.Tokens[i].Text) || bodiesToo[w] {
		return false
	}
	return peopleNouns[w] || kinship[w] || c.titleHead(i)
}

// behindQuote reports whether a verb stands in a sentence behind a quotation, outside of any.
func (c shown) behindQuote(v int) bool {
	d := c.Doc
	if d.Quoted[v] >= 0 || d.Sentence[v] < 0 {
		return false
	}
	first := d.Sentences[d.Sentence[v]].First
	return first < v && d.Quoted[first] >= 0
}
