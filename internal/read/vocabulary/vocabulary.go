package vocabulary

import (
	_ "embed"
	"fmt"
	"slices"
	"sync"

	"sayso/internal/kg"
)

//go:embed predicates.yaml
var predicates []byte

// Entry is one predicate with what reading needs beyond kg.Predicate.
type Entry struct {
	kg.Predicate
	Symmetric bool      // the object does it too: MET_WITH
	Subject   []string  // allowed types: Person, Organization, Place, text
	Object    []string  // likewise
	Patterns  []Pattern // how it shows in a parsed sentence; none for predicates that are read otherwise

	Traits   []Trait                 // what reading goes by beyond the patterns
	Idioms   []string                // lemmas of objects that give the verb another sense
	Harms    []string                // lemmas of nouns by whose lack the claim is denied
	Becomes  map[Into]kg.PredicateID // what the claim may turn into
	Relation Relation                // what a noun phrase by itself says; "" for most predicates
}

// Pattern is one way a predicate shows in a sentence. Lemmas are lower-case; the data file's head explains every field.
type Pattern struct {
	Verb       []string `yaml:"verb"`
	Particle   []string `yaml:"particle"`
	Light      []string `yaml:"light"`
	Object     []string `yaml:"object"`
	Through    []string `yaml:"through"`
	As         []string `yaml:"as"`
	AsPartOf   bool     `yaml:"asPartOf"`
	With       string   `yaml:"with"`
	Called     []string `yaml:"called"`
	Modified   []string `yaml:"modified"`
	In         []string `yaml:"in"`
	Against    []string `yaml:"against"`
	WithNoun   []string `yaml:"withNoun"`
	WithAny    []string `yaml:"withAny"`
	Infinitive []string `yaml:"infinitive"`
	Negated    bool     `yaml:"negated"`
	NoClause   bool     `yaml:"noClause"`
	Passive    bool     `yaml:"passive"`
	Stative    bool     `yaml:"stative"`
	Need       string   `yaml:"need"`
	Who        string   `yaml:"who"`
	Noun       []string `yaml:"noun"`
	Adjective  []string `yaml:"adjective"`
	Copula     bool     `yaml:"copula"`
	Between    bool     `yaml:"between"`
	Mutual     bool     `yaml:"mutual"`
	DobjAny    bool     `yaml:"dobjAny"`
	Swapped    bool     `yaml:"swapped"`
	Also       bool     `yaml:"also"`
	Compound   string   `yaml:"compound"`
	Title      string   `yaml:"title"`
	Unless     []string `yaml:"unless"`
	Aside      []string `yaml:"aside"`
	AsideWho   []string `yaml:"asideWho"`
	Via        []string `yaml:"via"`
	Inside     bool     `yaml:"inside"`
	Announced  bool     `yaml:"announced"`

	Source string `yaml:"-"` // file and line of a pattern that is not built in
}

var load = sync.OnceValues(func() (*kg.Vocabulary, error) {
	entries, err := Entries()
	if err != nil {
		return nil, err
	}
	return Index(entries)
})

// Load gives the built-in vocabulary. It is read once; later calls give the same value.
func Load() (*kg.Vocabulary, error) { return load() }

// Parse reads a vocabulary file in the form of the built-in one.
func Parse(data []byte) (*kg.Vocabulary, error) {
	entries, err := ParseEntries(data)
	if err != nil {
		return nil, err
	}
	return Index(entries)
}

// Index makes a vocabulary of entries, with the words that lead to each.
func Index(entries []Entry) (*kg.Vocabulary, error) {
	list := make([]kg.Predicate, len(entries))
	for i, e := range entries {
		list[i] = e.Predicate
		list[i].VerbPhrases = e.verbPhrases()
	}
	v, err := kg.NewVocabulary(list)
	if err != nil {
		return nil, fmt.Errorf("vocabulary: %w", err)
	}
	return v, nil
}

var entries = sync.OnceValues(func() ([]Entry, error) {
	entries, err := ParseEntries(predicates)
	if err != nil {
		return nil, err
	}
	return entries, addPhrases(entries, askedPhrases)
})

// Entries lists the built-in predicates with their patterns, in the vocabulary's order. Treat the result as read-only.
func Entries() ([]Entry, error) { return entries() }

// ParseEntries reads the predicates with their patterns from a whole vocabulary file. Its errors name the line and the
// field.
func ParseEntries(data []byte) ([]Entry, error) {
	records, err := source{"vocabulary"}.records(data)
	if err != nil {
		return nil, err
	}
	var out []Entry
	for _, r := range records {
		if out, err = r.addTo(out, 0); err != nil {
			return nil, err
		}
	}
	return out, checkTargets(out)
}

// entry is the record as a predicate of its own.
func (r record) entry() Entry {
	return Entry{Predicate: kg.Predicate{ID: r.ID, Label: r.Label, Means: r.Means, Synonyms: r.Synonyms,
		Inverse: r.Inverse,
		Family:  r.Family, PLOVER: r.PLOVER, CAMEO: r.CAMEO, Excludes: r.Excludes, Implies: r.Implies, Answers: r.Answers,
		Asking: kg.Asking(r.Asking), OnlyActors: !slices.Contains(r.Object, "text")},
		Symmetric: r.Symmetric, Subject: r.Subject, Object: r.Object, Patterns: r.Patterns,
		Traits: r.Traits, Idioms: r.Idioms, Harms: r.Harms, Becomes: r.Becomes, Relation: r.Relation}
}
