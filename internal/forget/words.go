package forget

import (
	"strings"
	"unicode"

	"sayso/internal/kg"
)

// Span is a stretch of a text, in code points.
type Span struct{ Start, End int }

func (s Span) meets(other Span) bool { return s.Start < other.End && other.Start < s.End }

// word is a word of a text as names are compared, and where it stands.
type word struct {
	folded string
	Span
}

// words cuts a text into words. Hyphens, blanks and whatever stands in addresses separate them; apostrophes and the
// dots of initials do not.
func words(text string) []word {
	var out []word
	runes := []rune(text)
	for i := 0; i < len(runes); {
		if !partOfWord(runes[i]) {
			i++
			continue
		}
		start := i
		for i < len(runes) && (partOfWord(runes[i]) || joins(runes, start, i)) {
			i++
		}
		end := i
		for end > start && !partOfWord(runes[end-1]) {
			end--
		}
		if folded := kg.FoldName(string(runes[start:end])); folded != "" {
			out = append(out, word{folded, Span{start, end}})
		}
	}
	return out
}

func partOfWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// joins reports whether the sign at i stands inside a word that began at start: an apostrophe, or the dot behind an
// initial.
func joins(runes []rune, start, i int) bool {
	switch runes[i] {
	case '\'', '’', 'ʼ':
		return true
	case '.':
		return i == start+1 || runes[i-2] == '.'
	}
	return false
}

// black is what stands in the place of each code point of a name.
const black = '█'

// Blacken puts a black block in the place of each code point of the spans; line breaks stay, and so does every offset.
func Blacken(text string, spans []Span) string {
	if len(spans) == 0 {
		return text
	}
	runes := []rune(text)
	for _, s := range spans {
		for i := max(0, s.Start); i < min(len(runes), s.End); i++ {
			if runes[i] != '\n' && runes[i] != '\r' {
				runes[i] = black
			}
		}
	}
	return string(runes)
}

// forms are the folded forms under which a name of several words is found: as it is, its last word first ("Byron,
// Ada"), and as one word ("#AdaByron").
func forms(folded string) []string {
	parts := strings.Fields(folded)
	if len(parts) < 2 {
		return nil
	}
	last := len(parts) - 1
	return []string{folded, strings.Join(append([]string{parts[last]}, parts[:last]...), " "), strings.Join(parts, "")}
}
