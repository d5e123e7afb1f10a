package layout

import (
	"strings"
	"unicode"
)

// openers are what the page puts before a paragraph without a break.
var openers = lists.Of("openers")

// blankOpeners blanks out, in place, what a page puts before its paragraphs.
func blankOpeners(text []rune) {
	line := 0
	for i := 0; i <= len(text); i++ {
		if i < len(text) && text[i] != '\n' {
			continue
		}
		blankOpener(text[line:i])
		line = i + 1
	}
}

// blankOpener blanks out what the page puts before a line: a line that goes on with a capital, and one word only in
// capitals, for "Close friends" are none of the page's.
func blankOpener(line []rune) {
	const longest = 40
	head := string(line[:min(len(line), longest)])
	for o := range openers {
		if len(head) < len(o)+2 || !strings.EqualFold(head[:len(o)], o) || head[len(o)] != ' ' {
			continue
		}
		written := head[:len(o)]
		loud := written == strings.ToUpper(written) || strings.Contains(o, " ")
		if loud && unicode.IsUpper([]rune(head[len(o)+1:])[0]) {
			for i := range []rune(o) {
				line[i] = ' '
			}
		}
	}
}
