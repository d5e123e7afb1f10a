package dispute

import (
	_ "embed"
	"slices"

	"sayso/internal/kg"
	"sayso/internal/read/lang"
	"sayso/internal/read/lang/en"
)

// words are the lists of words that the rules go by; the file says what each is for.
var words = en.Lists("dispute/words.txt")

var (
	anybody = words.Of("anybody")
	armed   = words.Of("armed")
	noneOf  = words.Of("noneOf")
	nobody  = words.Of("nobody")
	among   = words.Of("among")
	links   = words.Of("links")
	noise   = words.Of("noise")
	wide    = words.Of("wide")
	troops  = words.Of("troops")
)

//go:embed data/predicates.txt
var predicatesFile string

// predicates are the predicates by what the rules need to know of them; the file says what each list is.
var predicates = lang.Sequences(predicatesFile)

// has reports whether a predicate is in a list.
func has(list string, id kg.PredicateID) bool { return slices.Contains(predicates[list], string(id)) }

// Located lists the predicates of what happens somewhere to things and people that have no names: claims of it meet by
// the place.
func Located() []kg.PredicateID { return idsOf("located") }

// Single lists the predicates of deeds that are done once to one thing or person.
func Single() []kg.PredicateID { return idsOf("single") }

// Titled lists the predicates whose objects are ships, posts and people that one text gives with a title and another by
// their name alone.
func Titled() []kg.PredicateID { return idsOf("titled") }

func idsOf(list string) []kg.PredicateID {
	out := make([]kg.PredicateID, len(predicates[list]))
	for i, id := range predicates[list] {
		out[i] = kg.PredicateID(id)
	}
	return out
}
