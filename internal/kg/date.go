package kg

import (
	"regexp"
	"time"
)

// Date is a point in time at the precision it was given in: "2022", "2022-08", "2022-08-17" or an RFC 3339 time in UTC.
// The zero value means unknown. Dates compare as strings; a coarser date sorts before every finer one inside it.
type Date string

var dateForm = regexp.MustCompile(`^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2}))?)?)?$`)

var dateLayouts = []string{"2006-01-02", "2006-01", "2006"}

// ParseDate checks s and returns it as a Date; times are turned to UTC and cut to seconds. An empty s is the unknown
// date.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return "", nil
	}
	if dateForm.MatchString(s) {
		if t, err := time.Parse(time.RFC3339, s); err == nil {
			return DateOf(t), nil
		}
		for _, layout := range dateLayouts {
			if _, err := time.Parse(layout, s); err == nil {
				return Date(s), nil
			}
		}
	}
	return "", Errorf(Invalid, "%q is not a date; write 2022, 2022-08, 2022-08-17 or 2022-08-17T09:30:00Z", s)
}

// DateOf gives t, in UTC and to the second, as a Date.
func DateOf(t time.Time) Date { return Date(t.UTC().Format("2006-01-02T15:04:05Z")) }

// Day is the date without a time of day.
func (d Date) Day() Date {
	if len(d) > 10 {
		return d[:10]
	}
	return d
}

// UpTo is the largest string that any moment inside d can have, for comparing "not later than d".
func (d Date) UpTo() string { return string(d) + "~" }

// Time is the first moment of d in UTC; ok is false for the unknown date.
func (d Date) Time() (t time.Time, ok bool) {
	if t, err := time.Parse(time.RFC3339, string(d)); err == nil {
		return t, true
	}
	for _, layout := range dateLayouts {
		if t, err := time.Parse(layout, string(d)); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}
