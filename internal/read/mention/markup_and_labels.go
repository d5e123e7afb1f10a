package mention

import (
	"regexp"
	"strings"
	"sync"
	"unicode"

	"sayso/internal/kg"
	"sayso/internal/read/lang"
	"sayso/internal/read/lang/en"
	"sayso/internal/read/layout"
)

// labelWords are the words before a colon that name nobody, in small letters.
var labelWords = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, c := range cells(en.Text("mention/labels.txt")) {
		out[c[0]] = true
	}
	return out
})

// address matches what is written for machines: links, e-mail addresses, handles and hashtags.
var address = regexp.MustCompile(
	`(?i)(https?://|www\.|pic\.twitter\.com|t\.co/)\S+|\S+@\S+\.[a-z]{2,}|[@#][\p{L}\d_]+|` +
		`\b[a-z\d-]+(\.[a-z\d-]+)*\.(com|org|net|edu|gov|info|io|ly)(/\S*)?\b`,
)

// dropOdd takes out what only looks like a name: parts of addresses, time zones, the "RT" of a tweet passed on, words
// in the cells of tables and in credits that nothing else shows to be names. Names in labels of turns are read by
// addLabels.
func (c sieve) dropOdd() {
	d := c.Doc
	inAddress := c.addresses()
	seen := map[string]int{} // text of names in running text and titles
	for _, m := range c.Mentions {
		if k := d.Kind(m.First); k == layout.Body || k == layout.Headline || k == layout.Byline {
			for i := m.First; i < m.End; i++ {
				seen[d.Tokens[i].Text]++
			}
		}
	}
	out := c.Mentions[:0]
	for _, m := range c.Mentions {
		kind := d.Kind(m.First)
		switch {
		case inAddress[m.First] || inAddress[m.End-1]:
		case kind == layout.Meta, kind == layout.Label:
		case m.End-m.First == 1 && c.oddWord(m):
		case m.End-m.First == 1 && m.Entry == nil && unread[kind] && seen[d.Tokens[m.First].Text] == 0:
		default:
			out = append(out, m)
		}
	}
	c.Mentions = out
}

// unread are the kinds of segments whose single words are no names by themselves.
var unread = map[layout.Kind]bool{layout.Table: true, layout.Credit: true}

// oddWord reports whether a mention of one word is a time zone, the mark of a tweet passed on, a title or the word
// before a number.
func (c sieve) oddWord(m Mention) bool {
	d := c.Doc
	text := d.Tokens[m.First].Text
	switch {
	case zones[text] && m.First > 0 && c.afterTime(m.First):
		return true
	case text == "RT" && m.End < len(d.Tokens) && strings.HasPrefix(d.Tokens[m.End].Text, "@"):
		return true
	case m.Entry != nil:
		return c.abbreviatesTitle(m.First) || c.shortTitle(m.First) || m.Type == kg.Person && c.formOfAddress(m.First)
	case figures[text] && c.numberAfter(m.End):
		return true
	}
	return m.Type == kg.Person && c.formOfAddress(m.First)
}

// numberAfter reports whether a number stands at token i, or behind the full stop there.
func (c sieve) numberAfter(i int) bool {
	d := c.Doc
	if i < len(d.Tokens) && d.Tokens[i].Text == "." {
		i++
	}
	return i < len(d.Tokens) && unicode.IsDigit([]rune(d.Tokens[i].Text + " ")[0])
}

// shortTitle reports whether a known short name is a title with its full stop before a name: "Del. Jane Roe".
func (c sieve) shortTitle(i int) bool {
	d := c.Doc
	return i+1 < len(d.Tokens) && c.Words.Titles[d.Lower(i)] != "" && strings.HasSuffix(d.Tokens[i].Text, ".") &&
		d.Tokens[i+1].Tag == "NNP" && c.At[i+1] != c.At[i]
}

// formOfAddress reports whether a title stands for a name behind another: "Madam Chair", "Mr. President".
func (c sieve) formOfAddress(i int) bool {
	if i == 0 || !c.titleHead(i) {
		return false
	}
	return addresses[c.Doc.Lower(i-1)] && !namedTitles[c.Doc.Lower(i)]
}

// abbreviatesTitle reports whether a known short name is the title of who is named after it: "DR. JANE ROE".
func (c sieve) abbreviatesTitle(i int) bool {
	d := c.Doc
	text := strings.TrimSuffix(d.Tokens[i].Text, ".")
	title := len(text) > 1 && c.Words.honorifics[text[:1]+strings.ToLower(text[1:])]
	if !title || i+1 >= len(d.Tokens) || d.Sentence[i] != d.Sentence[i+1] {
		return false
	}
	next := i + 1
	if d.Tokens[next].Text == "." && next+1 < len(d.Tokens) {
		next++
	}
	return (next > i+1 || strings.HasSuffix(d.Tokens[i].Text, ".")) && startsName(d.Tokens[next].Text)
}

func (c sieve) afterTime(i int) bool {
	w := c.Doc.Lower(i - 1)
	if w[0] >= '0' && w[0] <= '9' {
		return true
	}
	plain := strings.ReplaceAll(w, ".", "")
	return len(w) < 6 && lang.EndsIn(plain, clockHalves)
}

