package dates

import (
	"strconv"
	"strings"
	"time"

	"sayso/internal/kg"
)

// Resolve reads an English date expression, with published as the day it is said on; "" when it is none or needs a
// day that is not known.
func Resolve(words string, published kg.Date) kg.Date {
	words = strings.ToLower(words)
	now, known := published.Time()
	if strings.ContainsAny(words, "-/") {
		if date, err := kg.ParseDateAsWritten(words); err == nil {
			return date
		}
	}
	y := Year.FindString(words)
	if m := month.FindString(words); m != "" {
		mon := time.Month(months[m[:3]])
		rest := day.FindStringSubmatch(strings.Replace(strings.Replace(words, y, "", 1), m, "", 1))
		return monthDate(y, mon, rest, now, known)
	}
	if y != "" {
		return kg.Date(y)
	}
	if !known {
		return ""
	}
	for name, wd := range weekdays {
		if strings.Contains(words, name) {
			back := (int(now.Weekday()) - int(wd) + 7) % 7
			if strings.HasPrefix(words, "last ") && back == 0 {
				back = 7
			}
			if strings.HasPrefix(words, "next ") {
				return ""
			}
			return kg.Date(now.AddDate(0, 0, -back).Format("2006-01-02"))
		}
	}
	if n := daysAgo.FindStringSubmatch(words); n != nil {
		days, err := strconv.Atoi(n[1])
		if err != nil {
			days = int(numerals[n[1]])
		}
		if days > 0 {
			return kg.Date(now.AddDate(0, 0, -days).Format("2006-01-02"))
		}
	}
	switch words {
	case "today":
		return kg.Date(now.Format("2006-01-02"))
	case "yesterday":
		return kg.Date(now.AddDate(0, 0, -1).Format("2006-01-02"))
	case "this month":
		return kg.Date(now.Format("2006-01"))
	case "last month":
		return kg.Date(time.Date(now.Year(), now.Month()-1, 1, 0, 0, 0, 0, time.UTC).Format("2006-01"))
	case "this year":
		return kg.Date(now.Format("2006"))
	case "last year":
		return kg.Date(strconv.Itoa(now.Year() - 1))
	}
	return ""
}

func monthDate(y string, mon time.Month, rest []string, now time.Time, known bool) kg.Date {
	if mon == 0 {
		return ""
	}
	n := 0
	if rest != nil {
		n, _ = strconv.Atoi(rest[1])
	}
	yr, _ := strconv.Atoi(y)
	if y == "" {
		if !known {
			return ""
		}
		yr = now.Year()
		if time.Date(yr, mon, max(n, 1), 0, 0, 0, 0, time.UTC).After(now) {
			yr--
		}
	}
	if n == 0 {
		return kg.Date(time.Date(yr, mon, 1, 0, 0, 0, 0, time.UTC).Format("2006-01"))
	}
	t := time.Date(yr, mon, n, 0, 0, 0, 0, time.UTC)
	if t.Month() != mon {
		return ""
	}
	return kg.Date(t.Format("2006-01-02"))
}
