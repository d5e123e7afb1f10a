// Package phrase tells what a noun phrase stands for: what kind of thing, how many of them, and whom or which place
// it names. It is the first stage behind mentions and statements, and may not know verbs' places nor predicates.
package phrase
