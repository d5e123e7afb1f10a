package nlp

import (
	"strings"
	"unicode/utf8"
)

// affixes finds what the tokenizer cuts off a word: prefixes, suffixes and infixes. The strings and character classes
// come from the model's tokenizer.json; the few rules that look at their surroundings are written out below.
type affixes struct {
	prefixes, suffixes  *literalSet
	currencies, units   *literalSet
	hyphens             []string
	alpha, lower, upper *charClass
	quote, icon         *charClass
	beforePeriod        *charClass
}

// literalSet is a set of short strings, found by their first or last character.
type literalSet struct{ byFirst, byLast map[rune][]string }

func newLiteralSet(list []string) *literalSet {
	s := &literalSet{byFirst: map[rune][]string{}, byLast: map[rune][]string{}}
	for _, l := range list {
		first, _ := utf8.DecodeRuneInString(l)
		last, _ := utf8.DecodeLastRuneInString(l)
		s.byFirst[first] = append(s.byFirst[first], l)
		s.byLast[last] = append(s.byLast[last], l)
	}
	return s
}

// shortestPrefix returns the length in bytes of the shortest member that s begins with, 0 for none.
func (l *literalSet) shortestPrefix(s string) int {
	first, _ := utf8.DecodeRuneInString(s)
	best := 0
	for _, m := range l.byFirst[first] {
		if strings.HasPrefix(s, m) && (best == 0 || len(m) < best) {
			best = len(m)
		}
	}
	return best
}

// longestSuffix returns the length in bytes of the longest member that s ends with and that ok accepts.
func (l *literalSet) longestSuffix(s string, ok func(before string) bool) int {
	last, _ := utf8.DecodeLastRuneInString(s)
	best := 0
	for _, m := range l.byLast[last] {
		if len(m) > best && strings.HasSuffix(s, m) && ok(s[:len(s)-len(m)]) {
			best = len(m)
		}
	}
	return best
}

// prefix returns the length in bytes of the prefix to cut off s, 0 for none.
func (a *affixes) prefix(s string) int {
	if n := a.prefixes.shortestPrefix(s); n > 0 {
		return n
	}
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case r == '+':
		if next, _ := utf8.DecodeRuneInString(s[size:]); isASCIIDigit(next) {
			return 0
		}
		return size
	case r == '.':
		if n := len(s) - len(strings.TrimLeft(s, ".")); n >= 2 {
			return n
		}
		return 0
	case a.icon.has(r):
		return size
	}
	return 0
}

func always(string) bool { return true }

func endsInDigit(s string) bool { return s != "" && isASCIIDigit(rune(s[len(s)-1])) }

// suffix returns the length in bytes of the suffix to cut off s, 0 for none. Where several rules apply the longest
// suffix counts.
func (a *affixes) suffix(s string) int {
	last, size := utf8.DecodeLastRuneInString(s)
	n := a.suffixes.longestSuffix(s, always)
	n = max(n, a.currencies.longestSuffix(s, endsInDigit), a.units.longestSuffix(s, endsInDigit))
	switch {
	case last == '.':
		if dots := len(s) - len(strings.TrimRight(s, ".")); dots >= 2 {
			n = max(n, dots)
		} else if a.periodEnds(s[:len(s)-1]) {
			n = max(n, 1)
		}
	case last == '+' && endsInDigit(s[:len(s)-1]), a.icon.has(last):
		n = max(n, size)
	}
	return n
}

// periodEnds reports whether a full stop after before is a token of its own and not part of an abbreviation.
func (a *affixes) periodEnds(before string) bool {
	if before == "" {
		return false
	}
	p, size := utf8.DecodeLastRuneInString(before)
	if a.beforePeriod.has(p) {
		return true
	}
	rest := before[:len(before)-size]
	q, _ := utf8.DecodeLastRuneInString(rest)
	if rest != "" && a.upper.has(p) && a.upper.has(q) {
		return true
	}
	return rest != "" && q == '°' && strings.ContainsRune("FfCcKk", p)
}

// infixes calls found for each stretch of bytes inside s that is a token of its own, in order.
func (a *affixes) infixes(s string, found func(start, end int)) {
	before := rune(-1)
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		n := a.infixAt(s, i, before, r, size)
		if n > 0 {
			found(i, i+n)
			before, _ = utf8.DecodeLastRuneInString(s[:i+n])
			i += n
			continue
		}
		before = r
		i += size
	}
}

// infixAt returns the length in bytes of the infix at byte i of s, whose character is r of size bytes, 0 for none.
func (a *affixes) infixAt(s string, i int, before, r rune, size int) int {
	rest := s[i+size:]
	after := rune(-1)
	if rest != "" {
		after, _ = utf8.DecodeRuneInString(rest)
	}
	switch {
	case r == '.' && after == '.':
		return len(s) - i - len(strings.TrimLeft(s[i:], "."))
	case r == '.':
		if a.endsSentence(before) && a.beginsSentence(after) {
			return size
		}
		return 0
	case a.partsAlone(before, r, after):
		return size
	case before < 0 || !a.alpha.has(before) && !isASCIIDigit(before):
		return 0
	}
	if n := a.hyphenAt(s[i:]); n > 0 {
		return n
	}
	if r < 128 && strings.IndexByte(":<>=/", byte(r)) >= 0 && after >= 0 && a.alpha.has(after) {
		return size
	}
	return 0
}

// endsSentence reports whether a full stop behind a character ends a sentence where the next begins at once.
func (a *affixes) endsSentence(before rune) bool {
	return before >= 0 && (a.lower.has(before) || a.quote.has(before))
}

func (a *affixes) beginsSentence(after rune) bool {
	return after >= 0 && (a.upper.has(after) || a.quote.has(after))
}

// partsAlone reports whether a character between two others parts words: an ellipsis, a symbol, a sign between digits,
// a comma between letters. before and after are -1 at the ends.
func (a *affixes) partsAlone(before, r, after rune) bool {
	switch r {
	case '…':
		return true
	case '+', '*', '^', '-':
		if isASCIIDigit(before) && (isASCIIDigit(after) || after == '-') {
			return true
		}
	case ',':
		if before >= 0 && after >= 0 && a.alpha.has(before) && a.alpha.has(after) {
			return true
		}
	}
	return a.icon.has(r)
}

// hyphenAt returns the length in bytes of a hyphen that s begins with and a letter follows, 0 for none.
func (a *affixes) hyphenAt(s string) int {
	for _, h := range a.hyphens {
		rest, found := strings.CutPrefix(s, h)
		if !found || rest == "" {
			continue
		}
		if next, _ := utf8.DecodeRuneInString(rest); a.alpha.has(next) {
			return len(h)
		}
	}
	return 0
}
