package standing

import (
	"strings"

	"sayso/internal/kg"
)

// kinds are what a telling's kind is called.
var kinds = map[kg.TellingKind]string{
	kg.TellingNew: "New", kg.TellingWithdrawn: "Withdrawn", kg.TellingDisputed: "Now disputed",
	kg.TellingSettled: "No longer disputed",
}

// disputedMark stands behind a new entry that something contradicts already.
const disputedMark = " (disputed)"

// heading is a telling in one line.
func heading(t kg.Telling) string { return kinds[t.Kind] + ": " + t.Text }

// cited is a quote with who says so and where it stands.
func cited(q kg.ToldQuote) string {
	var where []string
	for _, part := range []string{q.Speaker, q.Title, string(q.PublishedAt), q.URL} {
		if part != "" {
			where = append(where, part)
		}
	}
	return "“" + q.Exact + "” (" + strings.Join(where, ", ") + ")"
}
