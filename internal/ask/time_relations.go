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
		if t.knownAt != "" && knownWords[words[i].low] {
			rest = dropKnown(rest)
		}
		i += n
	}
	return rest, t
}

// dropKnown takes off "as was" before "known in March 2022".
func dropKnown(rest []token) []token {
	for len(rest) > 1 && knownLeads[rest[len(rest)-1].low] {
		rest = rest[:len(rest)-1]
	}
	return rest
}

// phrase reads a time that begins at word i and gives how many words it has, 0 for none.
func (c clock) phrase(words []token, i int, t *times) int {
	switch low := words[i].low; {
	case knownWords[low] && (i == 0 || !words[i-1].name || beForms[words[i-1].low]):
		return c.known(words, i, t) // but "by what name was Nauru known"
	case fromBetween[low]:
		return c.fromTo(words, i, t)
	}
	return c.relation(words, i, t)
}

// known reads "known in March 2022", "known before May".
func (c clock) known(words []token, i int, t *times) int {
	skip := 1
	for knownIn[lowAt(words, i+skip)] {
		skip++
	}
	s, n := c.date(words, i+skip)
	if n == 0 || skip == 1 {
		return 0
	}
	t.knownAt = s.to
	if lowAt(words, i+skip-1) == "before" {
		t.knownAt = dayBefore(s.from)
	}
	t.guessed = t.guessed || s.guessed
	return skip + n
}

// fromTo reads "from 2014 to 2016", "between May and July 2022", "from 2014 on".
func (c clock) fromTo(words []token, i int, t *times) int {
	a, n := c.date(words, i+1)
	if n == 0 {
		return 0
	}
	join := i + 1 + n
	if toUntil[lowAt(words, join)] {
		if b, m := c.date(words, join+1); m > 0 {
			t.from, t.to, t.guessed = a.from, b.to, a.guessed || b.guessed
			return join + 1 + m - i
		}
	}
	if words[i].low != "from" {
		return 0
	}
	t.from, t.guessed = a.from, a.guessed
	if onwards[lowAt(words, join)] {
		n++
	}
	return 1 + n
}

// lowAt gives a word in lower case, "" behind the last.
func lowAt(words []token, k int) string {
	if k >= len(words) {
		return ""
	}
	return words[k].low
}

// timeRelation is a way for a date to narrow a question down: the words that lead to the date, and what they say of it.
type timeRelation struct {
	leads  forms
	goesOn bool // a second date may follow: in 2014 and 2015
	set    func(t *times, s span)
}

// timeRelations are tried in order; the first whose words lead to a date holds.
var timeRelations = []timeRelation{
	{timeAround, false, func(t *times, s span) { t.from, t.to, t.guessed = s.from, s.to, true }},
	{timeUntil, false, func(t *times, s span) { t.asOf = s.to }},
	{timeBefore, false, func(t *times, s span) { t.asOf = dayBefore(s.from) }},
	{timeSince, false, func(t *times, s span) { t.from = s.from }},
	{timeAfter, false, func(t *times, s span) { t.from = dayAfter(s.to) }},
	{timeWithin, true, func(t *times, s span) { t.from, t.to = s.from, s.to }},
}

// relation reads a preposition and a date, or a date that needs none.
func (c clock) relation(words []token, i int, t *times) int {
	for _, rel := range timeRelations {
		lead := rel.leads.length(words[i:])
		if lead == 0 {
			continue
		}
		s, n := c.date(words, i+lead)
		if n == 0 {
			continue
		}
		if rel.goesOn {
			end, more := c.second(words, i+lead+n, s)
			s, n = end, n+more
		}
		rel.set(t, s)
		t.guessed = t.guessed || s.guessed
		return lead + n
	}
	s, n := c.date(words, i)
	if n == 0 || !standsAlone(words[i:i+n]) {
		return 0
	}
	t.from, t.to, t.guessed = s.from, s.to, t.guessed || s.guessed
	return n
}

// second reads on where a later date follows the first: in 2014 and 2015. It gives the whole span and how many words it
// took.
func (c clock) second(words []token, join int, s span) (span, int) {
	if join+1 >= len(words) || !andUntil[words[join].low] {
		return s, 0
	}
	b, n := c.date(words, join+1)
	if n == 0 || b.from <= s.from {
		return s, 0
	}
	return span{from: s.from, to: b.to, guessed: s.guessed || b.guessed}, 1 + n
}

// unread reports whether words of time are left over that were not understood.
func unreadTime(words []token) bool {
	for i, w := range words {
		if w.opened > 0 || i > 0 && (begins(words[i-1:], whichOrWhat)) {
			continue // in which year
		}
		month := w.name && months.place(w.low) > 0 && len(w.low) > 3 && w.low != "may"
		if month || likelyYear(w.low) {
			return true
		}
		if unreadTimes[w.low] && !w.name {
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
	return loneDays[words[0].low] || strings.Contains(words[0].low, "-")
}

// likelyYear reports whether four figures are a year that news tells of.
func likelyYear(low string) bool {
	n, err := strconv.Atoi(low)
	return err == nil && len(low) == 4 && n > 1500 && n < 2200
}
