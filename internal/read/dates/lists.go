package dates

import "sayso/internal/read/lang/en"

// The lists of words that this room goes by; the file in lang/en says of each what it is for.
var (
	lists = en.Lists("dates/words.txt")

	atWords     = lists.Of("at")
	ofWords     = lists.Of("of")
	eventWords  = lists.Of("events")
	dayParts    = lists.Of("dayParts")
	sayingForms = lists.Of("sayingForms")
	sharedBy    = lists.Of("sharedBy")
	whenWords   = lists.Of("when")
	future      = lists.Of("future")
	planned     = lists.Of("planned")
	urged       = lists.Of("urged")
)
