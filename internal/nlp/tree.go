package nlp

import (
	"slices"
	"strings"
)

const (
	rootLabel = "ROOT"
	// liftMark separates, in the label of an arc that was lifted to make the tree projective, the label from that of
	// the head it belongs to.
	liftMark = "||"
	// searchLimit bounds the search for that head, so that a text without sentence ends takes no quadratic time.
	searchLimit = 20000
	edgeRounds  = 11 // rounds after which edges count as settled even if they are not
)

// tree is the dependency tree of one segment.
type tree struct {
	tokens      []Token
	heads       []int32 // itself for a root
	first, last []int32 // outermost tokens of each subtree
	children    [][]int32
}

// newTree takes heads, -1 for a root, and labels from the parser.
func newTree(tokens []Token, heads []int32, labels []string) *tree {
	n := len(tokens)
	t := &tree{tokens: tokens, heads: heads, first: make([]int32, n), last: make([]int32, n)}
	for i := range tokens {
		tokens[i].Dep = labels[i]
		if heads[i] < 0 {
			heads[i] = int32(i)
			tokens[i].Dep = rootLabel
		}
	}
	return t
}

// finish puts lifted arcs where they belong and writes heads, labels and sentence starts to the tokens.
func (t *tree) finish() {
	t.findEdges()
	t.lowerArcs()
	t.findEdges()
	for i := range t.tokens {
		t.tokens[i].Head = int(t.heads[i])
		t.tokens[i].SentStart = false
	}
	for i, h := range t.heads {
		if int(h) == i {
			t.tokens[t.first[i]].SentStart = true
		}
	}
}

// findEdges finds the outermost tokens of each subtree by passing them on from child to head, forth and back, until
// every arc stays inside of its sentence. In a tree that is not projective one round need not do.
func (t *tree) findEdges() {
	n := len(t.heads)
	for i := range n {
		t.first[i], t.last[i] = int32(i), int32(i)
	}
	pass := func(i int) {
		h := t.heads[i]
		t.first[h] = min(t.first[h], t.first[i])
		t.last[h] = max(t.last[h], t.last[i])
	}
	for range edgeRounds + 1 {
		for i := range n {
			pass(i)
		}
		for i := n - 1; i >= 0; i-- {
			pass(i)
		}
		if t.arcsStayInside() {
			return
		}
	}
}

// arcsStayInside reports whether the head of each token is in the same sentence, sentences beginning where the subtree
// of a root begins.
func (t *tree) arcsStayInside() bool {
	n := len(t.heads)
	starts := make([]bool, n)
	for i, h := range t.heads {
		if int(h) == i {
			starts[t.first[i]] = true
		}
	}
	from := 0
	for i := range n {
		if (i == 0 || !starts[i]) && i != n-1 {
			continue
		}
		for _, h := range t.heads[from:i] {
			if int(h) < from || int(h) > i {
				return false
			}
		}
		from = i
	}
	return true
}

// lowerArcs moves each lifted arc to the first token, going down from its present head breadth first, that has the
// label of the head it belongs to.
func (t *tree) lowerArcs() {
	for i := range t.tokens {
		label, headLabel, lifted := strings.Cut(t.tokens[i].Dep, liftMark)
		if !lifted {
			continue
		}
		if t.children == nil {
			t.listChildren()
		}
		if h := t.findHead(int32(i), headLabel); h != t.heads[i] {
			t.move(int32(i), h)
		}
		t.tokens[i].Dep = label
	}
}

func (t *tree) listChildren() {
	t.children = make([][]int32, len(t.heads))
	for i, h := range t.heads {
		if int(h) != i {
			t.children[h] = append(t.children[h], int32(i))
		}
	}
}

func (t *tree) findHead(token int32, label string) int32 {
	queue := []int32{t.heads[token]}
	for k := 0; k < len(queue) && len(queue) < searchLimit; k++ {
		q := queue[k]
		for _, c := range t.children[q] {
			// Arcs that were moved before may lead out of a subtree as its edges were at first; those do not count.
			if c == token || c < t.first[q] || c > t.last[q] || allSpace(t.tokens[c].Text) {
				continue
			}
			if t.tokens[c].Dep == label {
				return c
			}
			queue = append(queue, c)
		}
	}
	return t.heads[token]
}

// move gives token another head, unless that head is below it or so deep that finding out would take long.
func (t *tree) move(token, head int32) {
	a := head
	for steps := 0; a != t.heads[a]; a = t.heads[a] {
		if steps++; a == token || steps > searchLimit {
			return
		}
	}
	if a == token {
		return
	}
	old := t.children[t.heads[token]]
	if i, ok := slices.BinarySearch(old, token); ok {
		t.children[t.heads[token]] = slices.Delete(old, i, i+1)
	}
	i, _ := slices.BinarySearch(t.children[head], token)
	t.children[head] = slices.Insert(t.children[head], i, token)
	t.heads[token] = head
}
