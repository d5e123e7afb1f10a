package layout

import (
	"regexp"
	"strings"
)

// editorial matches what a writer put in brackets into somebody else's words: "[Jane] Roe", "the [finance] minister",
// "[t]hey".
var editorial = regexp.MustCompile(`\[([\p{L}\d][\p{L}\d ,.'&$%-]{0,80})\]`)

// glossed are the pronouns behind which brackets say who is meant and take no word's place.
var glossed = lists.Of("glossed")

// openBrackets takes the brackets of a writer's own words out of a text, so that the sentence reads on through them:
// they become blanks, or round ones behind a pronoun that they explain ("he [Roe] lied").
func openBrackets(text []rune) {
	plain := string(text)
	if !strings.ContainsRune(plain, '[') {
		return
	}
	last, at := 0, 0 // bytes, and code points up to there
	for _, m := range editorial.FindAllStringSubmatchIndex(plain, -1) {
		at += len([]rune(plain[last:m[0]]))
		end := at + len([]rune(plain[m[0]:m[1]])) - 1
		before := strings.Fields(plain[max(0, m[0]-12):m[0]])
		text[at], text[end] = ' ', ' '
		if n := len(before); n > 0 && m[0] > 0 && plain[m[0]-1] == ' ' &&
			glossed[strings.ToLower(strings.TrimLeft(before[n-1], `"'(`))] {
			text[at], text[end] = '(', ')'
		}
		at, last = end+1, m[1]
	}
}
