package layout

import (
	"strings"
	"unicode"
)

// replacements brings marks of one kind to one form. Every value is one code point, so that offsets stay what they were.
var replacements = map[rune]rune{
	'“': '"', '”': '"', '„': '"', '‟': '"', '«': '"', '»': '"', '″': '"', '＂': '"',
	'‘': '\'', '’': '\'', '‚': '\'', '‛': '\'', 'ʼ': '\'', '′': '\'', '`': '\'', '´': '\'',
	'\u00a0': ' ', '\u2007': ' ', '\u2009': ' ', '\u200a': ' ', '\u202f': ' ', '\u3000': ' ', '\ufeff': ' ', '\t': ' ', '\r': ' ',
	'\u2028': '\n', '\u2029': '\n', '\u0085': '\n', '\v': ' ', '\f': '\n',
	'‐': '-', '‑': '-', '…': '.',
}

const bullets = "►▶▸●•▪■◆◦‣⁃·*>"

// Normalize maps quotation marks, apostrophes, blanks and hyphens to their plain forms and blanks out bullets at the start of lines.
// The result has as many code points as the text; bytes that are not valid UTF-8 count one each, as U+FFFD.
func Normalize(text string) []rune {
	out := []rune(text)
	start := true
	for i, r := range out {
		if plain, ok := replacements[r]; ok {
			r = plain
		} else if start && strings.ContainsRune(bullets, r) {
			r = ' '
		}
		if r == '-' && i > 0 && i+1 < len(out) && between(out[i-1]) && between(out[i+1]) && out[i-1] == ' ' {
			r = '–' // a hyphen between blanks is meant for a dash; the parser joins words by hyphens
		}
		if r == '-' && i > 1 && i+1 < len(out) && between(out[i-1]) && unicode.IsUpper(out[i+1]) && strings.ContainsRune("\".!?'", out[i-2]) {
			r = '–' // and so is one between a quotation and the name of who said it
		}
		out[i] = r
		switch {
		case r == '\n':
			start = true
		case r != ' ':
			start = false
		}
	}
	return out
}

func between(r rune) bool { return r == ' ' || r == '\u00a0' }
