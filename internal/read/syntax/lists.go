package syntax

import "sayso/internal/read/lang/en"

// lists are the lists of words of this room, nameLists those for names that the model would cut; the files say of
// each what it is for.
var lists, nameLists = en.Lists("syntax/words.txt"), en.Lists("syntax/names.txt")

// people are the nouns for persons, by what they are or do.
var people = func() map[string]bool {
	out := map[string]bool{}
	for _, w := range en.Words("phrase/people.txt") {
		out[w] = true
	}
	return out
}()

var (
	afterFamily   = lists.Of("afterFamily")
	bothAll       = lists.Of("bothAll")
	haveForms     = lists.Of("haveForms")
	heads         = lists.Of("heads")
	installing    = lists.Of("installing")
	sourcing      = lists.Of("sourcing")
	indefinite    = lists.Of("indefinite")
	prefixes      = lists.Of("prefixes")
	sayings       = lists.Of("sayings")
	sourceLinks   = lists.Of("sourceLinks")
	times         = lists.Of("times")
	outcomes      = lists.Of("outcomes")
	strikingForms = lists.Of("strikingForms")
	shortTitles   = lists.Of("shortTitles")
	topLinks      = lists.Of("topLinks")

	family       = nameLists.Of("family")
	afterHyphen  = nameLists.Of("afterHyphen")
	surnameFirms = nameLists.Of("surnameFirms")
	predicates   = nameLists.Of("predicate")
	firmWords    = nameLists.Of("firmWords")
	joining      = nameLists.Of("joining")
	hyphenFirst  = nameLists.Of("hyphenFirst")
	beforeRanks  = nameLists.Of("beforeRanks")
	shortRanks   = nameLists.Of("shortRanks")
	firmsDo      = nameLists.Of("firmsDo")
	ownerBefore  = nameLists.Of("ownerBefore")
)
