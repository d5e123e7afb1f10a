package kg

// Claim is a proposition. SubjectID and ObjectID are entity ids; where no entity fits, SubjectText and ObjectText hold
// the words.
type Claim struct {
	ID          string // ClaimID of all below
	SubjectID   string
	SubjectText string
	Predicate   PredicateID
	ObjectID    string
	ObjectText  string
	Negated     bool
	Quantity    *Quantity
	OccurredOn  Date
	Role        string // the title, for role predicates
	Text        string // the claim in plain words, for captions; not part of the id
}

// Bound tells how exact a quantity is.
type Bound string

// The bounds.
const (
	Exactly  Bound = ""
	AtLeast  Bound = "AT_LEAST"
	AtMost   Bound = "AT_MOST"
	About    Bound = "ABOUT"
	MoreThan Bound = "MORE_THAN"
	LessThan Bound = "LESS_THAN"
)

// Quantity is a figure with its unit.
type Quantity struct {
	Value float64
	Unit  string
	Bound Bound
}
