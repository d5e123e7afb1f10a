package pattern

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/kg"
	"sayso/internal/read/frame"
	"sayso/internal/read/trace"
	"sayso/internal/read/vocabulary"
)

// matcherOf is the matcher of one predicate, whose ends are people and states, with some patterns.
func matcherOf(t *testing.T, patterns ...vocabulary.Pattern) *Matcher {
	t.Helper()
	ends := []string{"Person", "Place"}
	p, err := NewPatterns([]vocabulary.Entry{{Predicate: kg.Predicate{ID: "GREETED"}, Subject: ends, Object: ends,
		Patterns: patterns, Becomes: map[vocabulary.Into]kg.PredicateID{vocabulary.Refused: "REFUSED_TO_GREET"}}})
	if err != nil {
		t.Fatal(err)
	}
	m, err := NewMatcher("xx", p)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// names are the nodes of a made-up text, by token; token 3 has words and no name.
var names = []frame.Node{{Name: "Ada", Typ: kg.Person}, {Name: "Ben", Token: 1, Typ: kg.Person},
	{Name: "Chad", Token: 2, Typ: kg.Place, Kind: "state"}, {Name: "the crowd", Token: 3}}

func named0to3(token int) (frame.Node, bool) {
	if token >= len(names) {
		return frame.Node{}, false
	}
	return names[token], true
}

func greeting(c frame.Commitment, roles map[frame.Role][]int) *frame.Frame {
	return &frame.Frame{Trigger: 4, Lemma: "greet", Roles: roles, Commitment: c}
}

func TestHits(t *testing.T) {
	verb, plain := []string{"greet"}, frame.Commitment{Modality: kg.Asserted}
	direct := vocabulary.Pattern{Verb: verb, Object: []string{"dobj"}}
	for name, c := range map[string]struct {
		patterns   []vocabulary.Pattern
		commitment frame.Commitment
		roles      map[frame.Role][]int
		want       []string
	}{
		"each with each": {[]vocabulary.Pattern{direct}, plain, map[frame.Role][]int{frame.Agent: {0, 1}, frame.Object: {2}},
			[]string{"Ada GREETED Chad [verb]", "Ben GREETED Chad [verb]"}},
		"nobody greets himself": {[]vocabulary.Pattern{direct}, plain,
			map[frame.Role][]int{frame.Agent: {0}, frame.Object: {0}}, nil},
		"words are no end of it": {[]vocabulary.Pattern{direct}, plain,
			map[frame.Role][]int{frame.Agent: {0}, frame.Object: {3}}, nil},
		"what is no noun phrase is none": {[]vocabulary.Pattern{direct}, plain,
			map[frame.Role][]int{frame.Agent: {9}, frame.Object: {2}}, nil},
		"swapped": {[]vocabulary.Pattern{{Verb: verb, Object: []string{"dobj"}, Swapped: true}}, plain,
			map[frame.Role][]int{frame.Agent: {0}, frame.Object: {2}}, []string{"Chad GREETED Ada [verb]"}},
		"each other": {[]vocabulary.Pattern{{Verb: verb, Object: []string{"with"}, Mutual: true}}, plain,
			map[frame.Role][]int{frame.Agent: {0, 1}}, []string{"Ada GREETED Ben [verb]"}},
		"a place of its own": {[]vocabulary.Pattern{{Verb: verb, Object: []string{"kun"}, Need: "place"}}, plain,
			map[frame.Role][]int{frame.Agent: {0}, "kun": {1, 2}}, []string{"Ada GREETED Chad [verb]"}},
		"only who has forces": {[]vocabulary.Pattern{{Verb: verb, Object: []string{"dobj"}, Who: "armed"}}, plain,
			map[frame.Role][]int{frame.Agent: {0, 2}, frame.Object: {1}}, []string{"Chad GREETED Ben [verb]"}},
		"nobody is named": {[]vocabulary.Pattern{{Verb: verb, Object: []string{"dobj"}, Who: "optional"}}, plain,
			map[frame.Role][]int{frame.Object: {1}}, []string{" GREETED Ben [verb nobody]"}},
		"the first that holds": {[]vocabulary.Pattern{direct, {Verb: verb, Object: []string{"nsubj"}, Who: "none"}}, plain,
			map[frame.Role][]int{frame.Agent: {0}, frame.Object: {1}}, []string{"Ada GREETED Ben [verb]"}},
		"another beside it": {[]vocabulary.Pattern{{Verb: verb, Object: []string{"dobj"}, Also: true},
			{Verb: verb, Object: []string{"kun"}}}, plain,
			map[frame.Role][]int{frame.Agent: {0}, frame.Object: {1}, "kun": {2}},
			[]string{"Ada GREETED Ben [verb]", "Ada GREETED Chad [verb]"}},
		"only in the passive": {[]vocabulary.Pattern{{Verb: verb, Object: []string{"dobj"}, Passive: true}}, plain,
			map[frame.Role][]int{frame.Agent: {0}, frame.Object: {1}}, nil},
		"denied and open": {[]vocabulary.Pattern{direct}, frame.Commitment{Modality: kg.Hedged, Negated: true},
			map[frame.Role][]int{frame.Agent: {0}, frame.Object: {1}}, []string{"Ada GREETED Ben [verb negated not asserted]"}},
		"refused": {[]vocabulary.Pattern{direct}, frame.Commitment{Modality: kg.Future, WillNever: true},
			map[frame.Role][]int{frame.Agent: {0}, frame.Object: {1}}, []string{"Ada REFUSED_TO_GREET Ben [verb]"}},
	} {
		log := &trace.Log{}
		var got []string
		for _, h := range matcherOf(t, c.patterns...).Hits([]*frame.Frame{greeting(c.commitment, c.roles)}, named0to3, log) {
			got = append(got, fmt.Sprint(h.Subject.Name, " ", h.ID, " ", h.Object.Name, " ", h.Signs))
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

// TestHitsLeaveARuleOut: a rule that is off finds nothing, and the hits of one that is on name it.
func TestHitsLeaveARuleOut(t *testing.T) {
	m := matcherOf(t, vocabulary.Pattern{Verb: []string{"greet"}, Object: []string{"dobj"}})
	f := greeting(frame.Commitment{Modality: kg.Asserted}, map[frame.Role][]int{frame.Agent: {0}, frame.Object: {1}})
	hits := m.Hits([]*frame.Frame{f}, named0to3, &trace.Log{})
	if len(hits) != 1 || hits[0].Why[0].Rule != "xx.GREETED#1" || hits[0].Needs != (Reach{0, 5}) {
		t.Errorf("%+v", hits)
	}
	if hits := m.Hits([]*frame.Frame{f}, named0to3, &trace.Log{Off: "xx.GREETED#1"}); len(hits) != 0 {
		t.Errorf("%+v", hits)
	}
}

// TestMatcherRefuses: a pattern that asks for what frames do not tell is refused by its name.
func TestMatcherRefuses(t *testing.T) {
	for want, pattern := range map[string]vocabulary.Pattern{
		"GREETED#1 asks for words":    {Verb: []string{"give"}, Light: []string{"greeting"}, Object: []string{"to"}},
		`GREETED#1 needs "victims"`:   {Verb: []string{"greet"}, Object: []string{"dobj"}, Need: "victims"},
		"take the patterns of nouns,": {Noun: []string{"greeting"}, Object: []string{"of"}},
	} {
		p, err := NewPatterns([]vocabulary.Entry{{Predicate: kg.Predicate{ID: "GREETED"}, Patterns: []vocabulary.Pattern{pattern}}})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := NewMatcher("xx", p); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %q", err, want)
		}
	}
}
