package nlp

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// charClass is a set of code points: a bit map for the first 256, sorted ranges for the rest.
type charClass struct {
	low  [4]uint64
	high [][2]rune
}

func newCharClass(ranges [][2]rune) *charClass {
	c := &charClass{}
	for _, r := range ranges {
		for ch := r[0]; ch <= r[1] && ch < 256; ch++ {
			c.low[ch>>6] |= 1 << (ch & 63)
		}
		if r[1] >= 256 {
			c.high = append(c.high, [2]rune{max(r[0], 256), r[1]})
		}
	}
	return c
}

func (c *charClass) has(r rune) bool {
	if uint32(r) < 256 {
		return c.low[r>>6]&(1<<(r&63)) != 0
	}
	i := sort.Search(len(c.high), func(i int) bool { return c.high[i][1] >= r })
	return i < len(c.high) && c.high[i][0] <= r
}

// isSpace is white space as the model was trained with it: the Unicode property and the four information separators.
func isSpace(r rune) bool { return unicode.IsSpace(r) || r >= 0x1c && r <= 0x1f }

func isASCIIDigit(r rune) bool { return r >= '0' && r <= '9' }

// allSpace reports whether s is white space throughout and not empty.
func allSpace(s string) bool {
	for _, r := range s {
		if !isSpace(r) {
			return false
		}
	}
	return s != ""
}

// allLetters reports whether s consists of letters and is not empty.
func allLetters(s string) bool {
	for _, r := range s {
		if !unicode.IsLetter(r) {
			return false
		}
	}
	return s != ""
}

// lower is full lower-casing: it differs from strings.ToLower in the dotted capital I, which becomes two code points,
// and in the capital sigma at the end of a word.
func lower(s string) string {
	if !strings.ContainsAny(s, "İΣ") {
		return strings.ToLower(s)
	}
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == 'İ':
			b.WriteString("i̇")
		case r == 'Σ' && endsWord(s, i):
			b.WriteRune('ς')
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// endsWord reports whether the sigma at byte i of s has a letter before and none after it.
func endsWord(s string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+len("Σ"):])
	return unicode.IsLetter(before) && !unicode.IsLetter(after)
}
