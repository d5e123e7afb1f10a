package dispute

import (
	"fmt"
	"slices"
	"strings"

	"sayso/internal/kg"
)

// Answered reports whether the denial b can be meant as an answer to the accusation a: it is the accused's, and stands
// in one article with it or names the accuser.
func Answered(a, b kg.Position) bool {
	if a.ObjectID == "" || a.ObjectID != b.SubjectID {
		return false
	}
	return a.SubjectID != "" && a.SubjectID == b.ObjectID || anyPair(a, b, func(s, t kg.Saying) bool {
		return s.Article == t.Article || a.SubjectID != "" && slices.Contains(t.Names, a.SubjectID)
	})
}

// anyPair reports whether a statement of a and one of b fit together.
func anyPair(a, b kg.Position, fit func(s, t kg.Saying) bool) bool {
	return slices.ContainsFunc(a.Sayings, func(s kg.Saying) bool {
		return slices.ContainsFunc(b.Sayings, func(t kg.Saying) bool { return fit(s, t) })
	})
}

// rules compare claims of events, in order; the first that finds something holds.
var rules = []func(d kg.Dispute, a, b kg.Position) (kg.Dispute, bool){unhappened, tolls, doers, mutual, owned}

// event compares claims about what happened: they may give it another subject, or name the object in other words.
func event(d kg.Dispute, a, b kg.Position) (kg.Dispute, bool) {
	if a.ID > b.ID {
		a, b = b, a
	}
	for _, rule := range rules {
		if x, ok := rule(d, a, b); ok {
			return x, true
		}
	}
	return d, false
}

// unhappened: one says that the subject did it to a thing, the other that it did not, in other words for the thing.
func unhappened(d kg.Dispute, a, b kg.Position) (kg.Dispute, bool) {
	if !opposite(a, b) || !sameThing(a, b) {
		return d, false
	}
	if !anyPair(a, b, func(s, t kg.Saying) bool { return s.Article != "" && oneDay(a, b, s, t) && !elsewhere(s, t) }) {
		return d, false
	}
	positive := a
	if a.Negated {
		positive = b
	}
	d.Kind, d.Reason = kg.Negation, fmt.Sprintf("one says %q, the other that it is not so", positive.Text)
	return d, true
}

// tolls: two figures, of which one may be none, for what happened in one place on one day, of different speakers.
func tolls(d kg.Dispute, a, b kg.Position) (kg.Dispute, bool) {
	if a.Predicate != b.Predicate || !has("own", a.Predicate) && !has("hurt", a.Predicate) || apart(a, b) ||
		!sameDoer(a, b) {
		return d, false
	}
	x, okX := figureOf(a)
	y, okY := figureOf(b)
	if !okX || !okY || !countedAlike(x, y) || agree(x, y) {
		return d, false
	}
	counted := func(s, t kg.Saying) bool {
		return rivals(s, t) && oneEvent(a, b, s, t) && oneToll(a, b, x, y, s, t)
	}
	if !anyPair(a, b, counted) {
		return d, false
	}
	d.Kind, d.Reason = kg.Figures, fmt.Sprintf(
		"%s against %s %s for the same event",
		sayFigure(x),
		sayFigure(y),
		max(x.Unit, y.Unit),
	)
	return d, true
}

// oneEvent reports whether two statements may be about an event of one day: both give it, they were made within a few
// days of each other, or one gives the day and the other, which has lost it, was made soon after.
func oneEvent(a, b kg.Position, s, t kg.Saying) bool {
	switch {
	case near(s.On, t.On):
		return true
	case a.OccurredOn == "":
		return onDay(b.OccurredOn, s.On)
	case b.OccurredOn == "":
		return onDay(a.OccurredOn, t.On)
	}
	return len(a.OccurredOn) == len("2022-08-17") && a.OccurredOn == b.OccurredOn
}

func sayFigure(q kg.Quantity) string {
	if q.Value == 0 {
		return "none"
	}
	return q.String()
}

// sameDoer reports whether two events may have had one doer: losses are the subject's own.
func sameDoer(a, b kg.Position) bool {
	if has("own", a.Predicate) {
		return a.SubjectID != "" && a.SubjectID == b.SubjectID
	}
	return a.SubjectID == "" || b.SubjectID == "" || a.SubjectID == b.SubjectID
}