// addresses tells for each token whether it stands in an address.
func (c sieve) addresses() map[int]bool {
	out := map[int]bool{}
	for _, s := range c.Doc.Segments {
		text := string(c.Doc.Text[s.Start:s.End])
		if !strings.ContainsAny(text, "@#/.") {
			continue
		}
		for _, at := range address.FindAllStringIndex(text, -1) {
			start := s.Start + len([]rune(text[:at[0]]))
			end := start + len([]rune(text[at[0]:at[1]]))
			for i := c.Doc.TokenAt(start); i < len(c.Doc.Tokens) && c.Doc.Tokens[i].Start < end; i++ {
				out[i] = true
			}
		}
	}
	return out
}

// label is what stands before the colon of a turn, without title, remarks in brackets and post.
type label struct {
	segment, first, end int // tokens of the name
	titled              bool
}

// addLabels makes a mention of the name in each speaker's label: a known name, or one that the text shows to be a
// person's.
func (c sieve) addLabels() {
	d := c.Doc
	byName, count := map[string]bool{}, map[string]int{}
	for _, m := range c.Mentions {
		if m.Type == kg.Person {
			byName[strings.ToUpper(d.Words(m.Span))] = true
			byName[strings.ToUpper(d.Tokens[m.End-1].Text)] = true
		}
	}
	var found []label
	for s, seg := range d.Segments {
		if seg.Kind != layout.Label {
			continue
		}
		if l, ok := c.label(s); ok {
			found = append(found, l)
			count[d.Phrase(l.first, l.end)]++
		}
	}
	small := map[string]bool{}
	for _, t := range d.Tokens {
		if !startsName(t.Text) {
			small[t.Text] = true
		}
	}
	for _, l := range found {
		name := d.Phrase(l.first, l.end)
		m := Mention{Span: d.Span(l.first, l.end), First: l.first, End: l.end, Type: kg.Person, Name: name}
		e, known := c.Gaz.Lookup(name, "")
		_, first := firstNames()[capitalized(d.Tokens[l.first].Text)]
		switch {
		case byName[strings.ToUpper(name)]:
		case known:
			m.Type, m.Name, m.Kind, m.Entry = e.Type, e.Name, e.Kind, &e
		case outletName(name):
			m.Type, m.Kind = kg.Organization, "outlet"
		case l.titled, first && l.end-l.first > 1, byName[strings.ToUpper(d.Tokens[l.end-1].Text)]:
		case count[name] > 1 && l.end-l.first < 4 && !c.common(l, small):
		default:
			continue
		}
		c.Mentions = append(c.Mentions, m)
		if m.Type == kg.Person {
			c.personEverywhere(name)
		}
	}
}

// personEverywhere makes a person of every mention that is a speaker's name, whatever the model took it for.
func (c sieve) personEverywhere(name string) {
	for k := range c.Mentions {
		if m := &c.Mentions[k]; m.Entry == nil && c.Doc.Words(m.Span) == name {
			m.Type = kg.Person
		}
	}
}

// common reports whether a word of the label is also written small in the text, and so is perhaps no name.
func (c sieve) common(l label, small map[string]bool) bool {
	for i := l.first; i < l.end; i++ {
		if small[c.Doc.Lower(i)] {
			return true
		}
	}
	return false
}

// label finds the name in the label that is segment s; false where all its words name nobody.
func (c sieve) label(s int) (label, bool) {
	d := c.Doc
	l := label{segment: s, first: d.TokenAt(d.Segments[s].Start)}
	end := l.first
	for end < len(d.Tokens) && d.Segment[end] == s && !strings.ContainsAny(d.Tokens[end].Text, ":(,[") {
		end++
	}
	for l.end = end; l.end > l.first && !nameEnd(d.Tokens[l.end-1].Text); {
		l.end--
	}
	for l.first < l.end && c.beforeLabel(l.first) {
		text := strings.TrimSuffix(d.Tokens[l.first].Text, ".")
		l.titled = l.titled || text != "" && text != "The"
		l.first++
	}
	if l.first >= l.end {
		return l, false
	}
	words := labelWords()
	if words[strings.ToLower(d.Phrase(l.first, l.end))] {
		return l, false
	}
	for i := l.first; i < l.end; i++ {
		w := d.Lower(i)
		if words[w] && l.end-l.first < 3 {
			return l, false
		}
		if !startsName(d.Tokens[i].Text) && !particle[w] && nameEnd(w) {
			return l, false
		}
	}
	return l, true
}

// beforeLabel reports whether a word at the beginning of a label is none of the name: a title, an article, a stop.
func (c sieve) beforeLabel(i int) bool {
	text := strings.TrimSuffix(c.Doc.Tokens[i].Text, ".")
	plain := capitalized(text)
	return text == "" || text == "The" || c.Words.honorifics[plain] || c.Words.honorifics[plain+"."]
}

// capitalized is a word with its first letter alone in capitals.
func capitalized(word string) string {
	r := []rune(strings.ToLower(word))
	if len(r) > 0 {
		r[0] = unicode.ToUpper(r[0])
	}
	return string(r)
}
