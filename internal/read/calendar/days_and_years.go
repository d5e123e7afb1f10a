package calendar

import (
	"strconv"
	"strings"
)

// dayMonth reads "5 May", "the 5th of June 2022", "5–7 May", "5 to 7 May 2022".
func (g grammar) dayMonth(i int) (Expression, int) {
	at := i
	if g.is(at, article) {
		at++
	}
	day, end := g.day(at)
	if end == at {
		return Expression{}, i
	}
	coarse := false
	if g.is(end, rangeWords) {
		if _, last := g.day(end + 1); last > end+1 {
			end, coarse = last, true
		}
	}
	if g.is(end, ofWords) {
		end++
	}
	mon := monthOf(g.name(end))
	if mon == 0 {
		return Expression{}, i
	}
	e := Expression{Sure: true, month: mon, day: day, coarse: coarse}
	e.year, end = g.yearBehind(g.pastStop(end + 1))
	return e, end
}

// monthDay reads "May 5", "May 5th, 2022", "Feb. 24", "May 5–7, 2022".
func (g grammar) monthDay(i int) (Expression, int) {
	step, at := g.step(i)
	mon := monthOf(g.name(at))
	if mon == 0 {
		return Expression{}, i
	}
	at = g.pastStop(at + 1)
	if g.is(at, article) {
		at++
	}
	day, end := g.day(at)
	if end == at || g.amount(end) {
		return Expression{}, i
	}
	e := Expression{Sure: true, month: mon, day: day, step: step}
	if g.is(end, rangeWords) {
		if _, last := g.day(end + 1); last > end+1 && monthOf(g.name(last)) == 0 {
			end, e.coarse = last, true
		}
	}
	e.year, end = g.yearBehind(end)
	return e, end
}

// amount reports whether what follows a number makes it an amount: "May 5 percent" is none, "May 5 soldiers" neither.
// Only units of money and measure are told apart here.
func (g grammar) amount(i int) bool { return i < len(g.low) && (g.low[i] == "%" || g.low[i] == "°") }

// day reads the number of a day: "5", "05", "22nd", "5–7".
func (g grammar) day(i int) (int, int) {
	if i >= len(g.low) {
		return 0, i
	}
	digits := strings.TrimRight(g.low[i], "stndrh")
	if rest := g.low[i][len(digits):]; digits == "" || rest != "" && !ordinalEnds[rest] {
		return 0, i
	}
	n, err := strconv.Atoi(digits)
	if err != nil || len(digits) > 2 || n < 1 || n > 31 {
		return 0, i
	}
	return n, i + 1
}

// month reads "May 2022", "May of 2022", and bare months, of which those that are also other words need a preposition
// before them.
func (g grammar) month(i int) (Expression, int) {
	step, at := g.step(i)
	mon := monthOf(g.name(at))
	if mon == 0 {
		return Expression{}, i
	}
	end := g.pastStop(at + 1)
	e := Expression{month: mon, step: step}
	year := end
	if g.is(year, ofWords) {
		year++
	}
	if n, behind := g.figuresOfYear(year); behind > year {
		e.year, e.Sure = n, true
		return e, behind
	}
	if comma := end; comma < len(g.low) && g.low[comma] == "," {
		if n, behind := g.figuresOfYear(comma + 1); behind > comma+1 {
			e.year, e.Sure = n, true
			return e, behind
		}
	}
	e.Sure = (at > i || i > 0 && (inWords[g.low[i-1]] || how[g.low[i-1]])) && !g.isName(end)
	return e, end
}

// isName reports whether a name goes on at a place: "in May Tolland's house".
func (g grammar) isName(i int) bool { return g.name(i) != "" && !names[g.name(i)] }

// yearBehind reads a year behind a day and a month, with or without a comma.
func (g grammar) yearBehind(i int) (year, end int) {
	at := i
	if at < len(g.low) && g.low[at] == "," {
		at++
	}
	if n, end := g.figuresOfYear(at); end > at {
		return n, end
	}
	return 0, i
}

// figuresOfYear reads the four figures of a year from 1500 to 2099.
func (g grammar) figuresOfYear(i int) (int, int) {
	if i >= len(g.words) || len(g.words[i]) != 4 {
		return 0, i
	}
	n, err := strconv.Atoi(g.words[i])
	if err != nil || n < 1500 || n > 2099 {
		return 0, i
	}
	return n, i + 1
}

// bareYear reads a year by itself, which is sure only behind a preposition and before no noun that it may count.
func (g grammar) bareYear(i int) (Expression, int) {
	return g.year(i, i > 0 && inWords[g.low[i-1]])
}

func (g grammar) year(i int, led bool) (Expression, int) {
	n, end := g.figuresOfYear(i)
	if end == i {
		return Expression{}, i
	}
	return Expression{year: n, Sure: led && (end >= len(g.words) || !letters(g.words[end]) || inWords[g.low[end]])}, end
}
