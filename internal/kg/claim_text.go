package kg

import (
	"fmt"
	"strconv"
	"strings"
)

var boundWords = map[Bound]string{
	AtLeast:  "at least ",
	AtMost:   "at most ",
	About:    "about ",
	MoreThan: "more than ",
	LessThan: "less than ",
}

// ClaimText says a claim in plain words: "Russia recognized Donetsk", "not: Ukraine claimed responsibility for …",
// "Russia lost 44100 troops". subject and object are the actors' names, or the words that stand for them; label is the
// predicate's.
func ClaimText(c Claim, label, subject, object string) string {
	words := []string{subject, label, object}
	nobody := c.Negated && object == "" && c.Quantity == nil
	hurt := c.Predicate == "KILLED" || c.Predicate == "INJURED"
	switch {
	case nobody && hurt && subject == "":
		words = []string{"nobody was", label}
	case nobody && (hurt || c.Predicate == "LOST"):
		words = []string{subject, label, "nobody"}
	case c.Negated:
		words = append([]string{"not:"}, words...)
	}
	if c.Quantity != nil &&
		!strings.ContainsAny(c.ObjectText, "0123456789") { // the object's words may hold the figure already
		words = append(
			words,
			boundWords[c.Quantity.Bound]+strconv.FormatFloat(c.Quantity.Value, 'f', -1, 64),
			c.Quantity.Unit,
		)
	}
	if c.Role != "" {
		words = append(words, "as "+c.Role)
	}
	if c.OccurredOn != "" {
		words = append(words, "("+string(c.OccurredOn)+")")
	}
	return strings.Join(strings.Fields(strings.Join(words, " ")), " ")
}

// String says the figure: "at least 44100".
func (q Quantity) String() string {
	return boundWords[q.Bound] + fmt.Sprintf("%.10g", q.Value)
}