// figureOf gives the number of a claim: none where it denies that anybody was hit.
func figureOf(p kg.Position) (kg.Quantity, bool) {
	if p.Quantity != nil {
		return kg.Quantity{Value: p.Quantity.Value, Unit: unitOf(p), Bound: p.Quantity.Bound}, !p.Negated && p.ObjectID == ""
	}
	return kg.Quantity{Unit: unitOf(p)}, p.Negated && p.ObjectID == ""
}

// unitOf gives what a figure counts, or the victims' words, in lower case and without articles.
func unitOf(p kg.Position) string {
	unit := p.ObjectText
	if p.Quantity != nil && p.Quantity.Unit != "" {
		unit = p.Quantity.Unit
	}
	unit = kg.FoldName(unit)
	for first, rest, more := strings.Cut(unit, " "); more && noneOf[first]; first, rest, more = strings.Cut(unit, " ") {
		unit = rest
	}
	return unit
}

// countedAlike reports whether two figures count the same: none of all people is also none of the soldiers.
func countedAlike(x, y kg.Quantity) bool {
	a, b := oneTroops(x.Unit), oneTroops(y.Unit)
	if a == b {
		return true
	}
	everybody := func(unit string) bool { return unit == "" || anybody[unit] }
	return x.Value == 0 && everybody(a) || y.Value == 0 && everybody(b)
}

// oneToll reports whether two statements count what one event cost. A number that only grew with time is a later count;
// "nobody" is said of an event where the words name one.
func oneToll(a, b kg.Position, x, y kg.Quantity, s, t kg.Saying) bool {
	if has("own", a.Predicate) {
		return !elsewhere(s, t) && (x.Value == 0 || y.Value == 0)
	}
	if some(s.Words) || some(t.Words) {
		return false
	}
	if sideBySide(x, y, s, t) {
		return true
	}
	if !share(s.Places, t.Places) {
		return false
	}
	of, to := matter(a, s), matter(b, t)
	switch {
	case x.Value == 0:
		return len(of) == 0 || share(of, to)
	case y.Value == 0:
		return len(to) == 0 || share(of, to)
	}
	first, last := x, y
	if t.On < s.On {
		first, last = y, x
	}
	counted := s.On != t.On && last.Value > first.Value
	return !counted && (share(of, to) || sameCause(a, b)) && max(x.Value, y.Value) >= 1.5*min(x.Value, y.Value)
}

// sideBySide reports whether one article sets the counts of two named speakers against each other: "Four protesters
// were killed, the police said. The union said at least 11 protesters were killed."
func sideBySide(x, y kg.Quantity, s, t kg.Saying) bool {
	if s.Article != t.Article || s.Source == "" || t.Source == "" || elsewhere(s, t) {
		return false
	}
	least, most := min(x.Value, y.Value), max(x.Value, y.Value)
	return least > 0 && most >= 1.2*least
}

// sameCause reports whether both claims call what did it by the same words: an air strike.
func sameCause(a, b kg.Position) bool {
	return a.SubjectText != "" && kg.FoldName(a.SubjectText) == kg.FoldName(b.SubjectText)
}

// some reports whether a denial leaves others out: "nobody from the mission".
func some(words string) bool {
	folded := kg.FoldName(words) + " "
	for head := range nobody {
		for preposition := range among {
			if strings.Contains(folded, head+" "+preposition+" ") {
				return true
			}
		}
	}
	return false
}

// rivals reports whether two statements are of different speakers; one of them may be the article itself.
func rivals(s, t kg.Saying) bool {
	return s.Source != t.Source && (s.Speaker == "" || s.Speaker != t.Speaker)
}

// oneDay reports whether two statements can be about one day: what the claims say of it, or else when they were made.
func oneDay(a, b kg.Position, s, t kg.Saying) bool {
	if apart(a, b) {
		return false
	}
	return a.OccurredOn != "" && b.OccurredOn != "" || near(s.On, t.On)
}

// elsewhere reports whether both statements name places, and none in common.
func elsewhere(s, t kg.Saying) bool {
	return len(s.Places) > 0 && len(t.Places) > 0 && !share(s.Places, t.Places)
}

// share reports whether two lists have something in common.
func share(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}

