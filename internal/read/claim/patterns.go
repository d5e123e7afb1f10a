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
	traits    map[vocabulary.Trait]bool
}

// is reports whether the rule's predicate has a trait.
func (r rule) is(t vocabulary.Trait) bool { return r.traits[t] }

// unless reports whether a rule does not hold under a named condition.
func (r rule) unless(condition string) bool { return slices.Contains(r.Unless, condition) }

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
	relations map[vocabulary.Relation]kg.PredicateID
	harms     map[string][]kg.PredicateID       // what there is none of where a noun is denied, in the vocabulary's order
	undoes    map[kg.PredicateID]kg.PredicateID // by what undoes it, the predicate that is undone
	refuses   map[kg.PredicateID]kg.PredicateID // by what refuses it, the predicate that is refused
}

// is reports whether a predicate has a trait.
func (p *Patterns) is(id kg.PredicateID, t vocabulary.Trait) bool { return p.allowed[id].traits[t] }

// becomes is what a claim of a predicate turns into; "" where it does not.
func (p *Patterns) becomes(id kg.PredicateID, into vocabulary.Into) kg.PredicateID {
	return p.allowed[id].becomes[into]
}

// bare is a rule for a predicate that no pattern of it made.
func (p *Patterns) bare(id kg.PredicateID, need string) rule {
	return rule{Pattern: vocabulary.Pattern{Need: need}, id: id, traits: p.allowed[id].traits}
}

func setOf[T comparable](list []T) map[T]bool {
	out := make(map[T]bool, len(list))
	for _, x := range list {
		out[x] = true
	}
	return out
}

// ends is the types that the subject and the object of a predicate may have; "text" stands for mere words.
type ends struct {
	subject, object []string
	symmetric       bool
	traits          map[vocabulary.Trait]bool
	idioms          map[string]bool
	becomes         map[vocabulary.Into]kg.PredicateID
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
		governors: map[string]string{}, targets: map[string]bool{}, rumours: map[string]bool{}, allowed: map[kg.PredicateID]ends{},
		relations: map[vocabulary.Relation]kg.PredicateID{}, harms: map[string][]kg.PredicateID{},
		undoes: map[kg.PredicateID]kg.PredicateID{}, refuses: map[kg.PredicateID]kg.PredicateID{}}
	for _, e := range entries {
		p.allow(e)
		for _, pattern := range e.Patterns {
			if _, ok := needs[pattern.Need]; !ok && pattern.Need != "none" {
				return nil, fmt.Errorf("claim: a pattern of %s needs %q, which is no kind of object; use one that the file's head names", e.ID, pattern.Need)
			}
			p.add(rule{pattern, e.ID, e.Symmetric, p.allowed[e.ID].traits})
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

// allow notes what of a predicate does not hang on its patterns.
func (p *Patterns) allow(e vocabulary.Entry) {
	p.allowed[e.ID] = ends{e.Subject, e.Object, e.Symmetric, setOf(e.Traits), setOf(e.Idioms), e.Becomes}
	if e.Relation != "" {
		p.relations[e.Relation] = e.ID
	}
	for _, h := range e.Harms {
		p.harms[h] = append(p.harms[h], e.ID)
	}
	if id := e.Becomes[vocabulary.Undone]; id != "" {
		p.undoes[id] = e.ID
	}
	if id := e.Becomes[vocabulary.Refused]; id != "" {
		p.refuses[id] = e.ID
	}
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
