package vocabulary

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/kg"
)

func TestFind(t *testing.T) {
	v, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		words string
		want  []kg.PredicateID
	}{
		{"recognized", []kg.PredicateID{"RECOGNIZED"}},
		{"Recognised", []kg.PredicateID{"RECOGNIZED"}},
		{"RECOGNIZED", []kg.PredicateID{"RECOGNIZED"}},
		{"acknowledged the independence of", []kg.PredicateID{"RECOGNIZED"}},
		{"refused", []kg.PredicateID{"REFUSED_RECOGNITION"}},
		{"refuses to recognise", []kg.PredicateID{"REFUSED_RECOGNITION"}},
		{"withdrew", []kg.PredicateID{"WITHDREW_RECOGNITION", "WITHDREW_FROM"}},
		{"withdrew from", []kg.PredicateID{"WITHDREW_FROM"}},
		{"withdrew recognition", []kg.PredicateID{"WITHDREW_RECOGNITION"}},
		{"met", []kg.PredicateID{"MET_WITH"}},
		{"blamed", []kg.PredicateID{"BLAMED"}},
		{"killed", []kg.PredicateID{"KILLED"}},
	} {
		got, err := v.Find(c.words)
		if err != nil {
			t.Errorf("Find(%q): %v", c.words, err)
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("Find(%q) (-want +got):\n%s", c.words, d)
		}
	}
}

func TestRecognitionFamily(t *testing.T) {
	v, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	want := []kg.PredicateID{"RECOGNIZED", "SOUGHT_RECOGNITION", "REFUSED_RECOGNITION", "WITHDREW_RECOGNITION", "DEMANDED_NON_RECOGNITION"}
	if d := cmp.Diff(want, v.Family("RECOGNIZED")); d != "" {
		t.Errorf("family (-want +got):\n%s", d)
	}
}

func TestEveryEntryIsWhole(t *testing.T) {
	list, err := Entries()
	if err != nil {
		t.Fatal(err)
	}
	if len(list) < 66 {
		t.Errorf("%d predicates, want at least 66", len(list))
	}
	for _, e := range list {
		if len(e.Synonyms) == 0 || e.Family == "" || len(e.Subject) == 0 || len(e.Object) == 0 {
			t.Errorf("%s lacks synonyms, a family or its types", e.ID)
		}
		for _, p := range e.Patterns {
			if len(p.Verb)+len(p.Noun)+len(p.Adjective) == 0 && p.Compound == "" && p.Title == "" {
				t.Errorf("%s has a pattern with no verb, noun, adjective, compound or title", e.ID)
			}
		}
	}
}

// TestTraitsAreExplained: the guide has every trait and condition, and the built-in vocabulary uses every one.
func TestTraitsAreExplained(t *testing.T) {
	guide, err := os.ReadFile("../../../docs/vocabulary.md")
	if err != nil {
		t.Fatal(err)
	}
	list, err := Entries()
	if err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	for _, e := range list {
		for _, trait := range e.Traits {
			used[string(trait)] = true
		}
		for _, p := range e.Patterns {
			for _, c := range p.Unless {
				used[c] = true
			}
		}
	}
	names := Conditions()
	for _, trait := range Traits() {
		names = append(names, string(trait))
	}
	for _, n := range names {
		if !strings.Contains(string(guide), "`"+n+"`") || !used[n] {
			t.Errorf("%q is not explained in docs/vocabulary.md (%v), or not used (%v)", n, !strings.Contains(string(guide), "`"+n+"`"), !used[n])
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, c := range []struct{ name, file, want string }{
		{"unknown field", "- id: A\n  label: a\n  colour: red\n", "colour"},
		{"no meaning", "- id: A\n  label: a\n", "lacks a label, a meaning"},
		{"bad type", "- {id: A, label: a, means: m, inverse: i, subject: [Thing]}\n", "Thing"},
		{"twice", "- {id: A, label: a, means: m, inverse: i}\n- {id: A, label: a, means: m, inverse: i}\n", "twice"},
		{"not a list", "id: A\n", "YAML list"},
	} {
		if _, err := Parse([]byte(c.file)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one with %q", c.name, err, c.want)
		}
	}
}
