package vocabulary

import (
	"slices"
	"strings"

	"sayso/internal/kg"
)

// asking is the field "asking" of a predicate; the data file's head explains every field.
type asking struct {
	Nouns         []string            `yaml:"nouns"`
	Reason        []string            `yaml:"reason"`
	Is            []kg.Property       `yaml:"is"`
	Counts        []string            `yaml:"counts"`
	CountsFirst   []string            `yaml:"countsFirst"`
	CountsVaguely []string            `yaml:"countsVaguely"`
	CountsLast    []string            `yaml:"countsLast"`
	NotCounted    []string            `yaml:"notCounted"`
	Inverses      []string            `yaml:"inverses"`
	Phrases       []string            `yaml:"phrases"`
	UnsurePhrases []string            `yaml:"unsurePhrases"`
	Objects       map[string][]string `yaml:"objects"`
}

// checkAsking refuses properties that are not known.
func (r record) checkAsking() error {
	known := kg.Properties()
	for _, p := range r.Asking.Is {
		if !slices.Contains(known, p) {
			names := make([]string, len(known))
			for i, k := range known {
				names[i] = string(k)
			}
			return r.from.errorf(r.line("asking"), "is", "%q is no property of a predicate; use %s", p,
				strings.Join(names, ", "))
		}
	}
	return nil
}
