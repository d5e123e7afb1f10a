package match

import (
	"strings"
	"testing"

	"sayso/internal/kg"
	"sayso/internal/read/vocabulary"
)

func TestPatternsRefuseUnknownNeeds(t *testing.T) {
	_, err := NewPatterns(
		[]vocabulary.Entry{
			{
				Predicate: kg.Predicate{ID: "HUMMED_AT"},
				Patterns:  []vocabulary.Pattern{{Verb: []string{"hum"}, Need: "choir"}},
			},
		},
	)
	if err == nil || !strings.Contains(err.Error(), "HUMMED_AT") || !strings.Contains(err.Error(), "choir") {
		t.Errorf("error %v, want one that names the predicate and the need", err)
	}
}

func TestAllowsTakesWordsForText(t *testing.T) {
	if !allows([]string{"Person", "text"}, "") || allows([]string{"Person"}, "") ||
		!allows([]string{"Person"}, kg.Person) {
		t.Error("mere words are allowed where text is, and nowhere else")
	}
}

// TestNeedsAreKnown: what the vocabulary lets a pattern ask for is what the matcher knows, and nothing else.
func TestNeedsAreKnown(t *testing.T) {
	known := map[string]bool{"none": true}
	for n := range needs {
		known[n] = true
	}
	for _, n := range vocabulary.Needs() {
		if !known[n] {
			t.Errorf("the vocabulary allows %q, which no rule of the matcher knows", n)
		}
		delete(known, n)
	}
	for n := range known {
		t.Errorf("the vocabulary does not allow %q", n)
	}
}
