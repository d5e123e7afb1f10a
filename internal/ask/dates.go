package ask

import (
	"strconv"
	"strings"
	"time"

	"sayso/internal/kg"
)

// date reads a date at word i, with "the", "early" and the like before it, and gives how many words it has.
func (c clock) date(words []token, i int) (span, int) {
	start := i
	for i < len(words) && dateLeads[words[i].low] {
		i++
	}
	if i == len(words) {
		return span{}, 0
	}
	readers := []func([]token) (span, int){c.relative, c.season, partOfYear, absolute, c.monthOnly}
	if i > start && articles[words[i-1].low] && !words[i].name {
		readers = readers[:len(readers)-1] // at the march in Norport
	}
	for _, read := range readers {
		if s, n := read(words[i:]); n > 0 {
			return s, i - start + n
		}
	}
	return span{}, 0
}

// relative reads "last month", "this year", "yesterday", "last 30 days".
func (c clock) relative(words []token) (span, int) {
	now := c.now.UTC()
	switch low := words[0].low; {
	case yesterdayWords[low]:
		return span{from: dayOf(now.AddDate(0, 0, -1)), to: dayOf(now.AddDate(0, 0, -1))}, 1
	case todayWords[low]:
		return span{from: dayOf(now), to: dayOf(now)}, 1
	}
	if !thisOrLast[words[0].low] {
		if unitOf(words[0].low) == weekend { // over the weekend
			s, _ := c.whole(weekend, c.weekendsBack())
			return s, 1
		}
		if d, ok := c.weekday(words[0].low); ok {
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
	steps := 1
	if thisSpan[words[0].low] {
		steps = 0
	}
	if m := months.place(words[1].low); m > 0 {
		return c.lastMonth(m, steps), 2
	}
	if s, ok := c.whole(unit(units.place(words[1].low)), steps); ok {
		return s, 2
	}
	n, err := strconv.Atoi(numberWord(words[1].low))
	if err != nil || n < 1 || n > 9999 || len(words) < 3 || steps == 0 {
		return span{}, 0
	}
	if from, ok := back(now, n, unitOf(words[2].low)); ok {
		return span{from: dayOf(from), to: dayOf(now)}, 3
	}
	return span{}, 0
}

// whole is the week, month, year or decade that lies some steps back, 0 for this one. It gives false for other units.
func (c clock) whole(u unit, steps int) (span, bool) {
	now := c.now.UTC()
	switch u {
	case year:
		d := dayOf(now.AddDate(-steps, 0, 0))[:4]
		return span{from: d, to: d}, true
	case month:
		d := dayOf(time.Date(now.Year(), now.Month()-time.Month(steps), 1, 0, 0, 0, 0, time.UTC))[:7]
		return span{from: d, to: d}, true
	case decade:
		return span{from: dayOf(now.AddDate(-10*steps, 0, 0)), to: dayOf(now), guessed: steps == 0}, true
	case week:
		monday := now.AddDate(0, 0, -(int(now.Weekday())+6)%7)
		return span{from: dayOf(monday.AddDate(0, 0, -7*steps)), to: dayOf(monday.AddDate(0, 0, 6-7*steps))}, true
	case weekend:
		saturday := now.AddDate(0, 0, -(int(now.Weekday())+6)%7+5-7*steps)
		return span{from: dayOf(saturday), to: dayOf(saturday.AddDate(0, 0, 1)), guessed: true}, true
	}
	return span{}, false
}

// lastMonth is the latest month of that number that is over, or with no steps the one of this year: last September.
func (c clock) lastMonth(m, steps int) span {
	year := c.now.UTC().Year()
	if steps > 0 && m >= int(c.now.UTC().Month()) {
		year--
	}
	d := kg.Date(pad(year, 4) + "-" + pad(m, 2))
	return span{from: d, to: d}
}

// weekendsBack is how many weeks the latest weekend that has begun lies back.
func (c clock) weekendsBack() int {
	if day := c.now.UTC().Weekday(); day == time.Saturday || day == time.Sunday {
		return 0
	}
	return 1
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
	if oneWords[words[0].low] {
		n, err = 1, nil
	}
	if err != nil || n < 1 || n > 9999 || len(words) < 3 || !agoWords[words[2].low] {
		return span{}, 0
	}
	u := unitOf(words[1].low)
	from, ok := back(c.now.UTC(), n, u)
	if !ok {
		return span{}, 0
	}
	d := kg.DateOf(from).Day()
	switch u {
	case month:
		d = kg.DateOf(time.Date(c.now.UTC().Year(), c.now.UTC().Month()-time.Month(n), 1, 0, 0, 0, 0, time.UTC))[:7]
	case year:
		d = d[:4]
	}
	return span{from: d, to: d, guessed: u != day}, 3
}

// unit is a unit of time, by its place in the list of units.
type unit int

const (
	day unit = 1 + iota
	week
	month
	year
	decade
	weekend
)

// unitOf gives the unit that a word in the singular or plural names, 0 for none.
func unitOf(low string) unit { return unit(units.place(strings.TrimSuffix(low, "s"))) }

// back counts n units back from a moment. It gives false for units that nothing is counted in.
func back(now time.Time, n int, u unit) (time.Time, bool) {
	switch u {
	case day:
		return now.AddDate(0, 0, -n), true
	case week:
		return now.AddDate(0, 0, -7*n), true
	case month:
		return now.AddDate(0, -n, 0), true
	case year:
		return now.AddDate(-n, 0, 0), true
	}
	return now, false
}

func dayOf(t time.Time) kg.Date { return kg.DateOf(t).Day() }

// numberWord writes a number that is a word in figures.
func numberWord(low string) string {
	if n := numberWords.place(low); n > 0 {
		return strconv.Itoa(n - 1)
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
	s := seasons.place(words[0].low)
	if s == 0 {
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
	return span{from: kg.Date(year + "-" + pad(3*s, 2)), to: kg.Date(year + "-" + pad(3*s+2, 2))}, n + 1
}

// partOfYear reads "Q1 2022", "first half of 2022", "third quarter of 2014".
func partOfYear(words []token) (span, int) {
	part, n, length := ordinals.place(words[0].low), 1, 3
	switch {
	case part == 0:
		return span{}, 0
	case begins(words[1:], halfOf):
		n, length = 3, 6
		if secondHalf[words[0].low] {
			part = 2
		}
	case begins(words[1:], quarterOf):
		n = 3
	case words[0].low[0] != 'q':
		return span{}, 0
	case opensWith(words[1:], "of"):
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

// absolute reads the longest of "2022-08-17", "2022", "August 2022", "17 August 2022", "August 17 2022", "the 17th of
// August 2022".
func absolute(words []token) (span, int) {
	first := words[0].low
	if d, err := kg.ParseDate(strings.ToUpper(first)); err == nil && d != "" && strings.Contains(first, "-") {
		return span{from: d, to: d}, 1
	}
	year, month, day, n := dateParts(words)
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

// dateParts reads the parts of a date up to its year, in any order; n is how many words they have. What is not there
// is 0.
func dateParts(words []token) (year, month, day, n int) {
	for k := 0; k < len(words) && k < 4; k++ {
		w := words[k].low
		number, err := strconv.Atoi(strings.TrimRight(w, "stndrh"))
		switch {
		case w == "of" && day > 0 && month == 0:
		case months.place(w) > 0 && month == 0:
			month = months.place(w)
		case isYear(w):
			return number, month, day, k + 1
		case err == nil && number > 0 && number < 32 && day == 0:
			day = number
		default:
			return 0, month, day, 0
		}
	}
	return 0, month, day, 0
}

// monthOnly reads a month without a year: the latest that has begun.
func (c clock) monthOnly(words []token) (span, int) {
	m := months.place(words[0].low)
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
