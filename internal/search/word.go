// Package search reads what people type into a search box, finds its words in texts, and compares a quote with a text
// word by word. It may not know the graph, nor import any other package of ours but kg.
package search

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// word is one word of a text with its place, in code points; end is exclusive.
type word struct {
	start, end int
	folded     string
}

// words cuts a text as the index does: runs of letters and digits, with single apostrophes and full stops inside;
// ideographs stand alone.
func words(text string) []word {
	var out []word
	runes := []rune(text)
	for i := 0; i < len(runes); i++ {
		if !inWord(runes[i]) {
			continue
		}
		start := i
		for i++; i < len(runes) && !ideograph(runes[start]) && goesOn(runes, i); i++ {
		}
		out = append(out, word{start, i, fold(string(runes[start:i]))})
		i--
	}
	return out
}

// goesOn reports whether the word that the rune before i belongs to goes on at i.
func goesOn(runes []rune, i int) bool {
	if inWord(runes[i]) {
		return !ideograph(runes[i])
	}
	joins := runes[i] == '\'' || runes[i] == '’' || runes[i] == '.'
	return joins && inWord(runes[i-1]) && i+1 < len(runes) && inWord(runes[i+1]) && !ideograph(runes[i+1])
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.M, r) || r == '_'
}

func ideograph(r rune) bool { return unicode.In(r, unicode.Han, unicode.Hiragana) }

// fold brings spellings of one word together as the index does: lower case, and Latin letters without their marks. The
// marks of other scripts make other letters and stay.
func fold(s string) string {
	var b strings.Builder
	latin := false
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case unicode.Is(unicode.Mn, r) && latin:
			continue
		case r == '’':
			r = '\''
		}
		latin = unicode.Is(unicode.Latin, r)
		b.WriteString(plain(r))
	}
	return norm.NFC.String(b.String())
}

// plain writes the Latin letters that have no mark to take off in plain ones.
func plain(r rune) string {
	switch r {
	case 'ł':
		return "l"
	case 'ø':
		return "o"
	case 'đ', 'ð':
		return "d"
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'ı':
		return "i"
	case 'þ':
		return "th"
	}
	return string(r)
}

// Distance is how many letters must be added, taken off or changed, or neighbours swapped, to make b of a; above most
// it is most+1.
func Distance(a, b string, most int) int { return distance([]rune(a), []rune(b), most) }

// distance is how many letters must be added, taken off or changed, or neighbours swapped, to make b of a; above most
// it is most+1.
func distance(a, b []rune, most int) int {
	if len(a)-len(b) > most || len(b)-len(a) > most {
		return most + 1
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		best := row[0]
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j-1]+cost, last[j]+1, row[j-1]+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			best = min(best, row[j])
		}
		if best > most {
			return most + 1
		}
		before, last, row = last, row, before
	}
	return min(last[len(b)], most+1)
}
