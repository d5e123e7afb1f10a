// Package clause tells who stands in which place of a verb, with grammar undone: voice, control, relative clauses,
// coordination, gapping, and what pronouns and plural descriptions stand for. It may not know predicates.
package clause
