// Package claim reads who did what to whom out of dependency trees, after the patterns of the vocabulary, and which
// statement makes each claim. It may not know how names or statements were found.
package claim
