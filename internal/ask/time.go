package ask

import (
	"strconv"
	"strings"
	"time"

	"sayso/internal/kg"
)

// times is what a question says about time.
type times struct {
	asOf, knownAt, from, to kg.Date
	guessed                 bool // a month without a year
}

// span is a time that was named: a day, month or year, or several.
type span struct {
	from, to kg.Date
	guessed  bool
}

// clock reads times as they are told at a moment.
type clock struct{ now time.Time }

// cut takes the times out of a question, wherever they stand.
func (c clock) cut(words []token) ([]token, times) {
	var t times
	rest := make([]token, 0, len(words))
	for i := 0; i < len(words); {
		n := 0
		if words[i].opened == 0 {
			n = c.phrase(words, i, &t)
		}
		if n == 0 {
			rest = append(rest, words[i])
			i++
			continue
		}
		if t.knownAt != "" && isKnown(words[i].low) {
			rest = dropKnown(rest)
		}
		i += n
	}
	return rest, t
}

func isKnown(low string) bool { return low == "known" || low == "published" }

// dropKnown takes off "as was" before "known in March 2022".
func dropKnown(rest []token) []token {
	lead := set("as was it is what with far had been were of and were then")
	for len(rest) > 1 && lead[rest[len(rest)-1].low] {
		rest = rest[:len(rest)-1]
	}
	return rest
}

// phrase reads a time that begins at word i and gives how many words it has, 0 for none.
func (c clock) phrase(words []token, i int, t *times) int {
	low := func(k int) string {
		if k < len(words) {
			return words[k].low
		}
		return ""
	}
	if isKnown(low(i)) && (i == 0 || !words[i-1].name || beForms[low(i-1)]) { // but "by what name was Nauru known"
		skip := 1
		for low(i+skip) == "as" || low(i+skip) == "of" || set("in by at on until before")[low(i+skip)] {
			skip++
		}
		if s, n := c.date(words, i+skip); n > 0 && skip > 1 {
			t.knownAt = s.to
			if low(i+skip-1) == "before" {
				t.knownAt = dayBefore(s.from)
			}
			t.guessed = t.guessed || s.guessed
			return skip + n
		}
		return 0
	}
	if low(i) == "between" || low(i) == "from" {
		if a, n := c.date(words, i+1); n > 0 {
			join := i + 1 + n
			if low(join) == "and" || low(join) == "to" || low(join) == "until" || low(join) == "till" || low(join) == "through" {
				if b, m := c.date(words, join+1); m > 0 {
					t.from, t.to, t.guessed = a.from, b.to, a.guessed || b.guessed
					return join + 1 + m - i
				}
			}
			if low(i) == "from" {
				t.from, t.guessed = a.from, a.guessed
				if low(join) == "on" || low(join) == "onwards" || low(join) == "onward" {
					n++
				}
				return 1 + n
			}
		}
		return 0
	}
	return c.relation(words, i, t)
}

// relation reads a preposition and a date, or a date that needs none.
func (c clock) relation(words []token, i int, t *times) int {
	before := 1
	word := words[i].low
	if word == "as" && i+1 < len(words) && words[i+1].low == "of" || word == "up" && i+1 < len(words) && (words[i+1].low == "to" || words[i+1].low == "until") {
		before = 2
	}
	for _, form := range []string{"prior to", "ahead of", "earlier|later than", "no|not earlier|later than"} {
		if begins(words[i:], form) {
			before = len(fieldsOf(form))
			word = map[string]string{"prior": "before", "ahead": "before", "earlier": "before", "later": "after"}[word]
			if before == 3 {
				word = map[string]string{"earlier": "since", "later": "by"}[words[i+1].low]
			}
			break
		}
	}
	s, n := span{}, 0
	if timeWords[word] {
		s, n = c.date(words, i+before)
	}
	if n == 0 {
		if s, n = c.date(words, i); n == 0 || !standsAlone(words[i:i+n]) {
			return 0
		}
		before, word = 0, "in"
	}
	switch word {
	case "around", "about", "circa", "towards":
		t.from, t.to, t.guessed = s.from, s.to, true
	case "as", "up", "by", "until", "till", "to":
		if word == "to" || word == "as" && before == 1 {
			return 0
		}
		t.asOf = s.to
	case "before":
		t.asOf = dayBefore(s.from)
	case "since":
		t.from = s.from
	case "after":
		t.from = dayAfter(s.to)
	case "in", "on", "during", "at", "over", "within", "of", "for":
		t.from, t.to = s.from, s.to
		if join := i + before + n; before > 0 && join+1 < len(words) && set("and or to until till")[words[join].low] {
			if b, m := c.date(words, join+1); m > 0 && b.from > s.from {
				t.to, t.guessed = b.to, t.guessed || b.guessed // in 2014 and 2015
				n += 1 + m
			}
		}
	default:
		return 0
	}
	t.guessed = t.guessed || s.guessed
	return before + n
}

// timeWords are words that lead to a date.
var timeWords = set("as up by until till to before since after in on during at over within of for around about circa towards")

// unread tells whether words of time are left over that were not understood.
func unreadTime(words []token) bool {
	for i, w := range words {
		if w.opened > 0 || i > 0 && (words[i-1].low == "what" || words[i-1].low == "which") {
			continue // in which year
		}
		if n, err := strconv.Atoi(w.low); err == nil && len(w.low) == 4 && n > 1500 && n < 2200 || w.name && months[w.low] > 0 && len(w.low) > 3 && w.low != "may" {
			return true
		}
		if set("recently lately decade decades century year years month months week weeks yesterday tomorrow")[w.low] && !w.name {
			return true
		}
	}
	return false
}

// standsAlone tells dates that need no preposition: last year, yesterday, 3 May 2022, 2022-05-03.
func standsAlone(words []token) bool {
	if len(words) > 1 {
		return true
	}
	return words[0].low == "yesterday" || words[0].low == "today" || strings.Contains(words[0].low, "-")
}
