package kg

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// ParseDateAsWritten reads what [ParseDate] reads, and the forms in which exports, feeds and people write dates, where
// they can mean one day only: "2024-05-22 10:00:00", "2024/05/22", "20240522", "22 May 2024", "May 22nd, 2024", RFC
// 2822 ("Wed, 22 May 2024 10:00:00 +0200"), Unix and HTTP dates, seconds, milli- and microseconds since 1970. A time of
// day without a zone is kept as its day, since its moment is not known. "05/06/2024" is refused: it is one day in
// Europe and another in America.
func ParseDateAsWritten(s string) (Date, error) {
	s = strings.Join(strings.Fields(s), " ")
	if d, err := ParseDate(s); err == nil { // also the empty text
		return d, nil
	}
	for _, read := range []func(string) (Date, error){epoch, figures, inWords} {
		if d, err := read(s); d != "" || err != nil {
			return d, err
		}
	}
	return "", Errorf(
		Invalid,
		"%q is not a date; write 2022, 2022-08, 2022-08-17, 17 August 2022 or 2022-08-17T09:30:00Z",
		shorten(s),
	)
}

var epochForm = regexp.MustCompile(`^(\d{9,10}|\d{12,13}|\d{15,16})(?:\.\d+)?$`)

// earliestEpoch is the first second that figures are taken for: figures of earlier years might as well be a day or an
// id.
const earliestEpoch = 315532800 // 1980

// epoch reads seconds, milliseconds or microseconds since 1970, told apart by how many digits they have.
func epoch(s string) (Date, error) {
	m := epochForm.FindStringSubmatch(s)
	if m == nil {
		return "", nil
	}
	n, _ := strconv.ParseInt(m[1], 10, 64) // few enough digits
	for digits := len(m[1]); digits > 10; digits -= 3 {
		n /= 1000
	}
	if n < earliestEpoch {
		return "", nil
	}
	return DateOf(time.Unix(n, 0)), nil
}

// clockForm is a time of day behind a day, with three groups: its figures, the first letter of am or pm, and its zone.
const clockForm = `(?:(?: at |, | -? ?|T|t)(\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)(?:[.,]\d+)?(?: ?([AaPp])\.?[Mm]\.?)?` +
	` ?(Z|[+-]\d{2}:?\d{2}|\(?[A-Z]{2,4}\)?)?(?: \([A-Za-z ]+\))?)?$`

var (
	yearFirst = regexp.MustCompile(`^(\d{4})([-/.])(\d{1,2})([-/.])(\d{1,2})` + clockForm)
	compact   = regexp.MustCompile(
		`^((?:1[6-9]|20)\d{2})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(?:\.\d+)?(Z|[+-]\d{4})?)?$`,
	)
	yearLast = regexp.MustCompile(`^(\d{1,2})([-/.])(\d{1,2})([-/.])(\d{4})` + clockForm)
)

// figures reads days that are written in figures only.
func figures(s string) (Date, error) {
	if m := compact.FindStringSubmatch(s); m != nil {
		return moment(m[1], m[2], m[3], strings.TrimLeft(m[4]+":"+m[5]+":"+m[6], ":"), "", m[7])
	}
	if m := yearFirst.FindStringSubmatch(s); m != nil && m[2] == m[4] {
		return moment(m[1], m[3], m[5], m[6:]...)
	}
	m := yearLast.FindStringSubmatch(s)
	if m == nil || m[2] != m[4] {
		return "", nil
	}
	one, _ := strconv.Atoi(m[1])
	two, _ := strconv.Atoi(m[3])
	switch {
	case one > 12, one == two:
		return moment(m[5], m[3], m[1], m[6:]...)
	case two > 12:
		return moment(m[5], m[1], m[3], m[6:]...)
	}
	return "", Errorf(
		Invalid,
		"%q may be day %d of month %d or day %d of month %d; write %s-%02d-%02d or %s-%02d-%02d",
		s,
		one,
		two,
		two,
		one,
		m[5],
		two,
		one,
		m[5],
		one,
		two,
	)
}

