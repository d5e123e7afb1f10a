package ask

import "sayso/internal/kg"

// Kind is a family of questions.
type Kind string

// The families of questions that can be read.
const (
	WhoDid     Kind = "WHO_DID"    // who did something to somebody; with an actor: whether it did
	WhatDid    Kind = "WHAT_DID"   // what somebody did, to whom
	WhatSaid   Kind = "WHAT_SAID"  // what somebody said
	WhoSaid    Kind = "WHO_SAID"   // who said something about somebody, or said that something is so
	WhoDenied  Kind = "WHO_DENIED" // who denied it, or what somebody denied
	WhoBlames  Kind = "WHO_BLAMES" // who blames or accuses whom
	HowMany    Kind = "HOW_MANY"   // figures, by who gives them
	When       Kind = "WHEN"       // when it was done
	Position   Kind = "POSITION"   // how a position changed
	WhoIs      Kind = "WHO_IS"     // who or what somebody is
	Connection Kind = "CONNECTION" // how two are connected
	Disputes   Kind = "DISPUTES"   // what is disputed
)

// Moment is which time a question about when asks for: "" for all.
type Moment string

// First and Last are the moments.
const (
	First Moment = "FIRST"
	Last  Moment = "LAST"
)

// Sure is the least confidence of an interpretation that may be taken without a look at its alternatives.
const Sure = 0.7

// Question is a question as it was understood. What it does not speak of is empty. Names are as they were written.
type Question struct {
	Kind       Kind
	Predicates []kg.PredicateID // what was done; of several any
	Actor      string           // who did it, or the one of two
	Target     string           // to whom or what, about whom or what
	Topic      bool             // the target is no name but words: "the invasion"
	Quoted     bool             // the target is words as they were said, which a statement has letter by letter
	InArticles bool             // the words are those of the article, not of what was said; set by who answers
	SomeWords  bool             // any of the words that it is about will do; for what was said
	Counted    bool             // only what was said with a number answers; for what was said
	InSource   bool             // the speaker is whoever the words of the source call so; set by who answers
	Speaker    string           // who says so
	Via        string           // the channel or outlet that it came through
	About      string           // what it is said to be for, or what is counted: words of the statement
	Negated    bool             // asked who did not
	AsOf       kg.Date          // not later than this
	KnownAt    kg.Date          // published not later than this
	From, To   kg.Date          // within these
	Moment     Moment
	Stances    bool // asked how somebody stands to it, so that what is told of that answers as words do
	// IncludeNonFactual also takes hedged, future, hypothetical, ordered and questioned reports; set where what somebody
	// wants or plans is asked for, and by [Asker.Narrow].
	IncludeNonFactual bool
	Dispute           string     // the kind of contradiction: QUANTITY
	LeftOut           []string   // words that narrow the question down and that no answer heeds: "before the vote"
	Spellings         []Spelling // words that were read as others, for their typing errors
	Confidence        float64    // 0 to 1; below [Sure] the alternatives should be looked at
	Text              string     // one sentence that says how it was understood
	Search            string     // its names and words as a query of the search, for where nothing answers it

	// Alternatives are other ways to understand it, likeliest first, without alternatives of their own.
	Alternatives []Question
}

// same reports whether two readings ask for the same.
func (q Question) same(p Question) bool { return q.Text == p.Text }
