package score

import (
	"unicode"

	"sayso/internal/kg"
)

// wordStarts gives the words of a text; an apostrophe inside a word belongs to it.
func wordStarts(text []rune) []kg.Span {
	var out []kg.Span
	for i := 0; i < len(text); i++ {
		if !inWord(text[i]) {
			continue
		}
		start := i
		for i < len(text) && (inWord(text[i]) || apostropheWithin(text, i)) {
			i++
		}
		out = append(out, kg.Span{start, i})
	}
	return out
}

// apostropheWithin reports whether an apostrophe with a word behind it stands at i.
func apostropheWithin(text []rune, i int) bool {
	return isApostrophe(text[i]) && i+1 < len(text) && inWord(text[i+1])
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' || unicode.Is(unicode.No, r)
}

// covered gives the words that lie wholly inside one of the spans.
func (a article) covered(spans []kg.Span) map[int]bool {
	out := map[int]bool{}
	for _, s := range spans {
		for _, w := range a.words {
			if s[0] <= w[0] && w[1] <= s[1] {
				out[w[0]] = true
			}
		}
	}
	return out
}

func shared(a, b map[int]bool) int {
	n := 0
	for k := range a {
		if b[k] {
			n++
		}
	}
	return n
}

// overlap is the share of words in both of the words in either.
func overlap(a, b map[int]bool) float64 {
	both := shared(a, b)
	if either := len(a) + len(b) - both; either > 0 {
		return float64(both) / float64(either)
	}
	return 0
}
