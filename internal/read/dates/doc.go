// Package dates says which date of a text belongs to which verb or noun. It may not know what a clause says.
package dates
