package dates

import "sayso/internal/read/lang/en"

// The lists of words that this room goes by; the files in lang/en say of each what it is for.
var (
	lists = en.Lists("dates/words.txt")

	dayAdverbs        = lists.Of("dayAdverbs")
	dayPrepositions   = lists.Of("dayPrepositions")
	eventPrepositions = lists.Of("eventPrepositions")
)
