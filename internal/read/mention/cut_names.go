package mention

import (
	"maps"
	"strings"

	"sayso/internal/kg"
)

// cutNames puts names together, or takes words off them, where the model cut them wrongly.
func (c detection) cutNames() {
	out := c.Mentions[:0]
	for _, m := range c.Mentions {
		if n := len(out) - 1; n >= 0 && c.goesOnIn(out[n], m) {
			c.resize(&out[n], out[n].First, m.End)
			out[n].Name = c.Doc.Phrase(out[n].First, m.End)
			continue
		}
		out = append(out, m)
	}
	c.Mentions = out
	c.sameFull()
}

// sameFull gives a name the last word that the model overlooked behind it, where the text has it whole elsewhere.
func (c detection) sameFull() {
	d := c.Doc
	full := map[string]bool{}
	for _, m := range c.Mentions {
		full[m.Name] = full[m.Name] || m.Type == kg.Person && m.Entry == nil && m.End-m.First > 2
	}
	c.place()
	for k := range c.Mentions {
		m := &c.Mentions[k]
		next := m.End
		if m.Type != kg.Person || m.Entry != nil || next >= len(d.Tokens) || c.At[next] >= 0 {
			continue
		}
		if name := d.Phrase(m.First, next+1); full[name] && d.Sentence[next] == d.Sentence[m.First] {
			c.resize(m, m.First, next+1)
			m.Name = name
		}
	}
}

// goesOnIn reports whether a person's name of several words is cut before its last, which the model made a name of its
// own: "Ben Kadi Roe".
func (c detection) goesOnIn(m, last Mention) bool {
	d := c.Doc
	if m.Type != kg.Person || m.Entry != nil || last.Entry != nil || last.First != m.End || last.End != m.End+1 {
		return false
	}
	if n := m.End - m.First; n < 2 || n > 3 || d.Sentence[m.First] != d.Sentence[last.First] {
		return false
	}
	for i := m.First; i < m.End; i++ {
		if d.Tokens[i].Head != last.First || d.Tokens[i].Dep != "compound" {
			return false
		}
	}
	word := d.Tokens[last.First].Text
	w := strings.ToLower(word)
	if corporate[word] || landform[word] || bodyNouns[w] || c.Words.Class(w, w) != "" || allCapital(word) {
		return false
	}
	return c.plainName(word) && !outletName(d.Phrase(m.First, last.End))
}

// plainName reports whether a word is written as a surname is: a capital, and letters behind it.
func (c detection) plainName(word string) bool {
	return startsName(word) && len([]rune(word)) > 2 && !strings.ContainsAny(word, "0123456789.&/")
}

// lastWords makes the last word of the name of a body stand for it behind "the": "the Front" for the Sava Front. It
// has to be the last word of just one such name that the text has given before.
func (c links) lastWords() {
	d := c.Doc
	long := c.byLastWord()
	for i := 1; i < len(d.Tokens); i++ {
		k, ok := long[d.Tokens[i].Text]
		if !ok || d.Lower(i-1) != "the" || c.Mentions[k].First > i || !c.standsAlone(i) {
			continue
		}
		m := c.Mentions[k]
		if c.At[i] < 0 {
			c.add(i, i+1, m.Type, m.Kind)
		}
		if at := &c.Mentions[c.At[i]]; at.End-at.First == 1 && at.Entry == nil {
			at.Type, at.Name, at.Kind = m.Type, m.Name, m.Kind
		}
	}
}

// byLastWord gives the first mentions of bodies with a name of several words by the last one, where no two share it.
func (c links) byLastWord() map[string]int {
	long, many := map[string]int{}, map[string]bool{}
	for k, m := range c.Mentions {
		if m.Type != kg.Organization || m.End-m.First < 2 || m.Kind == "outlet" || m.Kind == "government" {
			continue
		}
		last := c.Doc.Tokens[m.End-1].Text
		if o, have := long[last]; have {
			many[last] = many[last] || c.Mentions[o].Name != m.Name
			continue
		}
		long[last] = k
	}
	maps.DeleteFunc(long, func(word string, _ int) bool { return many[word] })
	return long
}

// standsAlone reports whether a capitalized word is a whole noun phrase with its article, and no part of a longer name.
func (c links) standsAlone(i int) bool {
	d := c.Doc
	t := d.Tokens[i]
	if t.Dep == "compound" || !strings.HasPrefix(t.Tag, "NNP") || !startsName(t.Text) || !c.inText(i) {
		return false
	}
	return i+1 >= len(d.Tokens) || !startsName(d.Tokens[i+1].Text) && d.Lower(i+1) != "of"
}
