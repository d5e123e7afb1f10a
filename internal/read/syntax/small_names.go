package syntax

import (
	"regexp"
	"strings"
	"unicode"
)

var (
	// What opens a sentence with a small letter and has a hyphen in it, and the word behind it.
	opensSmall = regexp.MustCompile(`(?m)(?:^|[.!?]["”’]? )(\p{Ll}[\p{Ll}\d]*-[\p{Ll}\d]+)(?:[’\']s)? (\p{L}+)`)
	// What stands before a word that ends the names of firms.
	beforeFirm  = regexp.MustCompile(`(?:^|[^\p{L}\d-])([\p{Ll}\d]+-[\p{Ll}\d]+) (\p{Lu}\p{L}+)`)
	figureFirst = regexp.MustCompile(`(?:^|[^\p{L}\d-])(\d+\p{Ll}+\p{Lu}\p{L}*)`)
	smallWord   = regexp.MustCompile(`[\p{L}\d]+(?:-[\p{L}\d]+)?`)
)

// smallNames finds the names of a text that begin with a small letter or a figure and have a hyphen in them or a
// capital behind the figure: "tb-foo" of "tb-foo Labs", "u-blox" where it opens a sentence, "23andMe".
func smallNames(text string) map[string]bool {
	out := map[string]bool{}
	for _, m := range opensSmall.FindAllStringSubmatch(text, -1) {
		if predicates[m[2]] && !joining[m[2]] && !joinsWords(m[1]) {
			out[m[1]] = true
		}
	}
	for _, m := range beforeFirm.FindAllStringSubmatch(text, -1) {
		if firmWords[m[2]] && !joinsWords(m[1]) {
			out[m[1]] = true
		}
	}
	for _, m := range figureFirst.FindAllStringSubmatch(text, -1) {
		out[m[1]] = true
	}
	return out
}

// joinsWords reports whether a hyphen joins a word that goes before others: "non-profit", "co-founder".
func joinsWords(name string) bool {
	first, _, _ := strings.Cut(name, "-")
	return hyphenFirst[first] || !strings.ContainsFunc(first, unicode.IsLetter)
}

// smallNames writes each of the names that is in the line as one capitalized word.
func (l plainLine) smallNames(names map[string]bool) {
	if len(names) == 0 {
		return
	}
	for _, m := range smallWord.FindAllStringIndex(l.s, -1) {
		if !names[l.s[m[0]:m[1]]] {
			continue
		}
		first := l.at[m[0]]
		for i := first; i < l.at[m[1]]; i++ {
			if !unicode.IsLetter(l.line[i]) {
				l.line[i] = 'a'
			}
			l.line[i] = unicode.ToLower(l.line[i])
		}
		l.line[first] = unicode.ToUpper(l.line[first])
	}
}
