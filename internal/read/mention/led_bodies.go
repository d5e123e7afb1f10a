package mention

import (
	"strings"
	"unicode"

	"sayso/internal/kg"
	"sayso/internal/read/layout"
)

// ledBodies makes an organization of a name before the title of somebody who is named behind it, which the model
// overlooked: "Dorn boss Jane Roe", "Dorn chief executive Jane Roe".
func (c organizations) ledBodies() {
	d := c.Doc
	for k, n := 0, len(c.Mentions); k < n; k++ {
		m := c.Mentions[k]
		title := m.First - 1
		if m.Type != kg.Person || title < 1 || d.Kind(m.First) != layout.Body || !c.leadsBody(title) {
			continue
		}
		end := title
		for end > 0 && d.Sentence[end-1] == d.Sentence[title] && c.ofTitle(end-1) {
			end--
		}
		first := end
		for first > 0 && d.Sentence[first-1] == d.Sentence[title] && c.nameOfBody(first-1) {
			first--
		}
		if first == end {
			continue
		}
		c.Mentions = append(c.Mentions, Mention{
			Span: d.Span(first, end), First: first, End: end, Type: kg.Organization, Name: d.Phrase(first, end),
		})
	}
}

// leadsBody reports whether a token is a title in small letters of those who lead firms and clubs or play for them.
func (c organizations) leadsBody(i int) bool {
	return c.At[i] < 0 && bodyTitles[c.Doc.Lower(i)] && !upper(c.Doc.Tokens[i].Text)
}

// ofTitle reports whether a token is a word of a title before its noun: "CHIEF executive".
func (c organizations) ofTitle(i int) bool {
	t := c.Doc.Tokens[i]
	return c.At[i] < 0 && !upper(t.Text) && (strings.HasPrefix(t.Tag, "JJ") || strings.HasPrefix(t.Tag, "NN"))
}

// nameOfBody reports whether a token is a name in no mention, of no people and no title. A word that only begins a
// sentence is one where the text has it with a capital elsewhere.
func (c organizations) nameOfBody(i int) bool {
	t := c.Doc.Tokens[i]
	if c.At[i] >= 0 || !upper(t.Text) || len(t.Text) < 3 || !nameEnd(t.Text) {
		return false
	}
	if c.demonym(i) || c.titleHead(i) || c.Words.honorifics[t.Text] || c.Words.Class(strings.ToLower(t.Text), "") != "" {
		return false
	}
	return t.Tag == "NNP" && !t.SentStart || c.capitalWithin(t.Text)
}

// capitalWithin reports whether a word stands inside a sentence of running text with its capital, tagged as a name.
func (c organizations) capitalWithin(word string) bool {
	for i, t := range c.Doc.Tokens {
		if t.Text == word && t.Tag == "NNP" && !t.SentStart && c.Doc.Kind(i) == layout.Body {
			return true
		}
	}
	return false
}

// upper reports whether a word begins with a capital.
func upper(word string) bool { return unicode.IsUpper([]rune(word)[0]) }
