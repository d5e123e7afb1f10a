package decode

import (
	"cmp"
	"math"
	"slices"

	"sayso/internal/read/tagger/crf"
)

// labelling is one way to label a window, with its score.
type labelling struct {
	labels []uint8
	score  float64
}

// way is one of the best ways into a state: its score, the state before and which of that state's ways it goes on from.
type way struct {
	score      float64
	from, rank uint8
}

// search is Viterbi that keeps several ways into each state; its room is used again from window to window.
type search struct {
	keep int    // ways a state keeps
	ways []way  // per position and state, room for keep of them, the best first
	used []byte // per position and state, how many there are
}

// several gives the best labellings whose cue covers position head and that have a content, at most r.keep of them, the
// best first, and the score of the best one with or without a content. There are none if the window has no room for a
// content.
func (s *space) several(l *crf.Lattice, head int, r *search) (found []labelling, free float64) {
	n, k := l.Len(), len(s.states)
	if len(r.used) < n*k {
		r.ways, r.used = make([]way, 2*n*k*r.keep), make([]byte, 2*n*k)
	}
	for i := range n {
		s.step(l.Scores(i), i, i == head, r)
	}
	type end struct {
		state, rank int
		score       float64
	}
	var ends []end
	free = math.Inf(-1)
	for j, st := range s.states {
		cell := (n-1)*k + j
		for rank := range int(r.used[cell]) {
			score := r.ways[cell*r.keep+rank].score
			if st.seen&seenCue == 0 || score < crf.Forbidden/2 {
				break
			}
			free = max(free, score)
			if st.seen&seenContent != 0 {
				ends = append(ends, end{j, rank, score})
			}
		}
	}
	slices.SortStableFunc(ends, func(a, b end) int { return cmp.Compare(b.score, a.score) })
	for _, e := range ends[:min(r.keep, len(ends))] {
		y := labelling{make([]uint8, n), e.score}
		for i, j, rank := n-1, e.state, e.rank; i >= 0; i-- {
			w := r.ways[(i*k+j)*r.keep+rank]
			y.labels[i] = s.states[j].label
			j, rank = int(w.from), int(w.rank)
		}
		found = append(found, y)
	}
	return found, free
}

// step finds the best ways into each state at position i.
func (s *space) step(scores []float64, i int, head bool, r *search) {
	k := len(s.states)
	for j, st := range s.states {
		cell := i*k + j
		ways, n := r.ways[cell*r.keep:(cell+1)*r.keep], 0
		switch {
		case head && bit[st.label] != seenCue:
		case i == 0:
			if s.starts(j) {
				ways[0], n = way{score: 0}, 1
			}
		default:
			for _, a := range s.arcs[j] {
				before := cell - j - k + a.from
				for rank := range int(r.used[before]) {
					score := r.ways[before*r.keep+rank].score + a.score
					if n == r.keep && score <= ways[n-1].score {
						break
					}
					at := min(n, r.keep-1)
					for at > 0 && ways[at-1].score < score {
						ways[at] = ways[at-1]
						at--
					}
					ways[at] = way{score, uint8(a.from), uint8(rank)}
					n = min(n+1, r.keep)
				}
			}
		}
		for rank := range ways[:n] {
			ways[rank].score += scores[st.label]
		}
		r.used[cell] = byte(n)
	}
}
