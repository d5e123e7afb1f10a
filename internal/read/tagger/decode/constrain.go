package decode

import (
	"math"

	"sayso/internal/read/tagger/crf"
)

// The labelling of a window has to have exactly one cue, over the head, at most one source, and a content. So the search runs over states
// that are a label with the set of what has been seen so far.
const (
	seenSource = 1 << iota
	seenCue
	seenContent
	seenSets
)

type state struct {
	label uint8
	seen  uint8
}

type arc struct {
	from  int
	score float64
}

// space is the states and arcs that a chain's transitions allow.
type space struct {
	states      []state
	arcs        [][]arc // into each state
	transitions []float64
}

var bit = [Labels]uint8{0, seenSource, seenSource, seenCue, seenCue, seenContent, seenContent}

func begins(label uint8) bool {
	return label == BeginSource || label == BeginCue || label == BeginContent
}

func inside(label uint8) bool { return label != Out && !begins(label) }

func newSpace(c *crf.Chain) *space {
	s := &space{transitions: append([]float64(nil), c.Transitions...)}
	for x := range uint8(Labels) {
		for y := range uint8(Labels) {
			if inside(y) && bit[x] != bit[y] {
				s.transitions[int(x)*Labels+int(y)] = crf.Forbidden
			}
		}
	}
	for label := range uint8(Labels) {
		for seen := range uint8(seenSets) {
			if seen&bit[label] == bit[label] {
				s.states = append(s.states, state{label, seen})
			}
		}
	}
	s.arcs = make([][]arc, len(s.states))
	for j, to := range s.states {
		for i, from := range s.states {
			if score := s.transitions[int(from.label)*Labels+int(to.label)]; score > crf.Forbidden && leads(from, to) {
				s.arcs[j] = append(s.arcs[j], arc{i, score})
			}
		}
	}
	return s
}

func leads(from, to state) bool {
	if !begins(to.label) {
		return from.seen == to.seen
	}
	if to.label != BeginContent && from.seen&bit[to.label] != 0 {
		return false
	}
	return from.seen|bit[to.label] == to.seen
}

func (s *space) starts(j int) bool {
	return !inside(s.states[j].label) && s.states[j].seen == bit[s.states[j].label]
}

// search is room for Viterbi, used again from window to window.
type search struct {
	cur, next []float64
	back      []uint8
}

// best gives the best labelling whose cue covers position head and that has a content, its score, and the score of the best one with or
// without a content; nil if there is none. The bonus is added for every source.
func (s *space) best(l *crf.Lattice, head int, bonus float64, r *search) (labels []uint8, score, free float64) {
	n, k := l.Len(), len(s.states)
	if cap(r.back) < n*k {
		r.back = make([]uint8, 2*n*k)
	}
	if r.cur == nil {
		r.cur, r.next = make([]float64, k), make([]float64, k)
	}
	back := r.back[:n*k]
	for i := range n {
		s.step(l.Scores(i), i == 0, i == head, bonus, r, back[i*k:])
	}
	at := -1
	score, free = math.Inf(-1), math.Inf(-1)
	for j, v := range r.cur {
		if s.states[j].seen&seenCue == 0 {
			continue
		}
		free = max(free, v)
		if s.states[j].seen&seenContent != 0 && v > score {
			score, at = v, j
		}
	}
	if at < 0 {
		return nil, score, free
	}
	labels = make([]uint8, n)
	for i := n - 1; i >= 0; i-- {
		labels[i] = s.states[at].label
		at = int(back[i*k+at])
	}
	return labels, score, free
}

// step goes on by one position and notes in back where each state is best reached from.
func (s *space) step(scores []float64, first, head bool, bonus float64, r *search, back []uint8) {
	for j, st := range s.states {
		r.next[j] = math.Inf(-1)
		if head && bit[st.label] != seenCue {
			continue
		}
		v, from := math.Inf(-1), 0
		if first {
			if s.starts(j) {
				v = 0
			}
		} else {
			for _, a := range s.arcs[j] {
				if w := r.cur[a.from] + a.score; w > v {
					v, from = w, a.from
				}
			}
		}
		if st.label == BeginSource {
			v += bonus
		}
		r.next[j], back[j] = v+scores[st.label], uint8(from)
	}
	r.cur, r.next = r.next, r.cur
}
