package ingest

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// numbered is a character written by its number.
var numbered = regexp.MustCompile(`&#(x[0-9A-Fa-f]+|[0-9]+);`)

// withoutControls takes out the characters that XML 1.0 does not know, also those written by their numbers: one of them
// makes a parser refuse all.
func withoutControls(text string) string {
	text = strings.Map(func(r rune) rune {
		if inXML(r) {
			return r
		}
		return -1
	}, text)
	return numbered.ReplaceAllStringFunc(text, func(reference string) string {
		digits, base := reference[2:len(reference)-1], 10
		if digits[0] == 'x' {
			digits, base = digits[1:], 16
		}
		if n, err := strconv.ParseInt(digits, base, 32); err != nil || !inXML(rune(n)) {
			return ""
		}
		return reference
	})
}

// inXML reports whether XML 1.0 knows a character.
func inXML(r rune) bool {
	switch {
	case r < ' ':
		return r == '\t' || r == '\n' || r == '\r'
	case r > unicode.MaxRune:
		return false
	}
	return (r < 0xD800 || r > 0xDFFF) && r != 0xFFFE && r != 0xFFFF // no surrogates
}
