package match

import (
	"slices"

	"sayso/internal/read/pattern"
)

// Rule is one pattern of one predicate; what patterns are and find is the same in all languages.
type Rule = pattern.Rule

// Patterns is the vocabulary's patterns by the word that triggers them.
type Patterns = pattern.Patterns

// Hit is what a rule found.
type Hit = pattern.Hit

// Reach is the tokens that the evidence of a clause must have.
type Reach = pattern.Reach

// has reports whether a list of a pattern has a word.
func has(list []string, word string) bool { return pattern.Has(list, word) }

// hasIn reports whether a list of a pattern has one of some words.
func hasIn(list []string, words map[string]bool) bool {
	return slices.ContainsFunc(list, func(w string) bool { return w == "*" || words[w] })
}

// rulesOf gives the rules of a verb. Lemmas that lack their last e ("fin" for "fined") count as with it.
func rulesOf(p *Patterns, lemma string) []Rule {
	if rules := p.Of(lemma); len(rules) > 0 {
		return rules
	}
	return p.Of(lemma + "e")
}
