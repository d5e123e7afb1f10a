package claim

import (
	"cmp"
	"fmt"
	"slices"

	"sayso/internal/kg"
	"sayso/internal/read/lang/en"
	"sayso/internal/read/vocabulary"
)

// rule is one pattern of one predicate.
type rule struct {
	vocabulary.Pattern
	id        kg.PredicateID
	symmetric bool
	family    string
}

// Patterns is the vocabulary's patterns by the word that triggers them. It is read-only.
type Patterns struct {
	verbs     map[string][]rule
	nouns     map[string][]rule
	compounds map[string][]rule
	titles    map[string]kg.PredicateID
	governors map[string]string
	targets   map[string]bool
	rumours   map[string]bool // nouns that make the clause under them hearsay
	allowed   map[kg.PredicateID]ends
}

// ends is the types that the subject and the object of a predicate may have; "text" stands for mere words.
type ends struct {
	subject, object []string
	symmetric       bool
	family          string
}

// allows tells whether a list of types has the type, where "" is the type of mere words.
func allows(list []string, typ kg.EntityType) bool {
	if typ == "" {
		typ = "text"
	}
	return slices.Contains(list, string(typ))
}

// NewPatterns indexes the patterns of a vocabulary. A predicate's patterns keep their order: of two that fit one verb, the one that asks for
// more words around it is tried first.
func NewPatterns(entries []vocabulary.Entry) (*Patterns, error) {
	p := &Patterns{verbs: map[string][]rule{}, nouns: map[string][]rule{}, compounds: map[string][]rule{}, titles: map[string]kg.PredicateID{},
		governors: map[string]string{}, targets: map[string]bool{}, rumours: map[string]bool{}, allowed: map[kg.PredicateID]ends{}}
	for _, e := range entries {
		p.allowed[e.ID] = ends{e.Subject, e.Object, e.Symmetric, e.Family}
		for _, pattern := range e.Patterns {
			if _, ok := needs[pattern.Need]; !ok && pattern.Need != "none" {
				return nil, fmt.Errorf("claim: a pattern of %s needs %q, which is no kind of object; use one that the file's head names", e.ID, pattern.Need)
			}
			p.add(rule{pattern, e.ID, e.Symmetric, e.Family})
		}
	}
	for _, row := range en.Table("claim/governors.tsv") {
		if row.Value == "HEARSAY" {
			p.rumours[row.Word] = true
			continue
		}
		p.governors[row.Word] = row.Value
	}
	for _, w := range en.Words("claim/targets.txt") {
		p.targets[w] = true
	}
	return p, nil
}

func (p *Patterns) add(r rule) {
	for _, v := range r.Verb {
		p.verbs[v] = append(p.verbs[v], r)
		slices.SortStableFunc(p.verbs[v], func(a, b rule) int { return cmp.Or(a.rank()-b.rank(), a.origin()-b.origin()) })
	}
	for _, n := range r.Noun {
		p.nouns[n] = append(p.nouns[n], r)
		slices.SortStableFunc(p.nouns[n], func(a, b rule) int { return a.origin() - b.origin() })
	}
	if r.Compound != "" {
		p.compounds[r.Compound] = append(p.compounds[r.Compound], r)
	}
	if r.Title != "" {
		p.titles[r.Title] = r.id
	}
}

// rank puts those rules first that ask for words beyond their verb and object, and of them those last that take any infinitive.
func (r rule) rank() int {
	switch {
	case has(r.Infinitive, "*"):
		return 1
	case len(r.Infinitive) > 0 || len(r.Light) > 0 || r.With != "" || len(r.In) > 0 || len(r.Against) > 0 || len(r.Particle) > 0:
		return 0
	}
	return 2
}

// origin puts the user's patterns before the built-in ones.
func (r rule) origin() int {
	if r.Source != "" {
		return 0
	}
	return 1
}

// of gives the rules of a verb. Lemmas that lack their last e ("fin" for "fined") count as with it.
func (p *Patterns) of(lemma string) []rule {
	if rules := p.verbs[lemma]; len(rules) > 0 {
		return rules
	}
	return p.verbs[lemma+"e"]
}

func has(list []string, word string) bool {
	for _, w := range list {
		if w == word || w == "*" {
			return true
		}
	}
	return false
}
