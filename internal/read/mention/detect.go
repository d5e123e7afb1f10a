package mention

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso/internal/kg"
	"sayso/internal/read/gazetteer"
	"sayso/internal/read/syntax"
)

// Mention is one proper name in the text.
type Mention struct {
	Span       kg.Span
	First, End int // tokens
	Type       kg.EntityType
	Name       string           // canonical name of who is meant
	Kind       string           // as in the gazetteer, "" when unknown
	Entry      *gazetteer.Entry // nil when the gazetteer does not know it
}

// Head is the token of the name that the rest of the sentence hangs on.
func (m Mention) Head(d *syntax.Document) int {
	for i := m.First; i < m.End; i++ {
		if h := d.Tokens[i].Head; h < m.First || h >= m.End || h == i {
			return i
		}
	}
	return m.End - 1
}

// Cast is the mentions of a text with who they are.
type Cast struct {
	Doc      *syntax.Document
	Mentions []Mention
	At       []int // per token, index of the mention it is in, -1 for none
	Roles    []Role
	Gaz      *gazetteer.Gazetteer
	Words    *Lexicon

	gender   map[string]string // name -> "f" or "m" where the text shows it
	byHead   map[string][]int  // head noun of a title -> roles
	indexed  int               // how many roles byHead knows
	bodies   map[string]int    // form of a state's body -> first mention of one, nil until asked for
	named    map[string]int    // name -> how many mentions, nil until asked for
	speakers []int             // per quotation, subject of the verb of saying beside it, nil until asked for
	surnames map[string]bool   // last words of full names, nil until asked for

	// single words that a club or newspaper is called after; true where the text shows the town. Set by the pass towns
	townNames map[string]bool
}

// fullStops takes the full stop of the sentence off a name that the tokens have it in: "wrote on X."
func (c detection) fullStops() {
	for k := range c.Mentions {
		m := &c.Mentions[k]
		if text := c.Doc.Tokens[m.End-1].Text; m.End-m.First == 1 && len(text) == 2 && text[1] == '.' &&
			(m.End == len(c.Doc.Tokens) || c.Doc.Sentence[m.End] != c.Doc.Sentence[m.First]) {
			m.Span[1]--
		}
	}
}

// add makes a mention of the tokens from first to end, named as they are written. [Cast.At] knows it at once.
func (c *Cast) add(first, end int, t kg.EntityType, kind string) {
	d := c.Doc
	c.Mentions = append(c.Mentions, Mention{
		Span: d.Span(first, end), First: first, End: end, Type: t, Kind: kind, Name: d.Phrase(first, end),
	})
	for i := first; i < end; i++ {
		c.At[i] = len(c.Mentions) - 1
	}
}

// resize moves the bounds of a mention and names it by what they hold.
func (c *Cast) resize(m *Mention, first, end int) {
	m.First, m.End = first, end
	m.Span, m.Name = c.Doc.Span(first, end), c.Doc.Phrase(first, end)
}

// demonym reports whether the word at token i is called after a land or a people: "Kenyan".
func (c *Cast) demonym(i int) bool {
	_, is := c.Gaz.Demonym(c.Doc.Tokens[i].Text)
	return is
}

// fromGazetteer finds the known names, the longest at each place.
func (c detection) fromGazetteer() []Mention {
	var out []Mention
	for i := 0; i < len(c.Doc.Tokens); i++ {
		if c.Doc.Segment[i] < 0 || !startsName(c.Doc.Tokens[i].Text) {
			continue
		}
		if e, end, ok := c.longest(i); ok {
			entry := e
			out = append(out, Mention{First: i, End: end, Type: e.Type, Name: e.Name, Kind: e.Kind, Entry: &entry})
			i = end - 1
		}
	}
	return out
}

// longest finds the longest known name that starts at token i.
func (c detection) longest(i int) (gazetteer.Entry, int, bool) {
	d := c.Doc
	first := strings.Fields(gazetteer.Key(d.Tokens[i].Text))
	if len(first) == 0 {
		return gazetteer.Entry{}, 0, false
	}
	words := c.Gaz.Longest(first[0])
	if d.Tokens[i].Text == "The" && i+1 < len(d.Tokens) {
		words = 1 + c.Gaz.Longest(d.Tokens[i+1].Text)
	}
	limit := min(i+2*words+2, len(d.Tokens))
	for end := limit; end > i; end-- {
		last := d.Tokens[end-1]
		if d.Segment[end-1] != d.Segment[i] || !nameEnd(last.Text) || last.Tag == "POS" || !startsName(last.Text) {
			continue
		}
		text := d.Phrase(i, end)
		e, ok := c.Gaz.Lookup(text, "")
		if !ok || d.Tokens[i].Text == "The" && !strings.HasPrefix(e.Name, "The ") {
			continue
		}
		if end-i == 1 && (c.Gaz.Weak(text) || strings.HasPrefix(text, "'")) && !c.weakHolds(i) {
			continue
		}
		if end-i == 1 && c.Gaz.Added(text) && !strings.HasPrefix(d.Tokens[i].Tag, "NNP") {
			continue
		}
		return e, end, true
	}
	return gazetteer.Entry{}, 0, false
}

// weakHolds reports whether something else than the list says that the common word at i is a name here: the model, or
// "on" before a channel.
func (c detection) weakHolds(i int) bool {
	t := c.Doc.Tokens[i]
	if strings.HasSuffix(t.Ent, "-ORG") || strings.HasSuffix(t.Ent, "-GPE") || strings.HasSuffix(t.Ent, "-LOC") {
		return true
	}
	if t.Text == "West" {
		return i > 0 && c.Doc.Lower(i-1) == "the" && (i+1 == len(c.Doc.Tokens) || !startsName(c.Doc.Tokens[i+1].Text))
	}
	return (t.Text == "X" || t.Text == "Signal") && i > 0 && c.Doc.Lower(i-1) == "on"
}

// smallPrefix is a name that begins with a small word that is a part of it: "deVries".
var smallPrefix = regexp.MustCompile(`^\p{Ll}{2,3}\p{Lu}\p{Ll}`)

var smallName = regexp.MustCompile(`^\p{Ll}+-\p{Ll}[\p{Ll}\d]*$`)

func nameEnd(text string) bool {
	r := []rune(text)
	last := r[len(r)-1]
	return unicode.IsLetter(last) || unicode.IsDigit(last) || len(r) > 1 && (last == '.' || last == '+')
}

// startsName reports whether a word is written as names are: with a capital, a figure or a letter that has no case
// first, or as "eBay" and "tb-foo" are. Only names are tokens with a hyphen inside.
func startsName(text string) bool {
	r, size := utf8.DecodeRuneInString(text)
	if unicode.IsLower(r) {
		next, _ := utf8.DecodeRuneInString(text[size:])
		return unicode.IsUpper(next) || smallName.MatchString(text) || smallPrefix.MatchString(text)
	}
	return unicode.IsLetter(r) || unicode.IsTitle(r) || unicode.IsDigit(r)
}