const (
	weekdayForm = `(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? )?`
	monthForm   = `(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?`
)

var (
	dayFirst = regexp.MustCompile(
		`^(?i:` + weekdayForm + `(\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?` + monthForm + `,?[ -](\d{4}))` + clockForm,
	)
	monthFirst = regexp.MustCompile(
		`^(?i:` + weekdayForm + monthForm + ` (\d{1,2})(?:st|nd|rd|th)?,? (\d{4}))` + clockForm,
	)
	monthOnly = regexp.MustCompile(`^(?i:` + monthForm + `,? (\d{4}))$`)
	unixDate  = regexp.MustCompile(
		`^(?i:` + weekdayForm + monthForm + ` (\d{1,2})) (\d{2}:\d{2}:\d{2}) (?:([A-Z]{2,4}|[+-]\d{4}) )?(\d{4})$`,
	)
)

// inWords reads days whose month is written by its English name.
func inWords(s string) (Date, error) {
	if m := dayFirst.FindStringSubmatch(s); m != nil {
		return moment(m[3], monthNumber(m[2]), m[1], m[4:]...)
	}
	if m := monthFirst.FindStringSubmatch(s); m != nil {
		return moment(m[3], monthNumber(m[1]), m[2], m[4:]...)
	}
	if m := unixDate.FindStringSubmatch(s); m != nil {
		return moment(m[5], monthNumber(m[1]), m[2], m[3], "", m[4])
	}
	if m := monthOnly.FindStringSubmatch(s); m != nil {
		return ParseDate(m[2] + "-" + monthNumber(m[1]))
	}
	return "", nil
}

const months = "janfebmaraprmayjunjulaugsepoctnovdec"

// monthNumber is a month's two digits, by the first three letters of its name.
func monthNumber(name string) string {
	return two(strconv.Itoa(strings.Index(months, strings.ToLower(name[:3]))/3 + 1))
}

func two(figure string) string {
	if len(figure) == 1 {
		return "0" + figure
	}
	return figure
}

// zones are the names of zones that RFC 2822 gives a meaning, and UTC. Others mean several.
var zones = map[string]string{
	"Z":   "+00:00",
	"UT":  "+00:00",
	"UTC": "+00:00",
	"GMT": "+00:00",
	"EST": "-05:00",
	"EDT": "-04:00",
	"CST": "-06:00",
	"CDT": "-05:00",
	"MST": "-07:00",
	"MDT": "-06:00",
	"PST": "-08:00",
	"PDT": "-07:00",
}

var clockLayouts = []string{"15:04:05", "15:04", "3:04 PM", "3:04:05 PM"}

// moment is a day, or a moment where tail, the groups of a clockForm, has a time of day whose zone is known.
func moment(year, month, day string, tail ...string) (Date, error) {
	d, err := ParseDate(year + "-" + two(month) + "-" + two(day))
	clock := strings.ReplaceAll(tail[0], ".", ":")
	if err != nil || clock == "" {
		return d, err
	}
	if half := strings.ToUpper(tail[1]); half != "" {
		clock += " " + half + "M"
	}
	for _, layout := range clockLayouts {
		t, err := time.Parse(layout, clock)
		if err != nil {
			continue
		}
		if at, err := time.Parse(time.RFC3339, string(d)+"T"+t.Format("15:04:05")+offset(tail[2])); err == nil {
			return DateOf(at), nil
		}
		return d, nil // no zone, or one that means several
	}
	return "", Errorf(Invalid, "%q is no time of day; write 09:30:00", clock)
}

// offset spells a zone as RFC 3339 does; one that means several stays as it is.
func offset(zone string) string {
	zone = strings.Trim(zone, "()")
	if known := zones[zone]; known != "" {
		return known
	}
	if len(zone) == len("+0200") && (zone[0] == '+' || zone[0] == '-') {
		return zone[:3] + ":" + zone[3:]
	}
	return zone
}
