package phrase

import "sayso/internal/kg"

// Node is who or what fills a place of a claim.
type Node struct {
	Name  string
	Token int
	Typ   kg.EntityType // "" for mere words
	Kind  string
}

// SetOf is a list as a set.
func SetOf[T comparable](list []T) map[T]bool {
	out := make(map[T]bool, len(list))
	for _, x := range list {
		out[x] = true
	}
	return out
}
