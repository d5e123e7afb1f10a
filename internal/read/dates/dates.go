package dates

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/lang/en"
	"sayso/internal/read/syntax"
)

// months are the numbers of the months by their first three letters, weekdays those of the days from Sunday on,
// numerals the words for numbers: "two days ago".
var (
	months   = en.Numbers("dates/months.tsv")
	weekdays = en.Numbers("dates/weekdays.tsv")
	numerals = en.Numbers("phrase/numerals.tsv")
)

// Year finds a year between 1500 and 2099.
var Year = regexp.MustCompile(`\b(1[5-9]\d\d|20\d\d)\b`)

var month = regexp.MustCompile(`(?i)\b(` + strings.Join(slices.Sorted(maps.Keys(months)), "|") + `)[a-z]*\b`)

var day = regexp.MustCompile(`\b([12]?\d|3[01])(st|nd|rd|th)?\b`)

var daysAgo = regexp.MustCompile(`^(\d{1,3}|[a-z]+) days? ago$`)

// DateAt reads the date that stands under a verb or noun, as precise as it is given; days and months without a year
// are the last ones before the article appeared. It is "" where there is none.
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
				if at >= 0 && w == "in" && Year.FindString(d.Tokens[at].Text) == d.Tokens[at].Text &&
					d.Tokens[at].Text != "" {
					return kg.Date(d.Tokens[at].Text)
				}
			}
			if o := d.Child(c, "pobj"); (eventPrepositions[w]) && o >= 0 &&
				!strings.HasSuffix(
					d.Tokens[o].Ent,
					"-DATE",
				) { // "during a visit in May 2009", "in an interview on Sunday"
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
