package graph

import (
	"strconv"

	"github.com/vektah/gqlparser/v2/ast"
)

// costliest gives the way to the field in which most of an answer stands, and how many fields that are: from the root
// on, as long as one field holds more than half of what is around it.
func (m measure) costliest(set ast.SelectionSet, page int) (path []string, cost int) {
	f, cost := m.heaviest(set, page, map[string]bool{})
	if f == nil {
		return nil, 0
	}
	times, inner, _ := m.spread(f, page)
	below, most := m.costliest(f.SelectionSet, inner)
	if most = bounded(times * most); len(below) > 0 && 2*most > cost && most > times {
		return append([]string{f.Alias}, below...), most
	}
	return []string{f.Alias}, cost
}

// heaviest gives the field of a selection set, or of the fragments in it, that costs most. Each fragment is looked at
// once: in fragments in fragments the same ones stand more often than anybody can count.
func (m measure) heaviest(set ast.SelectionSet, page int, seen map[string]bool) (heaviest *ast.Field, cost int) {
	for _, s := range set {
		var f *ast.Field
		var c int
		switch s := s.(type) {
		case *ast.Field:
			f, c = s, m.field(s, page).cost
		case *ast.InlineFragment:
			f, c = m.heaviest(s.SelectionSet, page, seen)
		case *ast.FragmentSpread:
			if s.Definition != nil && !seen[s.Name] {
				seen[s.Name] = true
				f, c = m.heaviest(s.Definition.SelectionSet, page, seen)
			}
		}
		if c > cost {
			heaviest, cost = f, c
		}
	}
	return heaviest, cost
}

// atMost writes a cost; the arithmetic stops at huge.
func atMost(cost int) string {
	if cost >= huge {
		return "more than " + strconv.Itoa(huge)
	}
	return strconv.Itoa(cost)
}
