package kg

import (
	"fmt"
	"slices"
	"strings"
)

// Saying is one statement that makes a claim.
type Saying struct {
	On      Date
	Article string   // its id
	Speaker string   // the speaker's id, "" where nobody is named
	Source  string   // the speaker's name and the words that name the source, "a spokesman for Israel's army"; "" for the article's own voice
	Names   []string // ids of the actors that the statement names
	Places  []string // names of the settlements and other spots that the statement names; no states and regions
	Words   string   // what is said
}

// Answered tells whether the denial b can be meant as an answer to the accusation a: it is the accused's, and stands in one article with it or names
// the accuser.
func Answered(a, b Position) bool {
	if a.ObjectID == "" || a.ObjectID != b.SubjectID {
		return false
	}
	return a.SubjectID != "" && a.SubjectID == b.ObjectID || anyPair(a, b, func(s, t Saying) bool {
		return s.Article == t.Article || a.SubjectID != "" && slices.Contains(t.Names, a.SubjectID)
	})
}

// anyPair tells whether a statement of a and one of b fit together.
func anyPair(a, b Position, fit func(s, t Saying) bool) bool {
	return slices.ContainsFunc(a.Sayings, func(s Saying) bool {
		return slices.ContainsFunc(b.Sayings, func(t Saying) bool { return fit(s, t) })
	})
}

// event compares claims about what happened: they may give it another subject, or name the object in other words.
func (d Dispute) event(a, b Position) (Dispute, bool) {
	if a.ID > b.ID {
		a, b = b, a
	}
	for _, rule := range []func(Position, Position) (Dispute, bool){d.unhappened, d.tolls, d.doers, d.mutual, d.owned} {
		if x, ok := rule(a, b); ok {
			return x, true
		}
	}
	return d, false
}

// unhappened: one says that the subject did it to a thing, the other that it did not, in other words for the thing.
func (d Dispute) unhappened(a, b Position) (Dispute, bool) {
	if a.Predicate != b.Predicate || a.Negated == b.Negated || a.SubjectID == "" || a.SubjectID != b.SubjectID || !strings.EqualFold(a.Role, b.Role) ||
		a.Quantity != nil || b.Quantity != nil || !sameThing(a, b) {
		return d, false
	}
	if !anyPair(a, b, func(s, t Saying) bool { return s.Article != "" && oneDay(a, b, s, t) && !elsewhere(s, t) }) {
		return d, false
	}
	positive := a
	if a.Negated {
		positive = b
	}
	d.Kind, d.Reason = Negation, fmt.Sprintf("one says %q, the other that it is not so", positive.Text)
	return d, true
}

// Located lists the predicates of what happens somewhere to things and people that have no names: claims of it meet by the place.
func Located() []PredicateID { return []PredicateID{"KILLED", "INJURED", "ATTACKED", "KIDNAPPED"} }

// hurt are the predicates whose objects are counted, and whose subject may be a thing or nobody.
var hurt = []PredicateID{"KILLED", "INJURED"}

// tolls: two figures, of which one may be none, for what happened in one place on one day, of different speakers.
func (d Dispute) tolls(a, b Position) (Dispute, bool) {
	if a.Predicate != b.Predicate || a.Predicate != "LOST" && !slices.Contains(hurt, a.Predicate) || apart(a, b) || !sameDoer(a, b) {
		return d, false
	}
	x, okX := figureOf(a)
	y, okY := figureOf(b)
	if !okX || !okY || !countedAlike(x, y) || agree(x, y) {
		return d, false
	}
	if !anyPair(a, b, func(s, t Saying) bool { return rivals(s, t) && oneEvent(a, b, s, t) && oneToll(a, b, x, y, s, t) }) {
		return d, false
	}
	d.Kind, d.Reason = Figures, fmt.Sprintf("%s against %s %s for the same event", sayFigure(x), sayFigure(y), max(x.Unit, y.Unit))
	return d, true
}

