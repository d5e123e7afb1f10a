package layout

import (
	"regexp"
	"strings"
	"unicode"
)

// sums are amounts of money whose letter and full stop the tokenizer takes for an abbreviation, at the end of a
// sentence: "it paid $648m. Shares rose".
var sums = regexp.MustCompile(`(?:\p{Sc} ?\d[\d.,]*|\b\d[\d.,]*\d)m\.( +["'(]?)\p{Lu}`)

// abbreviations may end a sentence, or not: "by 5 p.m. The …", "by 5 p.m. Tuesday".
var abbreviations = regexp.MustCompile(
	`(?:\d ?[ap]\.m\.|\b(?:Co|Inc|Corp|Ltd|Jr|Sr|etc)\.)( +["'(]?)(\p{Lu}[\p{L}']*)`)

var sentenceOpeners = lists.Of("sentenceOpeners")

// sentenceStarts finds where, between two code points of a paragraph, sentences begin behind a full stop that is also
// an abbreviation's, which the parser would run together with what stands before. Behind words that names go on from,
// the next has to be one that begins sentences, or one that the paragraph has in small letters too.
func sentenceStarts(text []rune, start, end int) []int {
	line := string(text[start:end])
	var out []int
	add := func(at int) {
		out = append(out, start+len([]rune(line[:at])))
	}
	for _, m := range sums.FindAllStringSubmatchIndex(line, -1) {
		add(m[2] + blanks(line[m[2]:m[3]]))
	}
	for _, m := range abbreviations.FindAllStringSubmatchIndex(line, -1) {
		word := strings.ToLower(line[m[4]:m[5]])
		if sentenceOpeners[word] || hasWord(line, word) {
			add(m[2] + blanks(line[m[2]:m[3]]))
		}
	}
	return out
}

// blanks counts the blanks that a string begins with.
func blanks(s string) int { return len(s) - len(strings.TrimLeft(s, " ")) }

// hasWord reports whether a line has a word, as it is written, by itself.
func hasWord(line, word string) bool {
	for rest, from := line, 0; ; {
		at := strings.Index(rest, word)
		if at < 0 {
			return false
		}
		before, after := lastRune(line[:from+at]), firstRune(rest[at+len(word):])
		if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			return true
		}
		from += at + len(word)
		rest = line[from:]
	}
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

func lastRune(s string) rune {
	r := []rune(s)
	if len(r) == 0 {
		return 0
	}
	return r[len(r)-1]
}
