// Package match finds the patterns of the vocabulary in clauses and noun phrases, and gives hits: a predicate between
// two ends. It may not know which statement makes a claim, nor a predicate by its id.
package match
