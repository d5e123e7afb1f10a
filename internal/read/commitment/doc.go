// Package commitment tells how far a clause commits to what it says: polarity and modality, from its own words and
// from the words that govern it. It may not know predicates.
package commitment
