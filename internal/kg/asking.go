package kg

import "slices"

// Asking is what questions need to know of a predicate beyond the words that lead to it. A vocabulary sets it, package
// ask reads it. Words are in lower case.
type Asking struct {
	Nouns         []string   // what the deed is called as a noun: invasion
	Reason        []string   // prepositions behind the object that lead to why: of, for
	Is            []Property // what else holds of it
	Counts        []string   // words that ask how many it was done to: die
	CountsFirst   []string   // those of all such words before whose other predicates it stands
	CountsVaguely []string   // verbs that ask so only behind who did it: send
	CountsLast    []string   // verbs that ask so where nothing else in a question does: take
	NotCounted    []string   // what is counted that shows another sense of the words: missiles that are fired
	Inverses      []string   // phrases that say it from the object's side, beside the predicate's inverse: lost to
	Phrases       []string   // more ways to ask for it than its synonyms: put behind bars
	UnsurePhrases []string   // ways that may mean another thing: crush

	// Objects are nouns that show this sense of a verb of another predicate, by that verb: block, corridor.
	Objects map[string][]string
}

// Property is something that holds of a predicate, as far as questions need to know.
type Property string

// The properties.
const (
	Denies   Property = "denies"   // what is denied follows
	Blames   Property = "blames"   // it accuses somebody, for a reason
	Mutual   Property = "mutual"   // two do it together: A and B met
	Demands  Property = "demands"  // its object is to do something: urged Israel to stop
	OfEvents Property = "ofEvents" // it is done to events as well as to somebody: condemned the invasion
	Counted  Property = "counted"  // its claims hold figures of its object
	Office   Property = "office"   // the words before "of" say which office: president of
	Result   Property = "result"   // a passive of it may have an object: was appointed minister
	Suffered Property = "suffered" // its noun belongs to whom it was done to: Navalny's arrest
	Post     Property = "post"     // its object is where somebody holds a post, which its role says
	Matter   Property = "matter"   // what stands behind its verb may be what is wanted: called for a ceasefire
	Alone    Property = "alone"    // it is done to nobody, so that what follows is where or of what: died in Derna
)

// Properties lists the properties in the order of the documents.
func Properties() []Property {
	return []Property{Denies, Blames, Mutual, Demands, OfEvents, Counted, Office, Result, Suffered, Post, Matter, Alone}
}

// Has reports whether the property holds.
func (a Asking) Has(p Property) bool { return slices.Contains(a.Is, p) }
