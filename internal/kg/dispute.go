package kg

import (
	"fmt"
	"strings"
	"time"
)

// Detector names the rules of this file, with their version, on every edge that they lead to.
const Detector = "rules 4"

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

// Position is a claim with when it was said: what a contradiction is looked for in. Only current statements count that assert it, or, where none
// does, those that report it with doubt.
type Position struct {
	Claim
	FirstOn, LastOn Date
	Statements      int
	Hedged          bool   // reported with doubt only: it can be denied, but it replaces no position and excludes none
	Subject, Object string // the actors' names, "" where there are none
	ObjectType      EntityType
	Sayings         []Saying // the statements; a store may leave them out of claims that are between two actors and name no event
}

// Dispute is what stands between two claims. For Superseded, From is the later one; otherwise the one with the smaller id.
type Dispute struct {
	From, To string
	Kind     DisputeKind
	Reason   string
}

// figureTolerance is how far two figures may lie apart, relative to the larger, and still be the same; roundTolerance where one is "about".
const (
	figureTolerance = 0.02
	roundTolerance  = 0.1
	sameTime        = 3 * 24 * time.Hour  // figures said within so long of each other are of one time, unless they give their dates
	answerTime      = 60 * 24 * time.Hour // a denial answers what was said at most so long before
	seriesTime      = 30 * 24 * time.Hour // a higher figure said so long after another of the same loss is a later count
	lateTime        = 7 * 24 * time.Hour  // what is said within so long of a day may be about it where it gives no day
)

// Disputed looks for what stands between two claims. excludes tells whether their predicates exclude each other, answers whether b's answers
// a's. ok is false when they agree, or have nothing to do with each other.
func Disputed(a, b Position, excludes, answers bool) (d Dispute, ok bool) {
	if a.Statements == 0 || b.Statements == 0 || a.ID == b.ID {
		return d, false
	}
	d = Dispute{From: min(a.ID, b.ID), To: max(a.ID, b.ID)}
	switch {
	case a.Hedged || b.Hedged:
		return d.doubted(a, b)
	case answers:
		return d.accused(a, b)
	case a.SubjectID != "" && a.SubjectID == b.SubjectID && sameObject(a, b):
		if x, ok := d.positions(a, b, excludes); ok {
			return x, true
		}
	}
	return d.event(a, b)
}

// positions compares claims of one subject on one object or matter.
func (d Dispute) positions(a, b Position, excludes bool) (Dispute, bool) {
	switch {
	case a.Predicate == b.Predicate && a.Negated != b.Negated:
		return d.negated(a, b)
	case excludes && !a.Negated && !b.Negated:
		return d.incompatible(a, b)
	case a.Predicate == b.Predicate && !a.Negated && !b.Negated:
		return d.figures(a, b)
	}
	return d, false
}

// Mirrored is the position told from the object's side, where that is the other one's subject: who met whom is the same either way round. It is for
// predicates that are symmetric.
func (p Position) Mirrored(other Position) Position {
	if p.SubjectID == "" || p.SubjectID == other.SubjectID || p.SubjectID != other.ObjectID || p.ObjectID != other.SubjectID {
		return p
	}
	p.SubjectID, p.ObjectID, p.Subject, p.Object, p.ObjectType = p.ObjectID, p.SubjectID, p.Object, p.Subject, other.ObjectType
	return p
}

// sameObject compares actors by id, or by name where one text takes it for a place and another for somebody, and other objects by their words; figures
// are compared by what they count.
func sameObject(a, b Position) bool {
	if a.ObjectID != "" && b.ObjectID != "" {
		return a.ObjectID == b.ObjectID || sameName(a, b)
	}
	if a.ObjectID != "" || b.ObjectID != "" {
		return false
	}
	if a.Quantity != nil && b.Quantity != nil {
		return true
	}
	return a.ObjectText != "" && FoldName(a.ObjectText) == FoldName(b.ObjectText)
}

// sameName tells whether two actors differ only in what texts took the name for, and one took it for a place.
func sameName(a, b Position) bool {
	return a.ObjectType != b.ObjectType && (a.ObjectType == Place || b.ObjectType == Place) && a.Object != "" && FoldName(a.Object) == FoldName(b.Object)
}

