package ask

import (
	"strconv"
	"strings"
	"time"

	"sayso/internal/kg"
)

var months = map[string]int{"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
	"october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12}

var seasons = map[string][2]int{"spring": {3, 5}, "summer": {6, 8}, "autumn": {9, 11}, "fall": {9, 11}}

// date reads a date at word i, with "the", "early" and the like before it, and gives how many words it has.
func (c clock) date(words []token, i int) (span, int) {
	start := i
	for i < len(words) && set("the early late mid beginning end start middle of year month")[words[i].low] {
		i++
	}
	for _, read := range []func([]token) (span, int){c.relative, c.season, partOfYear, absolute, c.monthOnly} {
		if i < len(words) {
			if s, n := read(words[i:]); n > 0 {
				return s, i - start + n
			}
		}
	}
	return span{}, 0
}

// relative reads "last month", "this year", "yesterday", "last 30 days".
func (c clock) relative(words []token) (span, int) {
	now := c.now.UTC()
	day := func(t time.Time) kg.Date { return kg.DateOf(t).Day() }
	switch words[0].low {
	case "yesterday":
		return span{from: day(now.AddDate(0, 0, -1)), to: day(now.AddDate(0, 0, -1))}, 1
	case "today":
		return span{from: day(now), to: day(now)}, 1
	case "last", "past", "previous", "this", "current":
	default:
		if d, ok := c.weekday(words[0].low); ok && words[0].name {
			return span{from: d, to: d, guessed: true}, 1
		}
		return c.ago(words)
	}
	if len(words) < 2 {
		return span{}, 0
	}
	if d, ok := c.weekday(words[1].low); ok {
		return span{from: d, to: d, guessed: true}, 2
	}
	back := 1
	if words[0].low == "this" || words[0].low == "current" {
		back = 0
	}
	month := func(k int) kg.Date {
		return day(time.Date(now.Year(), now.Month()-time.Month(k), 1, 0, 0, 0, 0, time.UTC))[:7]
	}
	monday := now.AddDate(0, 0, -(int(now.Weekday())+6)%7)
	switch words[1].low {
	case "year":
		return span{from: day(now.AddDate(-back, 0, 0))[:4], to: day(now.AddDate(-back, 0, 0))[:4]}, 2
	case "month":
		return span{from: month(back), to: month(back)}, 2
	case "decade":
		return span{from: day(now.AddDate(-10*back, 0, 0)), to: day(now), guessed: back == 0}, 2
	case "week":
		return span{from: day(monday.AddDate(0, 0, -7*back)), to: day(monday.AddDate(0, 0, 6-7*back))}, 2
	}
	if n, err := strconv.Atoi(numberWord(words[1].low)); err == nil && n > 0 && n < 10000 && len(words) > 2 && back == 1 {
		units := map[string][3]int{"day": {0, 0, n}, "week": {0, 0, 7 * n}, "month": {0, n, 0}, "year": {n, 0, 0}}
		if u, ok := units[strings.TrimSuffix(words[2].low, "s")]; ok {
			return span{from: day(now.AddDate(-u[0], -u[1], -u[2])), to: day(now)}, 3
		}
	}
	return span{}, 0
}

// weekday gives the latest day of that name before today.
func (c clock) weekday(low string) (kg.Date, bool) {
	for back := 1; back <= 7; back++ {
		day := c.now.UTC().AddDate(0, 0, -back)
		if strings.ToLower(day.Weekday().String()) == low {
			return kg.DateOf(day).Day(), true
		}
	}
	return "", false
}

// ago reads "two years ago", which is as exact as its unit, and unsure.
func (c clock) ago(words []token) (span, int) {
	n, err := strconv.Atoi(numberWord(words[0].low))
	if words[0].low == "a" || words[0].low == "one" {
		n, err = 1, nil
	}
	if err != nil || n < 1 || n > 9999 || len(words) < 3 || words[2].low != "ago" {
		return span{}, 0
	}
	now := c.now.UTC()
	switch strings.TrimSuffix(words[1].low, "s") {
	case "day":
		d := kg.DateOf(now.AddDate(0, 0, -n)).Day()
		return span{from: d, to: d}, 3
	case "week":
		d := kg.DateOf(now.AddDate(0, 0, -7*n)).Day()
		return span{from: d, to: d, guessed: true}, 3
	case "month":
		d := kg.DateOf(time.Date(now.Year(), now.Month()-time.Month(n), 1, 0, 0, 0, 0, time.UTC))[:7]
		return span{from: d, to: d, guessed: true}, 3
	case "year":
		d := kg.DateOf(now.AddDate(-n, 0, 0))[:4]
		return span{from: d, to: d, guessed: true}, 3
	}
	return span{}, 0
}

func numberWord(low string) string {
	for i, w := range strings.Fields("zero one two three four five six seven eight nine ten eleven twelve") {
		if w == low {
			return strconv.Itoa(i)
		}
	}
	return low
}

// season reads "summer of 2014" and "1990s".
func (c clock) season(words []token) (span, int) {
	if decade, ok := strings.CutSuffix(words[0].low, "0s"); ok && len(decade) == 3 {
		if _, err := strconv.Atoi(decade); err == nil {
			return span{from: kg.Date(decade + "0"), to: kg.Date(decade + "9")}, 1
		}
	}
	s, ok := seasons[words[0].low]
	if !ok {
		return span{}, 0
	}
	n := 1
	if len(words) > 1 && words[1].low == "of" {
		n = 2
	}
	if len(words) <= n || !isYear(words[n].low) {
		return span{}, 0
	}
	year := words[n].low
	return span{from: kg.Date(year + "-" + pad(s[0], 2)), to: kg.Date(year + "-" + pad(s[1], 2))}, n + 1
}

// partOfYear reads "Q1 2022", "first half of 2022", "third quarter of 2014".
func partOfYear(words []token) (span, int) {
	ordinals := map[string]int{"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "q1": 1, "q2": 2, "q3": 3, "q4": 4}
	part, n, length := ordinals[words[0].low], 1, 3
	switch {
	case part == 0:
		return span{}, 0
	case begins(words[1:], "half of"):
		n, length = 3, 6
		if words[0].low == "last" {
			part = 2
		}
	case begins(words[1:], "quarter of"):
		n = 3
	case words[0].low[0] != 'q':
		return span{}, 0
	case begins(words[1:], "of"):
		n = 2
	}
	if n >= len(words) || !isYear(words[n].low) || part*length > 12 {
		return span{}, 0
	}
	year := words[n].low + "-"
	return span{from: kg.Date(year + pad((part-1)*length+1, 2)), to: kg.Date(year + pad(part*length, 2))}, n + 1
}

func isYear(s string) bool {
	n, err := strconv.Atoi(s)
	return err == nil && len(s) == 4 && n > 0
}

// absolute reads the longest of "2022-08-17", "2022", "August 2022", "17 August 2022", "August 17 2022", "the 17th of August 2022".
func absolute(words []token) (span, int) {
	if d, err := kg.ParseDate(strings.ToUpper(words[0].low)); err == nil && d != "" && strings.Contains(words[0].low, "-") {
		return span{from: d, to: d}, 1
	}
	var year, month, day, n int
	for k := 0; k < len(words) && k < 4; k++ {
		w := words[k].low
		number, err := strconv.Atoi(strings.TrimRight(w, "stndrh"))
		switch {
		case w == "of" && day > 0 && month == 0:
			continue
		case months[w] > 0 && month == 0:
			month = months[w]
		case isYear(w):
			year, n = number, k+1
		case err == nil && number > 0 && number < 32 && day == 0:
			day = number
		default:
			k = len(words)
		}
		if year > 0 {
			break
		}
	}
	if year == 0 || day > 0 && month == 0 {
		return span{}, 0
	}
	text := pad(year, 4)
	if month > 0 {
		text += "-" + pad(month, 2)
	}
	if day > 0 {
		text += "-" + pad(day, 2)
	}
	d, err := kg.ParseDate(text)
	if err != nil {
		return span{}, 0
	}
	return span{from: d, to: d}, n
}

// monthOnly reads a month without a year: the latest that has begun.
func (c clock) monthOnly(words []token) (span, int) {
	m := months[words[0].low]
	if m == 0 || !words[0].name && words[0].low == "may" || len(words[0].low) == 3 {
		return span{}, 0
	}
	year := c.now.UTC().Year()
	if m > int(c.now.UTC().Month()) {
		year--
	}
	d := kg.Date(pad(year, 4) + "-" + pad(m, 2))
	return span{from: d, to: d, guessed: true}, 1
}

func pad(n, width int) string {
	s := strconv.Itoa(n)
	for len(s) < width {
		s = "0" + s
	}
	return s
}

func dayBefore(d kg.Date) kg.Date {
	t, ok := d.Time()
	if !ok {
		return d
	}
	return kg.DateOf(t.AddDate(0, 0, -1)).Day()
}

// dayAfter gives the next day, month or year, whichever the date is.
func dayAfter(d kg.Date) kg.Date {
	t, ok := d.Time()
	if !ok {
		return d
	}
	switch len(d) {
	case 4:
		return kg.DateOf(t.AddDate(1, 0, 0))[:4]
	case 7:
		return kg.DateOf(t.AddDate(0, 1, 0))[:7]
	}
	return kg.DateOf(t.AddDate(0, 0, 1)).Day()
}
