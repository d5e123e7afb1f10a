package vocabulary

import (
	_ "embed" // for asked_phrases.yaml
	"fmt"
	"slices"

	"gopkg.in/yaml.v3"

	"sayso/internal/kg"
)

//go:embed asked_phrases.yaml
var askedPhrases []byte

// addPhrases adds to the built-in predicates the ways in which people ask for them beside their synonyms. They stand in
// a file of their own, since they are many and reading has no use for them.
func addPhrases(entries []Entry, data []byte) error {
	var phrases map[kg.PredicateID]struct {
		Sure  []string `yaml:"sure"`
		Maybe []string `yaml:"maybe"`
	}
	if err := yaml.Unmarshal(data, &phrases); err != nil {
		return fmt.Errorf("asked_phrases.yaml: %w", err)
	}
	for id, p := range phrases {
		at := slices.IndexFunc(entries, func(e Entry) bool { return e.ID == id })
		if at < 0 {
			return fmt.Errorf("asked_phrases.yaml: there is no predicate %s", id)
		}
		asking := &entries[at].Asking
		asking.Phrases = append(asking.Phrases, p.Sure...)
		asking.UnsurePhrases = append(asking.UnsurePhrases, p.Maybe...)
	}
	return nil
}
