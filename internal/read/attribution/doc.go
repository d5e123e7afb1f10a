// Package attribution finds who said what: the words that name the source, the words that attribute, what was said,
// through which channel, and with what commitment. It may not know predicates.
//
// A statement has one speaker. Where several speak together ("Germany and France urged …") it is the one named first,
// and the source span covers them all; the claims that their speaking makes are read for each of them.
package attribution
