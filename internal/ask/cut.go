package ask

import (
	"strconv"
	"strings"

	"sayso/internal/kg"
)

// Words around the parts of a question.
var (
	askingNouns = set("countries country states state nations nation governments government people leaders leader organizations organisations " +
		"organization organisation parties party groups actors others ones else")
	fillers    = set("has have had did does do already ever officially formally so far now also first actually reportedly all been yet the other openly publicly")
	leadIn     = set("tell me list show name us please and")
	connectors = set("the of with for by against to on at in about over from that as")
	trailing   = set("so far yet already ever now today officially formally then still up until and")
	reasons    = set("for over because after during when while amid despite due")
	timeWords  = set("as by before until till since")
)

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

func lower(s string) string { return strings.ToLower(s) }

// cutAsking takes off "who", "which countries", "what states", "list the countries that".
func cutAsking(words []string) (rest []string, ok bool) {
	for len(words) > 0 && leadIn[lower(words[0])] {
		words = words[1:]
		ok = true
	}
	for len(words) > 0 && lower(words[0]) == "the" {
		words = words[1:]
	}
	if len(words) == 0 {
		return nil, false
	}
	switch first := lower(words[0]); {
	case first == "who" || first == "who's":
		return skip(words[1:], askingNouns), true
	case first == "which" || first == "what":
		rest := skip(words[1:], fillers)
		named := skip(rest, askingNouns)
		return named, first == "which" || len(named) < len(rest)
	case ok && askingNouns[first]:
		words = skip(words, askingNouns)
		if len(words) > 0 && (lower(words[0]) == "that" || lower(words[0]) == "who" || lower(words[0]) == "which") {
			return words[1:], true
		}
	}
	return nil, false
}

func skip(words []string, drop map[string]bool) []string {
	for len(words) > 0 && drop[lower(words[0])] {
		words = words[1:]
	}
	return words
}

// cutPredicate takes off a phrase of the vocabulary at the beginning, behind any fillers: the one that reaches furthest. "not" is no filler: a
// question about who did not do something is another question.
func (a *Asker) cutPredicate(words []string) (ids []kg.PredicateID, rest []string, found bool) {
	end := 0
	for start := 0; start < len(words); start++ {
		for n := min(a.longest, len(words)-start); n > 0; n-- {
			phrase := lower(strings.Join(words[start:start+n], " "))
			if a.words[phrase] && start+n > end {
				matched, err := a.vocabulary.Find(phrase)
				ids, rest, found, end = matched, words[start+n:], err == nil, start+n
			}
		}
		if !fillers[lower(words[start])] {
			break
		}
	}
	return ids, rest, found
}

// trimTarget takes off what stands around the target's name.
func trimTarget(words []string) []string {
	for len(words) > 1 && connectors[lower(words[0])] {
		words = words[1:]
	}
	for len(words) > 1 && trailing[lower(words[len(words)-1])] {
		words = words[:len(words)-1]
	}
	for i := 1; i+1 < len(words); i++ {
		if reasons[lower(words[i])] && words[i+1] == lower(words[i+1]) {
			return words[:i] // "the U.S. for the crisis"; but not "Organization for Security"
		}
	}
	return words
}

var months = map[string]int{"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
	"october": 10, "november": 11, "december": 12}

// cutTime takes off a time at the end: "as of 2022-08-17", "by August 2022", "until 2020". "before" ends the day, month or year before.
func cutTime(words []string) ([]string, kg.Date, error) {
	for i := 1; i < len(words); i++ {
		if !timeWords[lower(words[i])] {
			continue
		}
		word, tail := lower(words[i]), words[i+1:]
		if word == "as" {
			if len(tail) == 0 || lower(tail[0]) != "of" {
				continue
			}
			tail = tail[1:]
		}
		d, ok := readDate(tail)
		if !ok {
			continue
		}
		if word == "since" {
			return nil, "", kg.Errorf(kg.Invalid, `"since" is not understood yet; ask "as of" a date, or filter claims by firstOn`)
		}
		if word == "before" {
			d = dayBefore(d)
		}
		return words[:i], d, nil
	}
	return words, "", nil
}

// readDate reads "2022-08-17", "2022", "August 2022", "17 August 2022", "August 17 2022".
func readDate(words []string) (kg.Date, bool) {
	var year, month, day int
	for _, w := range words {
		n, err := strconv.Atoi(strings.TrimRight(w, "stndrh"))
		switch {
		case months[lower(w)] > 0:
			month = months[lower(w)]
		case err == nil && n > 31:
			year = n
		case err == nil && n > 0:
			day = n
		case len(words) == 1:
			d, err := kg.ParseDate(w)
			return d, err == nil && d != ""
		default:
			return "", false
		}
	}
	text := pad(year, 4)
	if month > 0 {
		text += "-" + pad(month, 2)
	}
	if day > 0 {
		text += "-" + pad(day, 2)
	}
	d, err := kg.ParseDate(text)
	return d, err == nil && year > 0 && (day == 0 || month > 0)
}

func pad(n, width int) string {
	s := strconv.Itoa(n)
	for len(s) < width {
		s = "0" + s
	}
	return s
}

func dayBefore(d kg.Date) kg.Date {
	t, ok := d.Time()
	if !ok {
		return d
	}
	return kg.DateOf(t.AddDate(0, 0, -1)).Day()
}
