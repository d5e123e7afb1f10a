package search

import (
	"regexp"
	"strings"
)

// Pattern is a regular expression (as Java has them) for one group of alternatives in a text that is in small letters
// and decomposed (NFKD).
type Pattern struct {
	Text string
	Not  bool // the text must not fit
}

// Patterns gives what a text must fit to be found, and what not: the same as the index finds, but for stop words, which
// count here.
func (q Query) Patterns() (out []Pattern) {
	for _, group := range q.groups() {
		var alternatives []string
		for _, t := range group {
			alternatives = append(alternatives, t.pattern())
		}
		out = append(out, Pattern{`(?s).*(?<![\p{L}\p{N}])(?:` + strings.Join(alternatives, "|") + `).*`, group[0].not})
	}
	return out
}

func (t term) pattern() string {
	var parts []string
	for _, w := range t.words {
		var b strings.Builder
		for _, r := range w.folded {
			sign := regexp.QuoteMeta(string(r))
			if r == '\'' {
				sign = "['’]"
			}
			b.WriteString(sign + `\p{M}*`)
		}
		parts = append(parts, b.String())
	}
	text := strings.Join(parts, `[^\p{L}\p{N}]+`)
	if t.prefix {
		return text
	}
	return text + `(?![\p{L}\p{N}])`
}
