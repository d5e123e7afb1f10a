package decode

import "sayso/internal/read/tagger/crf"

// The labelling of a window has to have exactly one cue, over the head, at most one source, and a content. So the
// search runs over states that are a label with the set of what has been seen so far.
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
