package phrase

import (
	"sayso/internal/read/frame"
	"sayso/internal/read/mention"
)

// Node is who or what fills a place of a claim.
type Node = frame.Node

// SetOf is a list as a set.
func SetOf[T comparable](list []T) map[T]bool {
	out := make(map[T]bool, len(list))
	for _, x := range list {
		out[x] = true
	}
	return out
}

// NodeOf is the node of a mention as token stands for it.
func NodeOf(m mention.Mention, token int) Node {
	return Node{Name: m.Name, Token: token, Typ: m.Type, Kind: m.Kind}
}
