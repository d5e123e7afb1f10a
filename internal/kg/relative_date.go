package kg

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// relativeForm is a sign, then years, months, weeks and days, each at most once: -1y6m, or in ISO 8601's spelling
// P1Y6M.
var relativeForm = regexp.MustCompile(`^([-+])?(P)?(?:(\d{1,4})Y)?(?:(\d{1,5})M)?(?:(\d{1,5})W)?(?:(\d{1,6})D)?$`)

// ParseDateAt reads what [ParseDate] reads, and dates told from now: "now", "today", "yesterday", "tomorrow", "-30d",
// "-2w", "-6m", "-1y", "-1y6m" (a plus sign for later), and ISO 8601 durations, which mean so long ago: "P30D". All but
// "now" are a day, in UTC; a month earlier than the 31st is the last day of a shorter month.
func ParseDateAt(s string, now time.Time) (Date, error) {
	now = now.UTC()
	switch strings.ToLower(s) {
	case "now":
		return DateOf(now), nil
	case "today":
		return dayOf(now), nil
	case "yesterday":
		return dayOf(now.AddDate(0, 0, -1)), nil
	case "tomorrow":
		return dayOf(now.AddDate(0, 0, 1)), nil
	}
	if d, ok := relativeDay(strings.ToUpper(s), now); ok {
		return d, nil
	}
	if d, err := ParseDate(s); err == nil {
		return d, nil
	}
	return "", Errorf(
		Invalid,
		"%q is not a date; write 2022, 2022-08, 2022-08-17 or 2022-08-17T09:30:00Z, or count from today: "+
			"today, yesterday, -30d, -2w, -6m, -1y, P30D",
		shorten(s),
	)
}

func dayOf(t time.Time) Date { return Date(t.Format("2006-01-02")) }

// relativeDay reads an upper-case distance. It takes a sign or a P, so that a year stays a year.
func relativeDay(s string, now time.Time) (Date, bool) {
	m := relativeForm.FindStringSubmatch(s)
	if m == nil || (m[1] == "" && m[2] == "") || m[3]+m[4]+m[5]+m[6] == "" {
		return "", false
	}
	direction := -1
	if m[1] == "+" {
		direction = 1
	}
	n := func(i int) int {
		v, _ := strconv.Atoi(m[i]) // digits, few enough, or empty
		return direction * v
	}
	t := addMonths(now, 12*n(3)+n(4)).AddDate(0, 0, 7*n(5)+n(6))
	if t.Year() < 0 || t.Year() > 9999 {
		return "", false
	}
	return dayOf(t), true
}

// addMonths goes to the same day of another month, or its last day where it is shorter.
func addMonths(t time.Time, months int) time.Time {
	first := time.Date(t.Year(), t.Month()+time.Month(months), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(t.Day(), last)-1)
}
