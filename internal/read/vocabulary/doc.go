// Package vocabulary holds the predicates that claims use, the words people ask for them with, and the sentence
// patterns they are read by. It may not know how a sentence is parsed, nor how claims are stored.
package vocabulary
