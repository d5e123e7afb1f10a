package claim

import "sayso/internal/kg"

// verbs reads all verbs of the text.
func (f *finder) verbs() {
	for i := range f.d.Tokens {
		if f.readable(i) && f.d.Verb(i) {
			f.verb(i)
		}
	}
}

// takebacks reads who takes back what the text told before.
func (f *finder) takebacks() {
	for i := range f.d.Tokens {
		if f.readable(i) && f.d.Verb(i) {
			f.takesBack(i)
		}
	}
}

// nouns reads the nouns that stand for acts and relations, and compound adjectives.
func (f *finder) nouns() {
	for i := range f.d.Tokens {
		if !f.readable(i) {
			continue
		}
		if f.d.Noun(i) {
			f.goesBack(i)
			f.noun(i)
			f.unharmed(i)
		}
		if f.d.Verb(i) || f.d.Tokens[i].Tag == "JJ" {
			f.compound(i)
		}
	}
}

// fact is a claim as far as who holds an office goes by it.
type fact struct {
	subject, object string
	predicate       kg.PredicateID
	negated         bool
	at              int
}

// facts are the claims so far.
func (f *finder) facts() []fact {
	out := make([]fact, len(f.found))
	for i, c := range f.found {
		out[i] = fact{c.Subject, c.Object, c.Predicate, c.Negated, c.at}
	}
	return out
}

// relations reads offices, memberships and what is part of what.
func (f *finder) relations() {
	f.roles(f.facts())
	f.apposed()
	f.affiliations()
	f.elections()
	f.structure()
}
