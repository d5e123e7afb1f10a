// Package dates reads the dates of clauses, as precise as they are given. It may not know what a clause says.
package dates
