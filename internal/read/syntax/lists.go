package syntax

import "sayso/internal/read/lang/en"

// lists are the lists of words of this room, nameLists those for names that the model would cut; the files say of
// each what it is for.
var lists, nameLists = en.Lists("syntax/words.txt"), en.Lists("syntax/names.txt")

var (
	afterFamily = lists.Of("afterFamily")
	bothAll     = lists.Of("bothAll")
	haveForms   = lists.Of("haveForms")
	heads       = lists.Of("heads")
	prefixes    = lists.Of("prefixes")
	sayings     = lists.Of("sayings")
	sourceLinks = lists.Of("sourceLinks")
	times       = lists.Of("times")
	topLinks    = lists.Of("topLinks")

	family       = nameLists.Of("family")
	afterHyphen  = nameLists.Of("afterHyphen")
	surnameFirms = nameLists.Of("surnameFirms")
	predicates   = nameLists.Of("predicate")
	firmWords    = nameLists.Of("firmWords")
	joining      = nameLists.Of("joining")
	hyphenFirst  = nameLists.Of("hyphenFirst")
)