// when is the time that a position is of, as the first and last day.
func (p Position) when() (from, to Date) {
	if p.OccurredOn != "" {
		return p.OccurredOn, p.OccurredOn
	}
	return p.FirstOn.Day(), p.LastOn.Day()
}

// before tells whether all of a lies before all of b, at the precision that both have.
func before(a, b Date) bool {
	n := min(len(a.Day()), len(b.Day()))
	return n > 0 && a[:n] < b[:n]
}

// supersedes makes later's position the one that replaces earlier's.
func (d Dispute) supersedes(later, earlier Position) (Dispute, bool) {
	_, was := earlier.when()
	is, _ := later.when()
	return Dispute{From: later.ID, To: earlier.ID, Kind: Superseded, Reason: fmt.Sprintf("%q (%s) comes after %q (%s)", later.Text, is, earlier.Text, was)}, true
}

func (d Dispute) negated(a, b Position) (Dispute, bool) {
	if a.Quantity != nil || b.Quantity != nil || !strings.EqualFold(a.Role, b.Role) {
		return d, false
	}
	positive, negative := a, b
	if a.Negated {
		positive, negative = b, a
	}
	from, _ := positive.when()
	_, to := negative.when()
	if before(to, from) {
		return d.supersedes(positive, negative) // not yet, then it was
	}
	if apart(positive, negative) {
		return d, false
	}
	d.Kind, d.Reason = Negation, fmt.Sprintf("one says %q, the other that it is not so", positive.Text)
	return d, true
}

// doubted: of two opposite claims one is a rumour or a report that nobody vouches for, and the other was said of the same time.
func (d Dispute) doubted(a, b Position) (Dispute, bool) {
	if a.Hedged == b.Hedged || a.SubjectID == "" || a.SubjectID != b.SubjectID || !sameObject(a, b) || a.Predicate != b.Predicate || a.Negated == b.Negated ||
		a.Quantity != nil || b.Quantity != nil || !strings.EqualFold(a.Role, b.Role) || apart(a, b) {
		return d, false
	}
	x, okX := a.FirstOn.Time()
	y, okY := b.FirstOn.Time()
	if !okX || !okY || x.Sub(y).Abs() > answerTime {
		return d, false
	}
	text := a.Text
	if a.Negated {
		text = b.Text
	}
	d.Kind, d.Reason = Negation, fmt.Sprintf("one says %q, the other that it is not so", text)
	return d, true
}

// apart tells whether both claims give the day of what happened, and two different ones.
func apart(a, b Position) bool {
	return a.OccurredOn != "" && b.OccurredOn != "" && (before(a.OccurredOn, b.OccurredOn) || before(b.OccurredOn, a.OccurredOn))
}

func (d Dispute) incompatible(a, b Position) (Dispute, bool) {
	aFrom, aTo := a.when()
	bFrom, bTo := b.when()
	switch {
	case before(aTo, bFrom):
		return d.supersedes(b, a)
	case before(bTo, aFrom):
		return d.supersedes(a, b)
	}
	d.Kind, d.Reason = Incompatible, fmt.Sprintf("%q and %q cannot both hold at one time", a.Text, b.Text)
	return d, true
}

func near(a, b Date) bool {
	x, okX := a.Time()
	y, okY := b.Time()
	return okX && okY && x.Sub(y).Abs() <= sameTime
}

// accused: a accuses, b denies.
func (d Dispute) accused(a, b Position) (Dispute, bool) {
	if a.ObjectID == "" || a.ObjectID != b.SubjectID || a.Negated || b.Negated {
		return d, false
	}
	said, okSaid := a.FirstOn.Time()
	denied, okDenied := b.LastOn.Time()
	if !okSaid || !okDenied || denied.Before(said.Add(-24*time.Hour)) || denied.Sub(said) > answerTime {
		return d, false
	}
	d.Kind, d.Reason = Attribution, fmt.Sprintf("%q, and %q", a.Text, b.Text)
	return d, true
}