// oneEvent reports whether two statements may be about an event of one day: both give it, they were made within a few days of each other, or one gives
// the day and the other, which has lost it, was made soon after.
func oneEvent(a, b Position, s, t Saying) bool {
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

func sayFigure(q Quantity) string {
	if q.Value == 0 {
		return "none"
	}
	return q.String()
}

// sameDoer tells whether two events may have had one doer: losses are the subject's own.
func sameDoer(a, b Position) bool {
	if a.Predicate == "LOST" {
		return a.SubjectID != "" && a.SubjectID == b.SubjectID
	}
	return a.SubjectID == "" || b.SubjectID == "" || a.SubjectID == b.SubjectID
}

// anybody are words for victims in general; what is denied of them is denied of everybody.
var anybody = []string{"", "people", "person", "persons", "anyone", "anybody", "nobody", "no one", "none", "lives", "life", "casualties", "losses", "victims", "dead"}

// figureOf gives the number of a claim: none where it denies that anybody was hit.
func figureOf(p Position) (Quantity, bool) {
	if p.Quantity != nil {
		return Quantity{p.Quantity.Value, p.unit(), p.Quantity.Bound}, !p.Negated && p.ObjectID == ""
	}
	return Quantity{Unit: p.unit()}, p.Negated && p.ObjectID == ""
}

// unit is what a figure counts, or the victims' words, in lower case and without articles.
func (p Position) unit() string {
	unit := p.ObjectText
	if p.Quantity != nil && p.Quantity.Unit != "" {
		unit = p.Quantity.Unit
	}
	unit = FoldName(unit)
	for _, start := range []string{"no ", "any "} {
		unit = strings.TrimPrefix(unit, start)
	}
	return unit
}

// countedAlike tells whether two figures count the same: none of all people is also none of the soldiers.
func countedAlike(x, y Quantity) bool {
	a, b := oneTroops(x.Unit), oneTroops(y.Unit)
	if a == b {
		return true
	}
	return x.Value == 0 && slices.Contains(anybody, a) || y.Value == 0 && slices.Contains(anybody, b)
}

// oneToll tells whether two statements count what one event cost. A number that only grew with time is a later count; "nobody" is said of an
// event where the words name one.
func oneToll(a, b Position, x, y Quantity, s, t Saying) bool {
	if a.Predicate == "LOST" {
		return !elsewhere(s, t) && (x.Value == 0 || y.Value == 0)
	}
	if !share(s.Places, t.Places) || some(s.Words) || some(t.Words) {
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

// sameCause reports whether both claims call what did it by the same words: an air strike.
func sameCause(a, b Position) bool {
	return a.SubjectText != "" && FoldName(a.SubjectText) == FoldName(b.SubjectText)
}

// some tells whether a denial leaves others out: "nobody from the mission".
func some(words string) bool {
	folded := FoldName(words) + " "
	for _, head := range []string{"nobody ", "no one ", "none "} {
		for _, p := range []string{"from ", "of ", "among "} {
			if strings.Contains(folded, head+p) {
				return true
			}
		}
	}
	return false
}

// rivals tells whether two statements are of different speakers; one of them may be the article itself.
func rivals(s, t Saying) bool {
	return s.Source != t.Source && (s.Speaker == "" || s.Speaker != t.Speaker)
}

// oneDay tells whether two statements can be about one day: what the claims say of it, or else when they were made.
func oneDay(a, b Position, s, t Saying) bool {
	if apart(a, b) {
		return false
	}
	return a.OccurredOn != "" && b.OccurredOn != "" || near(s.On, t.On)
}

// elsewhere tells whether both statements name places, and none in common.
func elsewhere(s, t Saying) bool {
	return len(s.Places) > 0 && len(t.Places) > 0 && !share(s.Places, t.Places)
}

// share tells whether two lists have something in common.
func share(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}

// Single lists the predicates of deeds that are done once to one thing or person.
func Single() []PredicateID { return []PredicateID{"KILLED", "ATTACKED", "KIDNAPPED"} }

// doers: one deed is laid to two doers, at least once by the side of one of them.
func (d Dispute) doers(a, b Position) (Dispute, bool) {
	if a.Predicate != b.Predicate || !slices.Contains(Single(), a.Predicate) || a.Negated || b.Negated || apart(a, b) || !otherDoer(a, b) || !oneVictim(a, b) {
		return d, false
	}
	if !anyPair(a, b, func(s, t Saying) bool {
		return rivals(s, t) && oneDay(a, b, s, t) && (a.ObjectType == Person || near(s.On, t.On) && share(s.Places, t.Places)) && (s.speaksFor(b) || t.speaksFor(a))
	}) {
		return d, false
	}
	d.Kind, d.Reason = Attribution, fmt.Sprintf("%q, and %q", a.Text, b.Text)
	return d, true
}

// speaksFor tells whether a statement is that of a claim's subject, or of somebody whose words name it: "Russia's Defence Ministry".
func (s Saying) speaksFor(p Position) bool {
	if p.SubjectID == "" || s.Source == "" {
		return false
	}
	return s.Speaker == p.SubjectID || p.Subject != "" && strings.Contains(plain(s.Source), plain(p.Subject))
}

// plain folds words, cuts possessives and puts a blank around the whole.
func plain(words string) string {
	return strings.ReplaceAll(" "+FoldName(words)+" ", "'s ", " ")
}

// armed are words for people who can do a deed; "a rocket" is no doer, and does not exclude one.
var armed = []string{"gunmen", "gunman", "militants", "fighters", "rebels", "terrorists", "soldiers", "troops", "police", "separatists", "forces", "militiamen", "insurgents"}

func otherDoer(a, b Position) bool {
	if a.SubjectID != "" && b.SubjectID != "" {
		return a.SubjectID != b.SubjectID && FoldName(a.Subject) != FoldName(b.Subject)
	}
	named, other := a, b
	if a.SubjectID == "" {
		named, other = b, a
	}
	words := strings.Fields(FoldName(other.SubjectText))
	return named.SubjectID != "" && len(words) > 1 && slices.Contains(armed, words[len(words)-1])
}

// oneVictim tells whether two claims are about one person, or one thing that is no town: "hospital in Zamalka".
func oneVictim(a, b Position) bool {
	if a.ObjectID != "" || b.ObjectID != "" {
		return a.ObjectID == b.ObjectID && a.ObjectType == Person
	}
	head := headOf(a.ObjectText)
	plural := strings.HasSuffix(head, "s") && !strings.HasSuffix(head, "ss")
	return head != "" && head == headOf(b.ObjectText) && !plural && a.Quantity == nil && b.Quantity == nil && !slices.Contains(wide, head)
}

// mutual: each blames the other for one matter.
func (d Dispute) mutual(a, b Position) (Dispute, bool) {
	if a.Predicate != "BLAMED" || b.Predicate != "BLAMED" || a.Negated || b.Negated || a.SubjectID == "" || a.SubjectID != b.ObjectID || a.ObjectID != b.SubjectID {
		return d, false
	}
	if !anyPair(a, b, func(s, t Saying) bool {
		return oneDay(a, b, s, t) && !elsewhere(s, t) && (s.Article == t.Article && s.Words == t.Words || share(matter(a, s), matter(b, t)))
	}) {
		return d, false
	}
	d.Kind, d.Reason = Attribution, fmt.Sprintf("%q, and %q", a.Text, b.Text)
	return d, true
}

// owned: somebody claims a deed and later denies it, or the other way round in somebody else's report of the same day.
func (d Dispute) owned(a, b Position) (Dispute, bool) {
	claimed, denied := a, b
	if a.Predicate == "DENIED" {
		claimed, denied = b, a
	}
	if claimed.Predicate != "CLAIMED_RESPONSIBILITY" || denied.Predicate != "DENIED" || a.Negated || b.Negated || a.SubjectID == "" || a.SubjectID != b.SubjectID {
		return d, false
	}
	if !anyPair(claimed, denied, func(s, t Saying) bool {
		x, okX := s.On.Time()
		y, okY := t.On.Time()
		return okX && okY && !y.Before(x) && y.Sub(x) <= answerTime && share(s.Places, t.Places) && share(matter(claimed, s), matter(denied, t))
	}) {
		return d, false
	}
	d.Kind, d.Reason = Attribution, fmt.Sprintf("%q, and %q", claimed.Text, denied.Text)
	return d, true
}

// Spot tells whether an entity is a place small enough for what happens in it on one day to be one event: no state, region or sea.
func (e Entity) Spot() bool {
	return e.Type == Place && (e.Kind == "" || e.Kind == "settlement")
}
