package kg

// WhoDid asks which actors did something to a target: the question behind whoDid and ask.
type WhoDid struct {
	Predicates        []PredicateID // what they did; at least one
	Target            string        // the target's name, in any spelling; or
	TargetID          string        // its id
	AsOf              Date          // leave out what happened, or else was said, later; "" for no limit
	KnownAt           Date          // leave out what was published later; "" for no limit
	IncludeNonFactual bool          // also hedged, future, hypothetical, ordered and questioned reports
	First             int           // at most so many rows
}
