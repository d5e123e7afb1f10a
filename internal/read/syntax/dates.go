package syntax

import (
	"strings"

	"sayso/internal/read/calendar"
)

// findDates finds the dates by the grammar of package calendar, those that it is not sure of only where the tagger
// takes their last word for a date too, and labels their tokens so: the tagger calls the day of "5 May" a number, and a
// month somebody's name.
func (d *Document) findDates() {
	words := make([]string, len(d.Tokens))
	for i, t := range d.Tokens {
		words[i] = t.Text
	}
	for _, e := range calendar.Find(words) {
		if d.Sentence[e.First] < 0 || d.Sentence[e.First] != d.Sentence[e.End-1] ||
			!e.Sure && !strings.HasSuffix(d.Tokens[e.End-1].Ent, "-DATE") {
			continue
		}
		d.Dates = append(d.Dates, e)
		if !strings.HasSuffix(d.Tokens[e.First].Ent, "-DATE") || !strings.HasSuffix(d.Tokens[e.End-1].Ent, "-DATE") {
			d.label(e.First, e.End, "DATE")
		}
	}
}

// label makes tokens one entity. What is left of one that it cuts into stays one.
func (d *Document) label(first, end int, kind string) {
	if end < len(d.Tokens) && strings.HasPrefix(d.Tokens[end].Ent, "I-") {
		d.Tokens[end].Ent = "B-" + d.Tokens[end].Ent[2:]
	}
	for i := first; i < end; i++ {
		d.Tokens[i].Ent = "I-" + kind
	}
	d.Tokens[first].Ent = "B-" + kind
}
