package layout

import (
	"strings"
	"unicode"
)

// replacements brings marks of one kind to one form. Every value is one code point, so that offsets stay what they
// were.
var replacements = map[rune]rune{
	'“': '"', '”': '"', '„': '"', '‟': '"', '«': '"', '»': '"', '″': '"', '＂': '"',
	'‘': '\'', '’': '\'', '‚': '\'', '‛': '\'', 'ʼ': '\'', '′': '\'', '`': '\'', '´': '\'',
	'\u00a0': ' ', '\u2007': ' ', '\u2009': ' ', '\u200a': ' ', '\u202f': ' ', '\u3000': ' ', '\ufeff': ' ', '\t': ' ',
	'\r':     ' ',
	'\u2028': '\n', '\u2029': '\n', '\u0085': '\n', '\v': ' ', '\f': '\n',
	'‐': '-', '‑': '-', '…': '.',
}

const bullets = "►▶▸●•▪■◆◦‣⁃·*>"

// Normalize maps quotation marks, apostrophes, blanks and hyphens to their plain forms and blanks out bullets at the
// start of lines and the brackets around a writer's own words. The result has as many code points as the text; bytes
// that are not valid UTF-8 count one each, as U+FFFD.
func Normalize(text string) []rune {
	out := []rune(text)
	start := true
	for i, r := range out {
		if plain, ok := replacements[r]; ok {
			r = plain
		} else if start && strings.ContainsRune(bullets, r) {
			r = ' '
		}
		if r == '-' && meansDash(out, i) {
			r = '–'
		}
		out[i] = r
		switch {
		case r == '\n':
			start = true
		case r != ' ':
			start = false
		}
	}
	openBrackets(out)
	return out
}

// meansDash reports whether a hyphen stands for a dash: between blanks, where the parser would join the words, or
// between a quotation and the name of who said it.
func meansDash(text []rune, i int) bool {
	if i == 0 || i+1 >= len(text) || !between(text[i-1]) {
		return false
	}
	if text[i-1] == ' ' && between(text[i+1]) {
		return true
	}
	return i > 1 && unicode.IsUpper(text[i+1]) && strings.ContainsRune("\".!?'", text[i-2])
}

func between(r rune) bool { return r == ' ' || r == '\u00a0' }
