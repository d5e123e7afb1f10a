// Package attribution finds who said what: the words that name the source, the words that attribute, what was said, through which channel,
// and with what commitment. It may not know predicates.
package attribution
