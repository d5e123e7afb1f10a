package identity

import (
	"fmt"
	"math"
	"slices"

	"sayso/internal/kg"
)

// By names the linker in its judgements, with the version of its rules.
const By = "linker 1"

// Thresholds of the chance that two are one: from same on they are joined, from unsure on a person is asked.
const (
	sameFrom   = 0.85
	unsureFrom = 0.4
)

// Weights of the features, in logits. They were set by hand on the pairs of testdata/pairs.tsv and rounded to half points; the score file
// shows how they do there.
const (
	fullNames    = 2.0  // given name and surname agree
	sameScript   = -0.5 // … but they are spelled differently in one script, which people sometimes are to be told apart
	oddSpelling  = -1.0 // the surnames only sound alike
	givenAlike   = -1.0 // the given names only sound alike
	onlyInitial  = -1.0
	bareAndFull  = -0.5
	bareAndBare  = -1.0
	sharedRole   = 2.0
	sharedState  = 1.0
	companion    = 0.6 // each other actor that both are named with, at most three count
	sameStory    = 1.5 // most of those that the one is named with, the other is too
	noCompanions = -1.5
	alone        = 0.5  // nobody else of that surname is known
	others       = -1.5 // others of that surname are known
	sameForm     = 2.5  // organizations and places: the whole names agree across spellings
	sharedName   = 1.0
	otherKind    = -2.0
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

// Compare scores a pair of one type. rivals is how many others, told apart from both by their given names, go by the same surname.
// ok is false for pairs that nothing speaks for.
func Compare(a, b kg.Profile, rivals int) (s Score, ok bool) {
	if a.Type != b.Type || a.ID == b.ID {
		return s, false
	}
	if a.WikidataID != "" && b.WikidataID != "" {
		return s, false // the gazetteer tells them apart
	}
	if a.Type == kg.Person {
		ok = s.people(a, b, rivals)
	} else {
		ok = s.others(a, b)
	}
	if ok {
		s.context(a, b)
		s.Chance = 1 / (1 + math.Exp(-s.logit))
	}
	return s, ok
}

func (s *Score) people(a, b kg.Profile, rivals int) bool {
	x, y := parsePerson(a.Name), parsePerson(b.Name)
	if skeleton(x.surname) != skeleton(y.surname) || gendered(x.surname, y.surname) {
		return false
	}
	match := compareGiven(x.given, y.given)
	switch match {
	case givenDiffer:
		return false
	case givenUnknown:
		s.bare(x, y, rivals)
	default:
		s.add(fullNames, "%s and %s agree", a.Name, b.Name)
		if match == givenInitial {
			s.add(onlyInitial, "one given name is an initial")
		}
		if match == givenSimilar {
			s.add(givenAlike, "the given names only sound alike")
		}
	}
	if x.surname != y.surname {
		s.add(oddSpelling, "the surnames only sound alike")
	} else if x.written != y.written && latin(x.written) == latin(y.written) && match != givenUnknown {
		s.add(sameScript, "the surname is spelled in two ways in one script")
	}
	return true
}

func (s *Score) bare(x, y person, rivals int) {
	if x.given == "" && y.given == "" {
		s.add(bareAndBare, "both are surnames alone")
		return
	}
	s.add(bareAndFull, "one is a surname alone")
	if rivals > 0 {
		s.add(others, "%d others go by that surname", rivals)
	} else {
		s.add(alone, "nobody else of that surname is known")
	}
}

func (s *Score) others(a, b kg.Profile) bool {
	switch {
	case sameForms(a, b):
		s.add(sameForm, "the names agree across spellings")
	case slices.ContainsFunc(a.Names, func(n string) bool { return len(n) > 2 && slices.Contains(b.Names, n) }):
		s.add(sharedName, "both go by one name")
	default:
		return false
	}
	if a.Kind != "" && b.Kind != "" && a.Kind != b.Kind {
		s.add(otherKind, "one is a %s, the other a %s", a.Kind, b.Kind)
	}
	return true
}

func sameForms(a, b kg.Profile) bool {
	return normal(a.Name) == normal(b.Name) && len(skeleton(normal(a.Name))) > 2
}

// context compares what the two do and with whom they are named.
func (s *Score) context(a, b kg.Profile) {
	if role := shared(a.Roles, b.Roles); len(role) > 0 {
		s.add(sharedRole, "both are %s", role[0])
	}
	if len(shared(a.Affiliations, b.Affiliations)) > 0 {
		s.add(sharedState, "both hold a post in the same place or body")
	}
	common := shared(a.Companions, b.Companions)
	if n := min(len(common), 3); n > 0 {
		s.add(companion*float64(n), "%d others are named with both", len(common))
	} else if len(a.Companions) > 2 && len(b.Companions) > 2 {
		s.add(noCompanions, "nobody is named with both")
	}
	if all := len(a.Companions) + len(b.Companions) - len(common); len(common) > 3 && 10*len(common) >= 6*all {
		s.add(sameStory, "they stand in the same story")
	}
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

func latin(s string) bool {
	for _, r := range s {
		if r >= 'a' && r <= 'z' {
			return true
		}
	}
	return false
}
