package kg

// DisputeKind says in what way two claims stand against each other.
type DisputeKind string

// The kinds. None says who is right.
const (
	Negation     DisputeKind = "NEGATION"     // one says that it is so, the other that it is not
	Incompatible DisputeKind = "INCOMPATIBLE" // two positions that nobody holds at the same time
	Figures      DisputeKind = "QUANTITY"     // two figures for the same thing and time
	Attribution  DisputeKind = "ATTRIBUTION"  // one accuses, the accused denies it
	Superseded   DisputeKind = "SUPERSEDED"   // no contradiction: the later position replaces the earlier one
)

// Position is a claim with when it was said: what a contradiction is looked for in. Only current statements count that
// assert it, or, where none does, those that report it with doubt.
type Position struct {
	Claim
	FirstOn, LastOn Date
	Statements      int
	Hedged          bool   // reported with doubt only: it can be denied, but it replaces no position and excludes none
	Subject, Object string // the actors' names, "" where there are none
	ObjectType      EntityType
	Sayings         []Saying // the statements; may be left out of claims between two actors that name no event
}

// Dispute is what stands between two claims. For Superseded, From is the later one; otherwise the one with the smaller
// id.
type Dispute struct {
	From, To string
	Kind     DisputeKind
	Reason   string
}

// Saying is one statement that makes a claim.
type Saying struct {
	On      Date
	Article string   // its id
	Speaker string   // the speaker's id, "" where nobody is named
	Source  string   // the speaker's name and the source's words: "a spokesman for …"; "" for the article's voice
	Names   []string // ids of the actors that the statement names
	Places  []string // names of the settlements and other spots that the statement names; no states and regions
	Words   string   // what is said
}

// Mirrored is the position told from the object's side, where that is the other one's subject: who met whom is the same
// either way round. It is for predicates that are symmetric.
func (p Position) Mirrored(other Position) Position {
	if p.SubjectID == "" || p.SubjectID == other.SubjectID || p.SubjectID != other.ObjectID ||
		p.ObjectID != other.SubjectID {
		return p
	}
	p.SubjectID, p.ObjectID, p.ObjectType = p.ObjectID, p.SubjectID, other.ObjectType
	p.Subject, p.Object = p.Object, p.Subject
	return p
}
