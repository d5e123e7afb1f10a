package calendar

import (
	"strconv"
	"strings"
)

// season reads "spring 2022".
func (g grammar) season(i int) (Expression, int) {
	if !g.is(i, seasons) {
		return Expression{}, i
	}
	n, end := g.figuresOfYear(i + 1)
	if end == i+1 {
		return Expression{}, i
	}
	return Expression{year: n, Sure: true}, end
}

// word reads "yesterday", "yesterday evening", "tonight", "the day before yesterday".
func (g grammar) word(i int) (Expression, int) {
	n, end, ok := 0.0, min(i+longestRelative, len(g.low)), false
	for ; end > i; end-- {
		if n, ok = relative[strings.Join(g.low[i:end], " ")]; ok {
			break
		}
	}
	if !ok {
		return Expression{}, i
	}
	if g.is(end, parts) && !g.is(end+1, ofWords) {
		end++
	}
	return Expression{Sure: true, counted: true, amount: int(n), unit: 1}, end
}

// ago reads "two days ago", "a week ago", "10 years ago".
func (g grammar) ago(i int) (Expression, int) {
	n := 0
	switch count, known := numerals[g.low[i]]; {
	case g.is(i, oneWords):
		n = 1
	case known:
		n = int(count)
	default:
		n, _ = strconv.Atoi(g.low[i])
	}
	if n < 1 || n > 1000 || i+2 >= len(g.low) || units[g.low[i+1]] == 0 || !g.is(i+2, before) {
		return Expression{}, i
	}
	return Expression{Sure: true, counted: true, amount: -n, unit: int(units[g.low[i+1]]), ago: true}, i + 3
}

// unit reads "last month", "this year".
func (g grammar) unit(i int) (Expression, int) {
	step, at := g.step(i)
	if at == i || at >= len(g.low) || units[g.low[at]] == 0 {
		return Expression{}, i
	}
	end := at + 1
	return Expression{Sure: true, counted: true, amount: step, unit: int(units[g.low[at]])}, end
}

// sameDay reads "that day", "the same day".
func (g grammar) sameDay(i int) (Expression, int) {
	at := i
	if g.is(at, how) {
		at++
	}
	if g.is(at, article) {
		at++
	}
	if !g.is(at, again) || at+1 >= len(g.low) || units[g.low[at+1]] != 1 {
		return Expression{}, i
	}
	return Expression{Sure: true, sameDay: true}, at + 2
}
