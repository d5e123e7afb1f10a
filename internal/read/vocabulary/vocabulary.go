package vocabulary

import (
	"bytes"
	_ "embed"
	"fmt"
	"sync"

	"gopkg.in/yaml.v3"

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
}

// Pattern is one way a predicate shows in a sentence. Lemmas are lower-case; the data file's head explains every field.
type Pattern struct {
	Verb       []string `yaml:"verb"`
	Particle   []string `yaml:"particle"`
	Light      []string `yaml:"light"`
	Object     []string `yaml:"object"`
	Through    []string `yaml:"through"`
	As         []string `yaml:"as"`
	With       string   `yaml:"with"`
	In         []string `yaml:"in"`
	Against    []string `yaml:"against"`
	WithNoun   []string `yaml:"withNoun"`
	WithAny    []string `yaml:"withAny"`
	Infinitive []string `yaml:"infinitive"`
	Negated    bool     `yaml:"negated"`
	NoClause   bool     `yaml:"noClause"`
	Passive    bool     `yaml:"passive"`
	Need       string   `yaml:"need"`
	Who        string   `yaml:"who"`
	Noun       []string `yaml:"noun"`
	Copula     bool     `yaml:"copula"`
	Between    bool     `yaml:"between"`
	Mutual     bool     `yaml:"mutual"`
	DobjAny    bool     `yaml:"dobjAny"`
	Compound   string   `yaml:"compound"`
	Title      string   `yaml:"title"`
}

type record struct {
	ID        kg.PredicateID `yaml:"id"`
	Label     string         `yaml:"label"`
	Means     string         `yaml:"means"`
	Synonyms  []string       `yaml:"synonyms"`
	Inverse   string         `yaml:"inverse"`
	Symmetric bool           `yaml:"symmetric"`
	Family    string         `yaml:"family"`
	PLOVER    string         `yaml:"plover"`
	CAMEO     string         `yaml:"cameo"`
	Subject   []string       `yaml:"subject"`
	Object    []string       `yaml:"object"`
	Patterns  []Pattern      `yaml:"patterns"`
}

var load = sync.OnceValues(func() (*kg.Vocabulary, error) { return Parse(predicates) })

// Load gives the built-in vocabulary. It is read once; later calls give the same value.
func Load() (*kg.Vocabulary, error) { return load() }

// Parse reads a vocabulary file in the form of the built-in one.
func Parse(data []byte) (*kg.Vocabulary, error) {
	entries, err := ParseEntries(data)
	if err != nil {
		return nil, err
	}
	list := make([]kg.Predicate, len(entries))
	for i, e := range entries {
		list[i] = e.Predicate
	}
	v, err := kg.NewVocabulary(list)
	if err != nil {
		return nil, fmt.Errorf("vocabulary: %w", err)
	}
	return v, nil
}

var entries = sync.OnceValues(func() ([]Entry, error) { return ParseEntries(predicates) })

// Entries lists the built-in predicates with their patterns, in the vocabulary's order. Treat the result as read-only.
func Entries() ([]Entry, error) { return entries() }

// ParseEntries reads the predicates with their patterns from a vocabulary file. A field it does not know, a missing label or meaning and an
// unknown type are errors that name the predicate.
func ParseEntries(data []byte) ([]Entry, error) {
	var records []record
	dec := yaml.NewDecoder(bytes.NewReader(data))
	dec.KnownFields(true)
	if err := dec.Decode(&records); err != nil {
		return nil, fmt.Errorf("vocabulary: correct the file, it is not the YAML list expected: %w", err)
	}
	out := make([]Entry, len(records))
	for i, r := range records {
		if err := r.check(); err != nil {
			return nil, err
		}
		out[i] = Entry{
			Predicate: kg.Predicate{ID: r.ID, Label: r.Label, Means: r.Means, Synonyms: r.Synonyms, Inverse: r.Inverse,
				Family: r.Family, PLOVER: r.PLOVER, CAMEO: r.CAMEO},
			Symmetric: r.Symmetric, Subject: r.Subject, Object: r.Object, Patterns: r.Patterns,
		}
	}
	return out, nil
}

func (r record) check() error {
	if r.Label == "" || r.Means == "" || r.Inverse == "" {
		return kg.Errorf(kg.Invalid, "vocabulary: predicate %q lacks a label, a meaning or an inverse; give all three", r.ID)
	}
	for _, t := range append(append([]string{}, r.Subject...), r.Object...) {
		switch t {
		case string(kg.Person), string(kg.Organization), string(kg.Place), "text":
		default:
			return kg.Errorf(kg.Invalid, "vocabulary: predicate %s allows type %q; use Person, Organization, Place or text", r.ID, t)
		}
	}
	return nil
}
