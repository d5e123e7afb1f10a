package dispute

import (
	"fmt"
	"strings"
	"time"

	"sayso/internal/kg"
)

// Detector names the rules of this file, with their version, on every edge that they lead to.
const Detector = "rules 4"

// figureTolerance is how far two figures may lie apart, relative to the larger, and still be the same; roundTolerance
// where one is "about".
const (
	figureTolerance = 0.02
	roundTolerance  = 0.1
	sameTime        = 3 * 24 * time.Hour  // figures said within so long of each other are of one time, if undated
	answerTime      = 60 * 24 * time.Hour // a denial answers what was said at most so long before
	seriesTime      = 30 * 24 * time.Hour // a higher figure said so long after another of the same loss is a later count
	lateTime        = 7 * 24 * time.Hour  // what is said within so long of a day may be about it where it gives no day
)

// Between looks for what stands between two claims. excludes reports whether their predicates exclude each other,
// answers whether b's answers a's. ok is false when they agree, or have nothing to do with each other.
func Between(a, b kg.Position, excludes, answers bool) (d kg.Dispute, ok bool) {
	if a.Statements == 0 || b.Statements == 0 || a.ID == b.ID {
		return d, false
	}
	d = kg.Dispute{From: min(a.ID, b.ID), To: max(a.ID, b.ID)}
	switch {
	case a.Hedged || b.Hedged:
		return doubted(d, a, b)
	case answers:
		return accused(d, a, b)
	case a.SubjectID != "" && a.SubjectID == b.SubjectID && sameObject(a, b):
		if x, ok := positions(d, a, b, excludes); ok {
			return x, true
		}
	}
	return event(d, a, b)
}

// positions compares claims of one subject on one object or matter.
func positions(d kg.Dispute, a, b kg.Position, excludes bool) (kg.Dispute, bool) {
	switch {
	case a.Predicate == b.Predicate && a.Negated != b.Negated:
		return negated(d, a, b)
	case excludes && !a.Negated && !b.Negated:
		return incompatible(d, a, b)
	case a.Predicate == b.Predicate && !a.Negated && !b.Negated:
		return figures(d, a, b)
	}
	return d, false
}

// sameObject compares actors by id, or by name where one text takes it for a place and another for somebody, and other
// objects by their words; figures are compared by what they count.
func sameObject(a, b kg.Position) bool {
	if a.ObjectID != "" && b.ObjectID != "" {
		return a.ObjectID == b.ObjectID || sameName(a, b)
	}
	if a.ObjectID != "" || b.ObjectID != "" {
		return false
	}
	if a.Quantity != nil && b.Quantity != nil {
		return true
	}
	return a.ObjectText != "" && kg.FoldName(a.ObjectText) == kg.FoldName(b.ObjectText)
}

// sameName reports whether two actors differ only in what texts took the name for, and one took it for a place.
func sameName(a, b kg.Position) bool {
	return a.ObjectType != b.ObjectType && (a.ObjectType == kg.Place || b.ObjectType == kg.Place) && a.Object != "" &&
		kg.FoldName(a.Object) == kg.FoldName(b.Object)
}

// when is the time that a position is of, as the first and last day.
func when(p kg.Position) (from, to kg.Date) {
	if p.OccurredOn != "" {
		return p.OccurredOn, p.OccurredOn
	}
	return p.FirstOn.Day(), p.LastOn.Day()
}

// before reports whether all of a lies before all of b, at the precision that both have.
func before(a, b kg.Date) bool {
	n := min(len(a.Day()), len(b.Day()))
	return n > 0 && a[:n] < b[:n]
}

// supersedes makes later's position the one that replaces earlier's.
func supersedes(d kg.Dispute, later, earlier kg.Position) (kg.Dispute, bool) {
	_, was := when(earlier)
	is, _ := when(later)
	return kg.Dispute{
		From:   later.ID,
		To:     earlier.ID,
		Kind:   kg.Superseded,
		Reason: fmt.Sprintf("%q (%s) comes after %q (%s)", later.Text, is, earlier.Text, was),
	}, true
}

func negated(d kg.Dispute, a, b kg.Position) (kg.Dispute, bool) {
	if a.Quantity != nil || b.Quantity != nil || !strings.EqualFold(a.Role, b.Role) {
		return d, false
	}
	positive, negative := a, b
	if a.Negated {
		positive, negative = b, a
	}
	from, _ := when(positive)
	_, to := when(negative)
	if before(to, from) {
		return supersedes(d, positive, negative) // not yet, then it was
	}
	if apart(positive, negative) {
		return d, false
	}
	d.Kind, d.Reason = kg.Negation, fmt.Sprintf("one says %q, the other that it is not so", positive.Text)
	return d, true
}

// doubted: of two opposite claims one is a rumour or a report that nobody vouches for, and the other was said of the
// same time.
func doubted(d kg.Dispute, a, b kg.Position) (kg.Dispute, bool) {
	if a.Hedged == b.Hedged || !opposite(a, b) || !sameObject(a, b) || apart(a, b) {
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
	d.Kind, d.Reason = kg.Negation, fmt.Sprintf("one says %q, the other that it is not so", text)
	return d, true
}

// opposite reports whether one claim says of a subject what the other says not to be so, in the same role and without
// figures.
func opposite(a, b kg.Position) bool {
	if a.Predicate != b.Predicate || a.Negated == b.Negated || a.Quantity != nil || b.Quantity != nil {
		return false
	}
	return a.SubjectID != "" && a.SubjectID == b.SubjectID && strings.EqualFold(a.Role, b.Role)
}

// apart reports whether both claims give the day of what happened, and two different ones.
func apart(a, b kg.Position) bool {
	return a.OccurredOn != "" && b.OccurredOn != "" &&
		(before(a.OccurredOn, b.OccurredOn) || before(b.OccurredOn, a.OccurredOn))
}

func incompatible(d kg.Dispute, a, b kg.Position) (kg.Dispute, bool) {
	aFrom, aTo := when(a)
	bFrom, bTo := when(b)
	switch {
	case before(aTo, bFrom):
		return supersedes(d, b, a)
	case before(bTo, aFrom):
		return supersedes(d, a, b)
	}
	d.Kind, d.Reason = kg.Incompatible, fmt.Sprintf("%q and %q cannot both hold at one time", a.Text, b.Text)
	return d, true
}

func near(a, b kg.Date) bool {
	x, okX := a.Time()
	y, okY := b.Time()
	return okX && okY && x.Sub(y).Abs() <= sameTime
}

// accused: a accuses, b denies.
func accused(d kg.Dispute, a, b kg.Position) (kg.Dispute, bool) {
	if a.ObjectID == "" || a.ObjectID != b.SubjectID || a.Negated || b.Negated {
		return d, false
	}
	said, okSaid := a.FirstOn.Time()
	denied, okDenied := b.LastOn.Time()
	if !okSaid || !okDenied || denied.Before(said.Add(-24*time.Hour)) || denied.Sub(said) > answerTime {
		return d, false
	}
	d.Kind, d.Reason = kg.Attribution, fmt.Sprintf("%q, and %q", a.Text, b.Text)
	return d, true
}
