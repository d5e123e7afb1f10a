package kg

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFindEither(t *testing.T) {
	v, err := NewVocabulary([]Predicate{
		{ID: "LED", Label: "led", Inverse: "was led by", Family: "role"},
		{ID: "LEFT", Label: "left", Inverse: "was left by", Family: "role"},
		{ID: "QUIT", Label: "quit", Inverse: "was left by"},
		{ID: "MET_WITH", Label: "met with", Inverse: "Met With", Synonyms: []string{"was led by chance to", "met, and spoke"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	for words, want := range map[string]struct {
		ids     []PredicateID
		inverse bool
	}{
		"led": {[]PredicateID{"LED"}, false}, "Was  led by": {[]PredicateID{"LED"}, true}, "was left by": {[]PredicateID{"LEFT", "QUIT"}, true},
		"MET_WITH": {[]PredicateID{"MET_WITH"}, false}, "met with": {[]PredicateID{"MET_WITH"}, false},
		"met, and spoke": {[]PredicateID{"MET_WITH"}, false}, "led, MET_WITH,led": {[]PredicateID{"LED", "MET_WITH"}, false}, "was led by,was left by": {[]PredicateID{"LED", "LEFT", "QUIT"}, true},
	} {
		ids, inverse, err := v.FindEither(words)
		if diff := cmp.Diff(want.ids, ids); diff != "" || inverse != want.inverse || err != nil {
			t.Errorf("FindEither(%q) = %v, %v, %v", words, ids, inverse, err)
		}
	}
	for _, words := range []string{"lad", "led, lad", "led, was left by", "led,", ",", strings.Repeat("was led by,", 40) + "led"} {
		if _, _, err := v.FindEither(words); CodeOf(err) != Invalid {
			t.Errorf("%q: %v", words, err)
		}
	}
	if !v.Symmetric("MET_WITH") || v.Symmetric("LED") || v.Symmetric("NONE") {
		t.Error("only MET_WITH reads the same from either side")
	}
	if ids, err := v.InFamily(" Role"); err != nil || !cmp.Equal(ids, []PredicateID{"LED", "LEFT"}) {
		t.Errorf("InFamily(role) = %v, %v", ids, err)
	}
	if _, err := v.InFamily("rule"); err == nil || !strings.Contains(err.Error(), "there are role") {
		t.Errorf("an unknown family: %v", err)
	}
}
