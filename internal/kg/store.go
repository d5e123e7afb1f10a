package kg

import "context"

// Writer takes records in. Saving the same record again, in any order and in parallel, changes nothing.
type Writer interface {
	// Save checks r and writes it in one transaction. An article that is there already keeps what it has; only what was
	// unknown is filled in. The error of a record that fails its check has the code of the check, and nothing is written.
	Save(ctx context.Context, r Record) (Saved, error)
	// Enqueue has r wait for its turn among the records that are to be saved, which is that of the calls. What it gives
	// must be called, once: it saves r, maybe in one transaction with others that wait, and tells what Save would.
	Enqueue(r Record) (save func(ctx context.Context) (Saved, error))
	// SavePredicates makes the vocabulary's nodes agree with predicates; none is removed.
	SavePredicates(ctx context.Context, predicates []Predicate) error
}

// Saved says what a Save added.
type Saved struct {
	ArticleIsNew bool
	Added        Counts
}

// Reader looks single things up, for tests, checks and exports. Questions go through compiled queries instead.
// A thing that is not there is an error with code NotFound.
type Reader interface {
	Article(ctx context.Context, id string) (Article, error)
	Entity(ctx context.Context, id string) (Entity, error)
	Claim(ctx context.Context, id string) (ClaimState, error)
	// StatementsOf lists an article's statements by their place in the text.
	StatementsOf(ctx context.Context, articleID string) ([]Statement, error)
	// Shortcuts lists the maintained edges between actors by subject, predicate and object.
	Shortcuts(ctx context.Context) ([]Shortcut, error)
	Counts(ctx context.Context) (Counts, error)
}

// Store is both.
type Store interface {
	Reader
	Writer
}

// ClaimState is a claim with what the store keeps up to date about it.
type ClaimState struct {
	Claim
	Statements int  // statements that make it, of any modality
	Origins    int  // independent origins among their articles
	FirstOn    Date // earliest day it was uttered, or else published
	LastOn     Date
}

// Shortcut is the one edge (subject)-[:PREDICATE]->(object) for all claims between two entities with that predicate
// that are not negated and that at least one current statement asserts with modality ASSERTED. Its counts and dates are
// over those statements only. Where a predicate reads the same from either side, the smaller id is the subject.
type Shortcut struct {
	SubjectID, ObjectID string
	Predicate           PredicateID
	ClaimIDs            []string // sorted
	Statements, Origins int
	FirstOn, LastOn     Date // when it happened, or else was said
	Contested           bool // another claim contradicts one of them
}

// Counts is how many nodes of each kind there are, or were added.
type Counts struct {
	Articles, Entities, Statements, Claims, Mentions int
}

// Plus adds up two counts.
func (c Counts) Plus(d Counts) Counts {
	return Counts{
		c.Articles + d.Articles,
		c.Entities + d.Entities,
		c.Statements + d.Statements,
		c.Claims + d.Claims,
		c.Mentions + d.Mentions,
	}
}
