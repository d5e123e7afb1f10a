package ingest

import (
	"strconv"
	"strings"

	"sayso/internal/kg"
)

var boundWords = map[kg.Bound]string{kg.AtLeast: "at least ", kg.AtMost: "at most ", kg.About: "about ", kg.MoreThan: "more than ", kg.LessThan: "less than "}

// claimText says a claim in plain words: "Russia recognized Donetsk", "not: Ukraine claimed responsibility for …", "Russia lost 44100 troops".
func (w *linking) claimText(c kg.Claim, p kg.Predicate) string {
	words := []string{w.nameOf(c.SubjectID, c.SubjectText), p.Label, w.nameOf(c.ObjectID, c.ObjectText)}
	if c.Negated {
		words = append([]string{"not:"}, words...)
	}
	if c.Quantity != nil && !strings.ContainsAny(c.ObjectText, "0123456789") { // the object's words may hold the figure already
		words = append(words, boundWords[c.Quantity.Bound]+strconv.FormatFloat(c.Quantity.Value, 'f', -1, 64), c.Quantity.Unit)
	}
	if c.Role != "" {
		words = append(words, "as "+c.Role)
	}
	if c.OccurredOn != "" {
		words = append(words, "("+string(c.OccurredOn)+")")
	}
	return strings.Join(strings.Fields(strings.Join(words, " ")), " ")
}

func (w *linking) nameOf(id, text string) string {
	if e := w.entities[id]; e != nil {
		return e.Name
	}
	return text
}
