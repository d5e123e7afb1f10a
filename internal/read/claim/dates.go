package claim

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"sayso/internal/kg"
	"sayso/internal/read/syntax"
)

var (
	months   = numbersIn("dates/months.tsv")
	weekdays = numbersIn("dates/weekdays.tsv")
	year     = regexp.MustCompile(`\b(1[5-9]\d\d|20\d\d)\b`)
	month    = regexp.MustCompile(`(?i)\b(` + strings.Join(slices.Sorted(maps.Keys(months)), "|") + `)[a-z]*\b`)
	day      = regexp.MustCompile(`\b([12]?\d|3[01])(st|nd|rd|th)?\b`)
	daysAgo  = regexp.MustCompile(`^(\d{1,3}|[a-z]+) days? ago$`)
)

// dateOf reads the date of a verb, also from "and has done so since" behind it.
func (f *finder) dateOf(v int) kg.Date {
	if date := DateAt(f.d, v, f.published); date != "" {
		return date
	}
	if c := f.d.Child(v, "conj"); c >= 0 && f.d.Lemma(c) == "do" && c+1 < len(f.d.Tokens) && f.d.Lower(c+1) == "so" {
		return DateAt(f.d, c, f.published)
	}
	up := f.d.Tokens[v].Head
	switch f.d.Tokens[v].Dep {
	case "acl", "relcl": // "the decision in 2018 to recognise X"
		if f.d.Noun(up) && f.d.Tokens[v].Tag == "VB" && f.patterns.governors[f.d.Lemma(up)] == "ASSERTED" {
			return DateAt(f.d, up, f.published)
		}
	case "pcomp": // "followed Y in recognising X, in 2009"
		if gov := f.d.Tokens[up].Head; f.d.Verb(gov) && f.d.Lower(up) == "in" {
			return DateAt(f.d, gov, f.published)
		}
	}
	return ""
}

// dateBehind is the date that follows one of several objects, where each has its own: "visited A in May and B in June"; "" elsewhere.
func (f *finder) dateBehind(v, object int) kg.Date {
	if object < 0 {
		return ""
	}
	if own := DateAt(f.d, object, f.published); own != "" && f.d.Tokens[object].Dep == "conj" {
		return own
	}
	var dates []kg.Date
	var at []int
	for _, p := range f.d.All(v, "prep") {
		o := f.d.Child(p, "pobj")
		if w := f.d.Lower(p); o < 0 || !datePrepositions[w] || !strings.HasSuffix(f.d.Tokens[o].Ent, "-DATE") && year.FindString(f.d.Tokens[o].Text) != f.d.Tokens[o].Text {
			continue
		}
		if date := Resolve(f.d.Phrase(f.d.Left[o], o+1+len(f.d.All(o, "nummod"))), f.published); date != "" {
			dates, at = append(dates, date), append(at, p)
		}
	}
	if len(dates) < 2 {
		return ""
	}
	for i, p := range at {
		if p > object {
			return dates[i]
		}
	}
	return ""
}

// DateAt reads the date that stands under a verb or noun, as precise as it is given; days and months without a year are the last ones
// before the article appeared. It is "" where there is none.
func DateAt(d *syntax.Document, v int, published kg.Date) kg.Date {
	for _, c := range d.Children[v] {
		at := -1
		switch d.Tokens[c].Dep {
		case "npadvmod":
			at = c
		case "prep":
			w := d.Lower(c)
			if dayPrepositions[w] {
				at = dated(d, d.Child(c, "pobj"))
				if at >= 0 && w == "in" && year.FindString(d.Tokens[at].Text) == d.Tokens[at].Text && d.Tokens[at].Text != "" {
					return kg.Date(d.Tokens[at].Text)
				}
			}
			if o := d.Child(c, "pobj"); (eventPrepositions[w]) && o >= 0 && !strings.HasSuffix(d.Tokens[o].Ent, "-DATE") { // "during a visit in May 2009", "in an interview on Sunday"
				if date := DateAt(d, o, published); date != "" {
					return date
				}
			}
		case "advmod", "dobj":
			if w := d.Lower(c); dayAdverbs[w] {
				at = c
			}
		}
		if at >= 0 && strings.HasSuffix(d.Tokens[at].Ent, "-DATE") {
			first, end := at, at+1
			for first > 0 && strings.HasPrefix(d.Tokens[first].Ent, "I-") {
				first--
			}
			for end < len(d.Tokens) && d.Tokens[end].Ent == "I-DATE" {
				end++
			}
			if date := Resolve(d.Phrase(first, end), published); date != "" {
				return date
			}
		}
	}
	if up := d.Tokens[v].Head; d.Tokens[v].Dep == "advcl" && up < v {
		for _, c := range d.Children[v] {
			if d.Lower(c) == "when" { // "surprised everybody in 2011 when X announced"
				return DateAt(d, up, published)
			}
		}
	}
	return ""
}

// dated is the noun itself where it is a date, else the date that it is of: "during the protests of January 2016".
func dated(d *syntax.Document, i int) int {
	if i < 0 || strings.HasSuffix(d.Tokens[i].Ent, "-DATE") {
		return i
	}
	for _, p := range d.All(i, "prep") {
		if o := d.Child(p, "pobj"); d.Lower(p) == "of" && o >= 0 && strings.HasSuffix(d.Tokens[o].Ent, "-DATE") {
			return o
		}
	}
	return i
}

// Resolve reads an English date expression, with published as the day it is said on; "" when it is none or needs a day that is not known.
func Resolve(words string, published kg.Date) kg.Date {
	words = strings.ToLower(words)
	now, known := published.Time()
	if strings.ContainsAny(words, "-/") {
		if date, err := kg.ParseDateAsWritten(words); err == nil {
			return date
		}
	}
	y := year.FindString(words)
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
