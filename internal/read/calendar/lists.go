package calendar

import (
	"maps"
	"strings"
	"time"

	"sayso/internal/read/lang/en"
)

// The words that dates are written with; the files in lang/en/calendar say of each list what it is for.
var (
	months   = en.Numbers("calendar/months.tsv")
	weekdays = en.Numbers("calendar/weekdays.tsv")
	units    = en.Numbers("calendar/units.tsv")
	relative = en.Numbers("calendar/relative.tsv")
	numerals = en.Numbers("phrase/numerals.tsv")

	lists = en.Lists("calendar/words.txt")

	backWords  = lists.Of("back")
	thisWords  = lists.Of("this")
	forthWords = lists.Of("forth")
	parts      = lists.Of("parts")
	how        = lists.Of("how")
	seasons    = lists.Of("seasons")
	before     = lists.Of("before")
	again      = lists.Of("again")
	inWords    = lists.Of("in")
	article    = lists.Of("article")
	ofWords    = lists.Of("of")
	oneWords   = lists.Of("one")
	rangeWords = lists.Of("range")

	ordinalEnds = lists.Of("ordinals")
)

// longestRelative is how many words those that give a day by themselves have at most.
var longestRelative = func() int {
	most := 0
	for words := range relative {
		most = max(most, len(strings.Fields(words)))
	}
	return most
}()

// names are the months and the days of the week that are written in full or are no other word.
var names = func() map[string]bool {
	out := map[string]bool{}
	for word := range maps.Keys(months) {
		out[word] = true
	}
	for word := range maps.Keys(weekdays) {
		out[word] = true
	}
	return out
}()

// weekdayOf and monthOf look a word up, with or without the full stop of an abbreviation.
func weekdayOf(word string) (time.Weekday, bool) {
	n, ok := weekdays[word]
	return time.Weekday(n), ok
}

func monthOf(word string) time.Month { return time.Month(months[word]) }
