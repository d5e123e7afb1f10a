// Package pattern is the vocabulary's patterns as reading looks them up, what they find, and a matcher of them that
// needs nothing but frames, whatever language these were built from. It may not know a language, a tree or a predicate
// by its id.
package pattern

import (
	"cmp"
	"fmt"
	"slices"

	"sayso/internal/kg"
	"sayso/internal/read/frame"
	"sayso/internal/read/vocabulary"
)

// Rule is one pattern of one predicate.
type Rule struct {
	vocabulary.Pattern
	ID        kg.PredicateID
	Name      string // the predicate and which of its patterns it is, from 1: the rule's id
	Symmetric bool   // its object does it too
	traits    map[vocabulary.Trait]bool
}

// Is reports whether the rule's predicate has a trait.
func (r Rule) Is(t vocabulary.Trait) bool { return r.traits[t] }

// Barred reports whether a rule does not hold under a named condition.
func (r Rule) Barred(condition string) bool { return slices.Contains(r.Unless, condition) }

// Patterns is the vocabulary's patterns by the word that triggers them. It is read-only.
type Patterns struct {
	names      []string
	verbs      map[string][]Rule
	Nouns      map[string][]Rule
	Adjectives map[string][]Rule
	Compounds  map[string][]Rule
	Titles     map[string]kg.PredicateID
	allowed    map[kg.PredicateID]ends
	Relations  map[vocabulary.Relation]kg.PredicateID
	Harms      map[string][]kg.PredicateID       // what there is none of where a noun is denied, in the vocabulary's order
	Undoes     map[kg.PredicateID]kg.PredicateID // by what undoes it, the predicate that is undone
	Refuses    map[kg.PredicateID]kg.PredicateID // by what refuses it, the predicate that is refused
}

// Is reports whether a predicate has a trait.
func (p *Patterns) Is(id kg.PredicateID, t vocabulary.Trait) bool { return p.allowed[id].traits[t] }

// Becomes is what a claim of a predicate turns into; "" where it does not.
func (p *Patterns) Becomes(id kg.PredicateID, into vocabulary.Into) kg.PredicateID {
	return p.allowed[id].becomes[into]
}

// Symmetric reports whether the object of a predicate does it too.
func (p *Patterns) Symmetric(id kg.PredicateID) bool { return p.allowed[id].symmetric }

// Idiom reports whether a word as the object makes another sense of a predicate.
func (p *Patterns) Idiom(id kg.PredicateID, word string) bool { return p.allowed[id].idioms[word] }

// Permits reports whether the vocabulary lets a predicate have ends of these types. An end without a name is nobody's.
func (p *Patterns) Permits(id kg.PredicateID, subject, object frame.Node) bool {
	types := p.allowed[id]
	return (subject.Name == "" || allows(types.subject, subject.Typ)) &&
		(object.Name == "" || allows(types.object, object.Typ))
}

// Bare is a rule for a predicate that no pattern of it made.
func (p *Patterns) Bare(id kg.PredicateID, need string) Rule {
	return Rule{Pattern: vocabulary.Pattern{Need: need}, ID: id, traits: p.allowed[id].traits}
}

// ends is the types that the subject and the object of a predicate may have; "text" stands for mere words.
type ends struct {
	subject, object []string
	symmetric       bool
	traits          map[vocabulary.Trait]bool
	idioms          map[string]bool
	becomes         map[vocabulary.Into]kg.PredicateID
}

// allows reports whether a list of types has the type, where "" is the type of mere words.
func allows(list []string, typ kg.EntityType) bool {
	if typ == "" {
		typ = "text"
	}
	return slices.Contains(list, string(typ))
}

