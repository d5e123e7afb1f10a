package syntax

import (
	"sort"

	"sayso/internal/nlp"
)

// Closed is a text without the blanks that stand for the brackets of its original, so that the parser reads on through
// them: "[Jane] Roe" as one name, "[t]hey" as one word.
type Closed struct {
	Text []rune
	at   []int // per code point of Text and behind its end, where it stands in the text; nil where nothing was left out
}

// Close leaves the blanks for brackets out of a normalized text.
func Close(text, original []rune) Closed {
	left := func(i int) bool { return text[i] == ' ' && (original[i] == '[' || original[i] == ']') }
	n := 0
	for i := range text {
		if left(i) {
			n++
		}
	}
	if n == 0 {
		return Closed{Text: text}
	}
	c := Closed{Text: make([]rune, 0, len(text)-n), at: make([]int, 0, len(text)-n+1)}
	for i, r := range text {
		if !left(i) {
			c.Text, c.at = append(c.Text, r), append(c.at, i)
		}
	}
	c.at = append(c.at, len(text))
	return c
}

// Span gives where a stretch of the text stands in the closed one.
func (c Closed) Span(s nlp.Span) nlp.Span {
	if c.at == nil {
		return s
	}
	return nlp.Span{Start: sort.SearchInts(c.at, s.Start), End: sort.SearchInts(c.at, s.End)}
}

// Spread gives tokens of the closed text their places in the text.
func (c Closed) Spread(tokens []nlp.Token) {
	if c.at == nil {
		return
	}
	for i := range tokens {
		t := &tokens[i]
		t.Start, t.End = c.at[t.Start], c.at[t.End-1]+1
	}
}
