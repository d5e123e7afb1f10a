package calendar

import (
	"time"

	"sayso/internal/kg"
)

// Expression is a date as a text writes it. Dates that the day of telling is needed for are worked out by
// [Expression.Date].
type Expression struct {
	First, End int  // token indexes, end-exclusive
	Sure       bool // it is a date whatever the tagger says; else only together with a hint

	year  int        // 0 where none is written
	month time.Month // 0 where none is written
	day   int        // 0 where none is written
	// coarse says that a stretch of time is meant within the month or year: "5–7 May".
	coarse bool

	named   bool // weekday is written
	weekday time.Weekday
	step    int // -1 for "last", 1 for "next", 0 for neither

	counted bool // amount units from the day of telling, negative for before
	amount  int
	unit    int  // days of the unit
	ago     bool // it is counted to the day: "a week ago" is no "last week"

	sameDay bool // the day that the text named before
}

// Relative reports whether a date is counted from the day of telling: "yesterday", "two days ago".
func (e Expression) Relative() bool { return e.counted }

// Direction says on which side of the day of telling a date lies that does not say it itself.
type Direction int

// What the verb of a clause says of when it happens.
const (
	Past    Direction = iota // told as done
	Future                   // told as to come
	Unknown                  // either: days without a year have no date
)

// Date works out the date, with the day on which it is told and the date that the text named before, where they are
// known. It is as precise as it is written, and "" where it cannot be known.
func (e Expression) Date(told kg.Date, named kg.Date, d Direction) kg.Date {
	now, known := told.Time()
	known = known && len(told) >= len("2006-01-02")
	switch {
	case e.sameDay:
		return named.Day()
	case e.year != 0:
		return e.written(e.year)
	case !known:
		return ""
	case e.month != 0:
		return e.nearest(now, d)
	case e.named:
		return e.ofWeek(now, d)
	case e.counted:
		return e.countedFrom(now)
	}
	return ""
}

// written is the date in a year.
func (e Expression) written(year int) kg.Date {
	switch {
	case e.month == 0:
		return kg.Date(time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC).Format("2006"))
	case e.day == 0 || e.coarse:
		return kg.Date(time.Date(year, e.month, 1, 0, 0, 0, 0, time.UTC).Format("2006-01"))
	}
	t := time.Date(year, e.month, e.day, 0, 0, 0, 0, time.UTC)
	if t.Month() != e.month {
		return "" // 30 February
	}
	return dayOf(t)
}

// nearest is the last such day or month before the day of telling, or the next one.
func (e Expression) nearest(now time.Time, d Direction) kg.Date {
	if d == Unknown {
		return ""
	}
	year := now.Year()
	first := time.Date(year, e.month, max(e.day, 1), 0, 0, 0, 0, time.UTC)
	today := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
	if e.day == 0 {
		today = time.Date(now.Year(), now.Month(), 1, 0, 0, 0, 0, time.UTC)
	}
	switch {
	case e.step != 0:
		year = stepped(year, e.step, first, today)
	case d == Past && first.After(today):
		year--
	case d == Future && first.Before(today):
		year++
	}
	return e.written(year)
}

// stepped is the year of "last May" and "next May": the nearest that is over, or still to come.
func stepped(year, step int, first, today time.Time) int {
	switch {
	case step < 0 && !first.Before(today):
		return year - 1
	case step > 0 && !first.After(today):
		return year + 1
	}
	return year
}

// ofWeek is the nearest such day of the week on or before the day of telling, or after it. "Next Monday" may be this
// week's or the one after.
func (e Expression) ofWeek(now time.Time, d Direction) kg.Date {
	back := (int(now.Weekday()) - int(e.weekday) + 7) % 7
	switch {
	case e.step > 0 || d == Unknown && e.step == 0:
		return ""
	case e.step < 0 && back == 0:
		back = 7
	case e.step == 0 && d == Future && back > 0:
		back -= 7
	}
	return dayOf(now.AddDate(0, 0, -back))
}

// mostExact is how many days a count may have to be meant to the day: "ten days ago", not "a hundred days ago".
const mostExact = 31

// countedFrom is what lies a number of units from the day of telling, as precise as the unit.
func (e Expression) countedFrom(now time.Time) kg.Date {
	switch {
	case e.unit >= 3650:
		return ""
	case e.unit >= 365:
		return kg.Date(now.AddDate(e.amount, 0, 0).Format("2006"))
	case e.unit >= 30:
		return kg.Date(time.Date(now.Year(), now.Month()+time.Month(e.amount), 1, 0, 0, 0, 0, time.UTC).Format("2006-01"))
	case e.unit > 1 && (!e.ago || e.amount != -1): // the week around it
		monday := now.AddDate(0, 0, e.amount*e.unit-(int(now.Weekday())+6)%7)
		return common(monday, monday.AddDate(0, 0, 6))
	case e.amount < -mostExact:
		return ""
	}
	return dayOf(now.AddDate(0, 0, e.amount*e.unit))
}

// common is the month or year that two days share.
func common(a, b time.Time) kg.Date {
	switch {
	case a.Year() != b.Year():
		return ""
	case a.Month() != b.Month():
		return kg.Date(a.Format("2006"))
	}
	return kg.Date(a.Format("2006-01"))
}

func dayOf(t time.Time) kg.Date { return kg.Date(t.Format("2006-01-02")) }
