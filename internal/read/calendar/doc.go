// Package calendar finds dates in running text by a grammar of its own: days, months, years, days of the week and
// lengths of time counted from the day of telling, in any order in which English writes them. What the tagger says of a
// word is only a hint. It may not know how a sentence is built.
package calendar
