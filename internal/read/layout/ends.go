package layout

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// sums are amounts of money whose letter and full stop the tokenizer takes for an abbreviation, at the end of a
// sentence: "it paid $648m. Shares rose".
var sums = regexp.MustCompile(`(?:\p{Sc} ?\d[\d.,]*|\b\d[\d.,]*\d)m\.( +["'(]?)\p{Lu}`)

// abbreviations may end a sentence, or not: "by 5 p.m. The …", "by 5 p.m. Tuesday".
var abbreviations = regexp.MustCompile(
	`(?:\d ?[ap]\.m|\b(?:` + strings.Join(mayEndSentences, "|") + `))\.( +["'(]?)(\p{Lu}\p{L}*)`)

var (
	sentenceOpeners = lists.Of("sentenceOpeners")
	mayEndSentences = slices.Sorted(maps.Keys(lists.Of("mayEndSentences"))) // letters only
)

// sentenceStarts finds in order where, between two code points of a paragraph, sentences begin behind a full stop that
// is also an abbreviation's, which the parser would run together with what stands before. Behind words that names go on
// from, the next has to be one that begins sentences, or one that the paragraph has in small letters too.
func sentenceStarts(text []rune, start, end int) []int {
	line := string(text[start:end])
	var bytes []int
	for _, m := range sums.FindAllStringSubmatchIndex(line, -1) {
		bytes = append(bytes, m[2]+blanks(line[m[2]:m[3]]))
	}
	found := abbreviations.FindAllStringSubmatchIndex(line, -1)
	var inside map[string]bool
	if len(found) > 0 {
		inside = wordsOf(line)
	}
	for _, m := range found {
		if word := strings.ToLower(line[m[4]:m[5]]); sentenceOpeners[word] || inside[word] {
			bytes = append(bytes, m[2]+blanks(line[m[2]:m[3]]))
		}
	}
	slices.Sort(bytes)
	out, at, before := make([]int, len(bytes)), start, 0
	for i, b := range bytes {
		at, before = at+utf8.RuneCountInString(line[before:b]), b
		out[i] = at
	}
	return out
}

// blanks counts the blanks that a string begins with.
func blanks(s string) int { return len(s) - len(strings.TrimLeft(s, " ")) }

// wordsOf gives the words of a line as they are written.
func wordsOf(line string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.FieldsFunc(line, func(r rune) bool { return !unicode.IsLetter(r) }) {
		out[w] = true
	}
	return out
}
