package leaders

import (
	"cmp"
	_ "embed" // the tables
	"strings"
	"sync"
	"time"

	"sayso/internal/kg"
)

//go:embed data/leaders.tsv
var leadersText string

//go:embed data/surname_first.txt
var surnameFirstText string

// holder is somebody's term in an office.
type holder struct {
	state, office string
	president     bool // by title, whether head of state or of government
	from, to      string
	names         [][]string // folded, in words, each spelling
}

// Table finds holders by one word of their names.
type Table struct{ byWord map[string][]*holder }

// Load gives the table that is part of the program, which is read when it is asked for first.
var Load = sync.OnceValue(func() *Table { return parse(leadersText, surnameFirstText) })

// President is the office of those who are called so, whatever power they have.
const President = "president"

// HeadOfState and HeadOfGovernment are the offices by which somebody leads a country.
const (
	HeadOfState      = "head of state"
	HeadOfGovernment = "head of government"
)

func parse(text, surnameFirst string) *Table {
	first := map[string]bool{}
	for line := range strings.Lines(surnameFirst) {
		first[strings.TrimSpace(line)] = true
	}
	t := &Table{byWord: map[string][]*holder{}}
	for line := range strings.Lines(text) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(f) < 8 || strings.HasPrefix(line, "#") {
			continue
		}
		h := &holder{
			state: f[0], office: f[1], president: strings.Contains(f[2], President), from: f[5], to: cmp.Or(f[6], f[7]),
		}
		for _, name := range append([]string{f[3]}, strings.Split(f[4], "|")...) {
			words := strings.Fields(kg.FoldName(name))
			if len(words) == 0 {
				continue
			}
			h.names = append(h.names, words)
			t.add(words[len(words)-1], h)
			if first[h.state] {
				t.add(words[0], h)
			}
		}
	}
	return t
}

func (t *Table) add(word string, h *holder) {
	if have := t.byWord[word]; len(have) == 0 || have[len(have)-1] != h {
		t.byWord[word] = append(have, h)
	}
}

// slack is how long before and after a term news may give somebody the title.
const slack = 31 * 24 * time.Hour

// State gives the one state in which somebody of that name held an office at a time: [President], "head of state",
// "head of government", "foreign minister" or "defence minister"; false where there is none or more than one, at that
// time or, where it is not known, at any. A surname alone is enough then for those who lead a country only: other
// ministers are many.
func (t *Table) State(name, office string, at kg.Date) (string, bool) {
	words := strings.Fields(kg.FoldName(name))
	if len(words) == 0 {
		return "", false
	}
	day, known := at.Time()
	if leads := office == President || office == HeadOfState ||
		office == HeadOfGovernment; !known && len(words) == 1 && !leads {
		return "", false
	}
	state := ""
	for _, key := range []string{words[len(words)-1], words[0]} {
		for _, h := range t.byWord[key] {
			if !h.holds(office) || known && !h.at(day) || !h.called(words) || h.state == state {
				continue
			}
			if state != "" {
				return "", false
			}
			state = h.state
		}
	}
	return state, state != ""
}

func (h *holder) holds(office string) bool {
	return h.office == office || office == President && h.president
}

// at reports whether the term takes in a day, give or take the slack.
func (h *holder) at(day time.Time) bool {
	from, ok := kg.Date(h.from).Time()
	if ok && day.Before(from.Add(-slack)) {
		return false
	}
	to, ok := kg.Date(h.to).Time()
	if ok && len(h.to) < len("2006-01-02") { // a year or month: to its end
		to = to.AddDate(1, 0, 0)
	}
	return !ok || !day.After(to.Add(slack))
}

// called reports whether words are a name of the holder: one word of it, or its first and last word.
func (h *holder) called(words []string) bool {
	for _, n := range h.names {
		if len(words) == 1 || len(n) == 1 {
			if words[len(words)-1] == n[len(n)-1] || words[0] == n[0] {
				return true
			}
			continue
		}
		if words[0] == n[0] && words[len(words)-1] == n[len(n)-1] {
			return true
		}
	}
	return false
}
