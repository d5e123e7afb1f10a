package identity

import (
	"fmt"
	"math"
	"slices"

	"sayso/internal/kg"
)

// By names the linker in its judgements, with the version of its rules.
const By = "linker 2"

// Thresholds of the chance that two are one: from same on they are joined, from unsure on a person is asked.
const (
	sameFrom   = 0.85
	unsureFrom = 0.4
)

// mostCapped is the logit that names which are only somewhat alike, or two in one article, reach at most, whatever else
// speaks for them.
const mostCapped = 1.5

// Weights of the features, in logits. They were set by hand on the pairs of testdata and rounded; the score files show
// how they do there.
const (
	fullNames     = 2.0  // given name and surname agree
	sameScript    = -0.5 // … but they are spelled differently in one script, which people sometimes are to be told apart
	oddSpelling   = -1.0 // the surnames only sound alike
	givenAlike    = -1.0 // the given names only sound alike
	onlyInitial   = -1.0
	noMiddle      = -0.2 // only one has a middle name
	oneGeneration = -1.5 // only one is junior, senior, III
	bareAndFull   = -0.5
	bareAndBare   = -1.0
	sharedRole    = 2.0
	sharedState   = 1.0
	companion     = 0.6 // each other actor that both are named with, at most three count
	sameStory     = 1.5 // most of those that the one is named with, the other is too
	noCompanions  = -1.5
	alone         = 0.5  // nobody else of that surname is known
	others        = -1.5 // others are known of whom the shorter name could be
	sameForm      = 2.5  // organizations and places: the whole names agree across spellings
	sharedName    = 1.0
	partOnly      = -0.3 // the name that they share is only a part of both
	otherKind     = -2.0
	together      = -2.0 // one article names both
)

// Score is the chance that two are one, with what it rests on.
type Score struct {
	Chance  float64
	Reasons []string
	logit   float64
}

func (s *Score) add(weight float64, reason string, args ...any) {
	s.logit += weight
	s.Reasons = append(s.Reasons, fmt.Sprintf(reason, args...)+fmt.Sprintf(" (%+.1f)", weight))
}

// actor is a profile with its name in parts.
type actor struct {
	kg.Profile
	person person
	body   body
}

func newActor(p kg.Profile) actor {
	a := actor{Profile: p}
	if p.Type == kg.Person {
		a.person = parsePerson(p.Name)
	} else {
		a.body = parseBody(p.Name)
	}
	return a
}

// Compare scores a pair of one type. rivals is how many others the shorter of the two names could stand for instead.
// ok is false for pairs that nothing speaks for.
func Compare(a, b kg.Profile, rivals int) (s Score, ok bool) {
	x, y := newActor(a), newActor(b)
	names, ok := agree(x, y)
	if !ok {
		return s, false
	}
	return score(x, y, names, rivals), true
}

// agree compares the names of two; ok is false where they cannot be one.
func agree(a, b actor) (agreement, bool) {
	if a.Type != b.Type || a.ID == b.ID || a.WikidataID != "" && b.WikidataID != "" { // the gazetteer tells those apart
		return agreement{}, false
	}
	var names agreement
	switch a.Type {
	case kg.Person:
		names = compareNames(a.person, b.person)
	case kg.Place:
		names = comparePlaces(a.body, b.body)
	default:
		names = compareBodies(a.body, b.body)
	}
	if !names.ok && a.Type != kg.Person {
		names = compareShared(a, b)
	}
	return names, names.ok
}

func score(a, b actor, names agreement, rivals int) Score {
	var s Score
	for _, n := range names.notes {
		s.add(n.logit, "%s", n.reason)
	}
	if a.Type != kg.Person && a.Kind != "" && b.Kind != "" && a.Kind != b.Kind {
		s.add(otherKind, "one is a %s, the other a %s", a.Kind, b.Kind)
	}
	switch {
	case rivals > 0:
		s.add(others, "others of whom the shorter name could be: %d", rivals)
	case names.bare && names.shorter != 0:
		s.add(alone, "nobody else of that surname is known")
	}
	apart := named(a, b) && !isShortForm(a, b, names)
	s.context(a, b, apart)
	if names.capped || apart {
		s.logit = min(s.logit, mostCapped)
	}
	s.Chance = 1 / (1 + math.Exp(-s.logit))
	return s
}

// comparePlaces compares names of places: only those that agree across spellings speak for one.
func comparePlaces(x, y body) agreement {
	var a agreement
	if x.joined.normal == y.joined.normal && len(x.joined.skeleton) > 1 {
		a.ok = true
		a.note(sameForm, "the names agree across spellings")
	}
	return a
}

// compareShared looks for a name that both go by. One that is only a part of both names, as a town's is of its
// newspaper's and its club's, says little.
func compareShared(a, b actor) agreement {
	var names agreement
	nameA, nameB := kg.FoldName(a.Name), kg.FoldName(b.Name)
	for _, n := range a.Names {
		if len(n) <= 2 || !slices.Contains(b.Names, n) {
			continue
		}
		names.ok = true
		if n == nameA || n == nameB || newPart(n).text == a.body.short || newPart(n).text == b.body.short {
			names.notes, names.capped = nil, false
			names.note(sharedName, "both go by one name")
			return names
		}
		names.notes, names.capped = nil, true
		names.note(partOnly, "they share a part of their names")
	}
	return names
}

// named reports whether one article names both.
func named(a, b actor) bool {
	return slices.Contains(a.Companions, b.ID) || slices.Contains(b.Companions, a.ID)
}

// context compares what the two do and with whom they are named. Two names in one article are mostly of two (apart),
// unless one is a short form of the other; those who are named there with both say nothing.
func (s *Score) context(a, b actor, apart bool) {
	if role := shared(a.Roles, b.Roles); len(role) > 0 {
		s.add(sharedRole, "both are %s", role[0])
	}
	if len(shared(a.Affiliations, b.Affiliations)) > 0 {
		s.add(sharedState, "both hold a post in the same place or body")
	}
	if apart {
		s.add(together, "one article names both")
	}
	if named(a, b) {
		return
	}
	common := shared(a.Companions, b.Companions)
	if n := min(len(common), 3); n > 0 {
		s.add(companion*float64(n), "named with both: %d", len(common))
	} else if len(a.Companions) > 2 && len(b.Companions) > 2 {
		s.add(noCompanions, "nobody is named with both")
	}
	if all := len(a.Companions) + len(b.Companions) - len(common); len(common) > 3 && 10*len(common) >= 6*all {
		s.add(sameStory, "they stand in the same story")
	}
}

// isShortForm reports whether one name is a short form of the other: words left out, initials, nicknames, a legal form.
// Junior is none of senior.
func isShortForm(a, b actor, names agreement) bool {
	if a.Type != kg.Person {
		return !names.capped
	}
	return a.person.generation == b.person.generation && !names.capped &&
		(names.shorter != 0 || compareGiven(a.person, b.person) == nickname)
}

func shared(a, b []string) []string {
	var out []string
	for _, x := range a {
		if slices.Contains(b, x) {
			out = append(out, x)
		}
	}
	return out
}
