package relation

import (
	"strings"
	"time"

	"sayso/internal/kg"
	"sayso/internal/read/lang/en"
	"sayso/internal/read/leaders"
	"sayso/internal/read/match"
	"sayso/internal/read/mention"
)

// stateOffices says which office of the table of leaders a title is.
var stateOffices = func() map[string]string {
	out := map[string]string{}
	for _, row := range en.Table("relation/state_offices.tsv") {
		out[row.Word] = row.Value
	}
	return out
}()

// knownState gives the state in which somebody held an office when the article appeared, by the table of leaders.
func (re *Reader) knownState(r mention.Role) (string, bool) {
	office := officeOf(r.Title)
	if office == "" {
		return "", false
	}
	day := re.published
	if at, known := day.Time(); known && elected(r) {
		day = kg.Date(at.AddDate(0, 0, untilSworn).Format(time.DateOnly))
	}
	state, ok := leaders.Load().State(re.cast.Mentions[r.Person].Name, office, day)
	return state, ok && re.rules.Take("office.known-leader", r.Token)
}

// untilSworn is how many days somebody elected waits for the office in the longest case that news tells of.
const untilSworn = 75

// elected reports whether somebody is to have an office and has it not yet: "President-elect Roe".
func elected(r mention.Role) bool { return strings.HasSuffix(r.Head, "-elect") }

// soften makes an office FUTURE that somebody is only elected to; a nil hit stays one.
func soften(h *match.Hit, r mention.Role) {
	if h != nil && elected(r) {
		h.Commitment.Modality = kg.Future
	}
}

// officeOf gives the office that a title ends with, by the longest title that is known; "" for none.
func officeOf(title string) string {
	words := strings.Fields(title)
	for from := range words {
		if office, ok := stateOffices[strings.Join(words[from:], " ")]; ok {
			if office == "none" {
				return ""
			}
			return office
		}
	}
	return ""
}