// doers: one deed is laid to two doers, at least once by the side of one of them.
func doers(d kg.Dispute, a, b kg.Position) (kg.Dispute, bool) {
	if a.Predicate != b.Predicate || !has("single", a.Predicate) || !bothHappened(a, b) {
		return d, false
	}
	if !otherDoer(a, b) || !oneVictim(a, b) {
		return d, false
	}
	if !anyPair(a, b, func(s, t kg.Saying) bool {
		oneThing := a.ObjectType == kg.Person || near(s.On, t.On) && share(s.Places, t.Places)
		return rivals(s, t) && oneDay(a, b, s, t) && oneThing && (speaksFor(s, b) || speaksFor(t, a))
	}) {
		return d, false
	}
	d.Kind, d.Reason = kg.Attribution, fmt.Sprintf("%q, and %q", a.Text, b.Text)
	return d, true
}

// speaksFor reports whether a statement is that of a claim's subject, or of somebody whose words name it: "Russia's
// Defence Ministry".
func speaksFor(s kg.Saying, p kg.Position) bool {
	if p.SubjectID == "" || s.Source == "" {
		return false
	}
	return s.Speaker == p.SubjectID || p.Subject != "" && strings.Contains(plain(s.Source), plain(p.Subject))
}

// plain folds words, cuts possessives and puts a blank around the whole.
func plain(words string) string {
	return strings.ReplaceAll(" "+kg.FoldName(words)+" ", "'s ", " ")
}

func otherDoer(a, b kg.Position) bool {
	if a.SubjectID != "" && b.SubjectID != "" {
		return a.SubjectID != b.SubjectID && kg.FoldName(a.Subject) != kg.FoldName(b.Subject)
	}
	named, other := a, b
	if a.SubjectID == "" {
		named, other = b, a
	}
	words := strings.Fields(kg.FoldName(other.SubjectText))
	return named.SubjectID != "" && len(words) > 1 && armed[words[len(words)-1]]
}

// oneVictim reports whether two claims are about one person, or one thing that is no town: "hospital in Zamalka".
func oneVictim(a, b kg.Position) bool {
	if a.ObjectID != "" || b.ObjectID != "" {
		return a.ObjectID == b.ObjectID && a.ObjectType == kg.Person
	}
	head := headOf(a.ObjectText)
	if head != headOf(b.ObjectText) || a.Quantity != nil || b.Quantity != nil {
		return false
	}
	plural := strings.HasSuffix(head, "s") && !strings.HasSuffix(head, "ss")
	return head != "" && !plural && !wide[head]
}

// mutual: each blames the other for one matter.
func mutual(d kg.Dispute, a, b kg.Position) (kg.Dispute, bool) {
	crossed := a.SubjectID != "" && a.SubjectID == b.ObjectID && a.ObjectID == b.SubjectID
	if !has("blames", a.Predicate) || !has("blames", b.Predicate) || a.Negated || b.Negated || !crossed {
		return d, false
	}
	if !anyPair(a, b, func(s, t kg.Saying) bool {
		inOneBreath := s.Article == t.Article && s.Words == t.Words
		return oneDay(a, b, s, t) && !elsewhere(s, t) && (inOneBreath || share(matter(a, s), matter(b, t)))
	}) {
		return d, false
	}
	d.Kind, d.Reason = kg.Attribution, fmt.Sprintf("%q, and %q", a.Text, b.Text)
	return d, true
}

// owned: somebody claims a deed and later denies it, or the other way round in somebody else's report of the same day.
func owned(d kg.Dispute, a, b kg.Position) (kg.Dispute, bool) {
	claimed, denied := a, b
	if has("denies", a.Predicate) {
		claimed, denied = b, a
	}
	if !has("claims", claimed.Predicate) || !has("denies", denied.Predicate) || a.Negated || b.Negated {
		return d, false
	}
	if a.SubjectID == "" || a.SubjectID != b.SubjectID {
		return d, false
	}
	if !anyPair(claimed, denied, func(s, t kg.Saying) bool {
		x, okX := s.On.Time()
		y, okY := t.On.Time()
		answers := okX && okY && !y.Before(x) && y.Sub(x) <= answerTime
		return answers && share(s.Places, t.Places) && share(matter(claimed, s), matter(denied, t))
	}) {
		return d, false
	}
	d.Kind, d.Reason = kg.Attribution, fmt.Sprintf("%q, and %q", claimed.Text, denied.Text)
	return d, true
}

// bothHappened reports whether both claims say that it happened, and may mean one day.
func bothHappened(a, b kg.Position) bool { return !a.Negated && !b.Negated && !apart(a, b) }
