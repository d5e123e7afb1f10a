package kg

import "context"

// Invariant is something that holds in every graph that only a store has written.
type Invariant struct {
	Name  string // one word, for command lines: "quotes"
	Means string // what holds, a sentence
	Of    string // what is looked at, in the plural: "articles"
	// Advice is what a person does where it does not hold and no repair can help; "" where a repair always does.
	Advice string
}

// Fault is a place where an invariant does not hold.
type Fault struct {
	ID       string // of the node that was looked at
	What     string // what is wrong there, in words
	Repaired bool
}

// Inspected is what came of looking at some nodes.
type Inspected struct {
	Looked int
	Faults []Fault
	After  string // where to go on; "" when all were looked at
}

// Inspector proves a graph's invariants, and repairs what follows from the rest of the graph. No repair adds or removes
// words, statements or judgements.
type Inspector interface {
	// Invariants lists them in the order in which they are best repaired: each counts on those before it.
	Invariants() []Invariant
	// Inspect looks at some nodes behind the key after ("" for the first). What seems wrong is looked at again while no
	// other write of this server is under way, and repaired in the same transaction if by is not "": then it is the name
	// of who repairs, for the change feed.
	Inspect(ctx context.Context, invariant, after, by string) (Inspected, error)
}
