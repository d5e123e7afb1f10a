package pattern

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
