package pattern

import (
	"sayso/internal/kg"
	"sayso/internal/read/frame"
	"sayso/internal/read/trace"
)

// Reach is the tokens that the evidence of a clause must have.
type Reach struct{ First, End int }

// With is the reach with the tokens from first to before end.
func (r Reach) With(first, end int) Reach { return Reach{min(r.First, first), max(r.End, end)} }

// Hit is what a rule found: a predicate between two ends, with what the words say of it.
type Hit struct {
	ID, Base        kg.PredicateID // base is the predicate before a figure made it another
	At              int            // token that it was read from
	Verb            int            // of the clause it stands in, or the noun itself
	Doer            int            // token of the subject, -1 for none
	Subject, Object frame.Node
	Commitment      frame.Commitment
	Rule            string // kind of the rule, for the signs of confidence
	Role            string // title of an office, "" elsewhere
	Quantity        *kg.ReadQuantity
	Evidence        kg.Span // set where phrase is true
	Phrase          bool    // a noun phrase makes the claim, and its words are the evidence
	Undated         bool    // no date of the clause is the claim's
	OwnDate         bool    // the date that follows the object, at token dateBehind, comes first
	DateBehind      int
	Needs           Reach        // tokens that the evidence must have
	Signs           []string     // by which the confidence is told
	Why             []trace.Step // the rules that made it
}

// Cites makes a noun phrase the evidence of a hit that has no date.
func (h *Hit) Cites(evidence kg.Span) { h.Evidence, h.Undated, h.Phrase = evidence, true, true }

// Claim is what a hit says by its own words, without date and statement.
func (h Hit) Claim() kg.ReadClaim {
	return kg.ReadClaim{Subject: h.Subject.Name, Predicate: h.ID, Object: h.Object.Name, Negated: h.Commitment.Negated,
		Modality: h.Commitment.Modality, Role: h.Role, Quantity: h.Quantity, Evidence: h.Evidence}
}
