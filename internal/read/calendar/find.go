package calendar

import (
	"strconv"
	"strings"
	"unicode"

	"sayso/internal/kg"
)

// Find gives the dates in a text's words, in their order, none within another.
func Find(words []string) []Expression {
	g := grammar{words: words, low: make([]string, len(words))}
	for i, w := range words {
		g.low[i] = strings.ToLower(w)
	}
	var out []Expression
	for i := 0; i < len(words); {
		e, end := g.at(i)
		if end <= i {
			i++
			continue
		}
		e.First, e.End = i, end
		out = append(out, e)
		i = end
	}
	return out
}

// grammar reads the words of a text. Its methods read something at a place and give where it ends, the place itself
// where it is not there.
type grammar struct{ words, low []string }

func (g grammar) is(i int, words map[string]bool) bool { return i < len(g.low) && words[g.low[i]] }

// at reads a date with what stands before it: "the early hours of Monday", "early 2022", "last May".
func (g grammar) at(i int) (Expression, int) {
	for _, read := range []func(int) (Expression, int){g.ago, g.unit, g.sameDay, g.whole, g.partOf} {
		if e, end := read(i); end > i {
			return e, end
		}
	}
	return Expression{}, i
}

// partOf reads a part of a day, a month or a year: "the night of 5 May", "late May", "mid-2022".
func (g grammar) partOf(i int) (Expression, int) {
	at := i
	if g.is(at, article) {
		at++
	}
	first := at
	for g.is(at, how) && at < first+2 {
		at++
	}
	if at < len(g.low) && g.low[at] == "-" { // "mid-May" in three words
		at++
	}
	if part := at; g.is(part, parts) && g.is(part+1, ofWords) {
		at = part + 2
		if g.is(at, article) {
			at++
		}
	}
	if at == first {
		return Expression{}, i
	}
	if at >= len(g.low) {
		return Expression{}, i
	}
	e, end := g.year(at, true)
	e.Sure = true
	if end == at {
		e, end = g.whole(at)
	}
	if end == at {
		return Expression{}, i
	}
	return e, end
}

// whole reads a date in figures, a day and month in either order, a month, a day of the week or a word for a day.
func (g grammar) whole(i int) (Expression, int) {
	for _, read := range []func(int) (Expression, int){g.figures, g.weekday, g.dayMonth, g.monthDay, g.month, g.word,
		g.season, g.bareYear} {
		if e, end := read(i); end > i {
			return e, end
		}
	}
	return Expression{}, i
}

// figures reads "2024-02-14", "14/02/2024", "14.02.2024", in one word or cut at the signs.
func (g grammar) figures(i int) (Expression, int) {
	text, end := g.words[i], i+1
	if i+5 <= len(g.words) && len(g.words[i+1]) == 1 && strings.Contains("-/.", g.words[i+1]) &&
		g.words[i+3] == g.words[i+1] {
		text, end = strings.Join(g.words[i:i+5], ""), i+5
	}
	if strings.Count(text, "-") != 2 && strings.Count(text, "/") != 2 && strings.Count(text, ".") != 2 {
		return Expression{}, i
	}
	date, err := kg.ParseDateAsWritten(inOrder(text))
	if err != nil || len(date) != len("2006-01-02") {
		return Expression{}, i
	}
	t, _ := date.Time()
	return Expression{Sure: true, year: t.Year(), month: t.Month(), day: t.Day()}, end
}

// inOrder writes figures with the year first where they show the order that they are in: full stops have the day first,
// a year of two figures is this century's, and no month is above 12.
func inOrder(text string) string {
	dotted := strings.Contains(text, ".")
	parts := strings.Split(strings.ReplaceAll(text, ".", "/"), "/")
	if len(parts) != 3 || len(parts[0]) > 2 {
		return strings.Join(parts, "/")
	}
	day, month, year := parts[0], parts[1], parts[2]
	if n, err := strconv.Atoi(month); err == nil && n > 12 && !dotted {
		day, month = month, day
	}
	if len(year) == 2 {
		if n, err := strconv.Atoi(day); err != nil || n <= 12 && !dotted {
			return strings.Join(parts, "/")
		}
		year = "20" + year
	} else if !dotted {
		return strings.Join(parts, "/")
	}
	return year + "/" + month + "/" + day
}

// weekday reads "Monday", "last Monday", "Monday night", "Sunday, 10 March".
func (g grammar) weekday(i int) (Expression, int) {
	step, at := g.step(i)
	day, ok := weekdayOf(g.name(at))
	if !ok || len(g.name(at)) < 4 && !g.stopped(at) {
		return Expression{}, i
	}
	at = g.pastStop(at + 1)
	behind := at
	if behind < len(g.low) && g.low[behind] == "," {
		behind++
	}
	for _, read := range []func(int) (Expression, int){g.dayMonth, g.monthDay, g.figures} {
		if behind < len(g.words) {
			if e, end := read(behind); end > behind {
				return e, end
			}
		}
	}
	for n := 0; n < 2 && (g.is(at, how) || g.is(at, parts)) && !g.is(at+1, ofWords); n++ {
		if g.is(at, parts) {
			return Expression{Sure: true, named: true, weekday: day, step: step}, at + 1
		}
		at++
	}
	return Expression{Sure: true, named: true, weekday: day, step: step}, behindName(behind, at)
}

// behindName is where a day of the week ends: before a comma.
func behindName(behind, at int) int {
	if behind > at {
		return at
	}
	return behind
}

// step reads "last", "this", "next" before a day or a month.
func (g grammar) step(i int) (step, at int) {
	switch {
	case g.is(i, backWords):
		return -1, i + 1
	case g.is(i, forthWords):
		return 1, i + 1
	case g.is(i, thisWords):
		return 0, i + 1
	}
	return 0, i
}

// name is a word that begins with a capital, in small letters and without the full stop of an abbreviation; "" for
// others.
func (g grammar) name(i int) string {
	if i >= len(g.words) || g.words[i] == "" || !unicode.IsUpper([]rune(g.words[i])[0]) {
		return ""
	}
	return strings.TrimSuffix(g.low[i], ".")
}

// stopped reports whether a word is an abbreviation with its full stop.
func (g grammar) stopped(i int) bool {
	return strings.HasSuffix(g.words[i], ".") || i+1 < len(g.words) && g.words[i+1] == "."
}

// pastStop skips a full stop that stands as a word of its own between an abbreviation and a number.
func (g grammar) pastStop(i int) int {
	if i+1 < len(g.words) && g.words[i] == "." && unicode.IsDigit(rune(g.words[i+1][0])) {
		return i + 1
	}
	return i
}

func letters(word string) bool { return strings.IndexFunc(word, unicode.IsLetter) >= 0 }

// Resolve reads words that hold one date, told as done on a day; "" where they hold none or the day is not known.
func Resolve(words string, told kg.Date) kg.Date {
	fields := split(words)
	found := Find(fields)
	if len(found) != 1 {
		return ""
	}
	return found[0].Date(told, "", Past)
}

// split cuts words at blanks and puts commas apart.
func split(words string) []string { return strings.Fields(strings.ReplaceAll(words, ",", " , ")) }