// NewPatterns indexes the patterns of a vocabulary. A predicate's patterns keep their order: of two that fit one
// verb, the one that asks for more words around it is tried first.
func NewPatterns(entries []vocabulary.Entry) (*Patterns, error) {
	p := &Patterns{
		verbs:      map[string][]Rule{},
		Nouns:      map[string][]Rule{},
		Adjectives: map[string][]Rule{},
		Compounds:  map[string][]Rule{},
		Titles:     map[string]kg.PredicateID{},
		allowed:    map[kg.PredicateID]ends{},
		Relations:  map[vocabulary.Relation]kg.PredicateID{},
		Harms:      map[string][]kg.PredicateID{},
		Undoes:     map[kg.PredicateID]kg.PredicateID{},
		Refuses:    map[kg.PredicateID]kg.PredicateID{},
	}
	for _, e := range entries {
		p.allow(e)
		for n, pattern := range e.Patterns {
			if !slices.Contains(vocabulary.Needs(), pattern.Need) {
				return nil, fmt.Errorf(
					"pattern: a pattern of %s needs %q, which is no kind of object; use one that the file's head names",
					e.ID,
					pattern.Need,
				)
			}
			p.add(Rule{pattern, e.ID, fmt.Sprintf("%s#%d", e.ID, n+1), e.Symmetric, p.allowed[e.ID].traits})
		}
	}
	return p, nil
}

// Names are the ids of all patterns that verbs, nouns and compounds are found by, in the vocabulary's order.
func (p *Patterns) Names() []string { return p.names }

// Known are the verbs that some pattern is found by.
func (p *Patterns) Known() map[string]bool {
	out := make(map[string]bool, len(p.verbs))
	for v := range p.verbs {
		out[v] = true
	}
	return out
}

// allow notes what of a predicate does not hang on its patterns.
func (p *Patterns) allow(e vocabulary.Entry) {
	p.allowed[e.ID] = ends{e.Subject, e.Object, e.Symmetric, setOf(e.Traits), setOf(e.Idioms), e.Becomes}
	if e.Relation != "" {
		p.Relations[e.Relation] = e.ID
	}
	for _, h := range e.Harms {
		p.Harms[h] = append(p.Harms[h], e.ID)
	}
	if id := e.Becomes[vocabulary.Undone]; id != "" {
		p.Undoes[id] = e.ID
	}
	if id := e.Becomes[vocabulary.Refused]; id != "" {
		p.Refuses[id] = e.ID
	}
}

func (p *Patterns) add(r Rule) {
	if len(r.Verb)+len(r.Noun)+len(r.Adjective) > 0 || r.Compound != "" {
		p.names = append(p.names, r.Name)
	}
	for _, v := range r.Verb {
		p.verbs[v] = append(p.verbs[v], r)
		slices.SortStableFunc(
			p.verbs[v],
			func(a, b Rule) int { return cmp.Or(a.rank()-b.rank(), a.origin()-b.origin()) },
		)
	}
	for _, n := range r.Noun {
		p.Nouns[n] = append(p.Nouns[n], r)
		slices.SortStableFunc(p.Nouns[n], func(a, b Rule) int { return a.origin() - b.origin() })
	}
	for _, a := range r.Adjective {
		p.Adjectives[a] = append(p.Adjectives[a], r)
	}
	if r.Compound != "" {
		p.Compounds[r.Compound] = append(p.Compounds[r.Compound], r)
	}
	if r.Title != "" {
		p.Titles[r.Title] = r.ID
	}
}

// rank puts those rules first that ask for words beyond their verb and object, and of them those last that take any
// infinitive.
func (r Rule) rank() int {
	if Has(r.Infinitive, "*") {
		return 1
	}
	if n := len(r.Infinitive) + len(r.Light) + len(r.In) + len(r.Against) + len(r.Particle); n > 0 || r.With != "" {
		return 0
	}
	return 2
}

// origin puts the user's patterns before the built-in ones.
func (r Rule) origin() int {
	if r.Source != "" {
		return 0
	}
	return 1
}

// Of gives the rules of a verb.
func (p *Patterns) Of(lemma string) []Rule { return p.verbs[lemma] }

// Has reports whether a list of a pattern has a word; "*" is any.
func Has(list []string, word string) bool {
	for _, w := range list {
		if w == word || w == "*" {
			return true
		}
	}
	return false
}

func setOf[T comparable](list []T) map[T]bool {
	out := make(map[T]bool, len(list))
	for _, x := range list {
		out[x] = true
	}
	return out
}
