package nlp

import (
	"fmt"
	"slices"
	"sync"
)

const (
	slotBlock  = 64 // tokens whose slot values are computed together
	slotBlocks = 64 // blocks that are kept at a time; more than any ordinary text has
)

// transitionModel scores the moves of a transition system. A state is described by a few tokens in slots; each slot
// has its own weights, so that the contribution of a token to a slot can be computed once and added up per state.
type transitionModel struct {
	project *dense // token vector to hidden
	slot    *dense // hidden to the values of every slot, [slots*hidden*pieces]
	out     *dense // hidden to moves
	pad     []float32
	slots   int
	hidden  int
	values  int // per slot: hidden*pieces
	moves   []move
	scorers sync.Pool // of *scorer
}

// move is one action of a transition system; kind is its letter.
type move struct {
	kind  byte
	label string
}

func newTransitionModel(w *weightsFile, prefix string, slots int, names []string) (*transitionModel, error) {
	m := &transitionModel{slots: slots}
	m.project, m.slot, m.out = w.dense(prefix+".project"), w.dense(prefix+".slot"), w.dense(prefix+".out")
	m.pad = w.floats(prefix + ".slot.pad")
	m.values = len(m.pad) / max(slots, 1)
	m.hidden = m.out.in
	if err := w.err(); err != nil {
		return nil, err
	}
	// The bias of the slot layer is one for the sum of all slots.
	if m.slot.out != slots*m.values || m.slot.stride != m.slot.out || m.values%m.hidden != 0 || m.out.out != len(names) {
		return nil, fmt.Errorf("nlp: the layers of %s do not fit together; convert the weights again", prefix)
	}
	for _, name := range names {
		mv := move{kind: name[0]}
		if len(name) > 2 {
			mv.label = name[2:]
		}
		m.moves = append(m.moves, mv)
	}
	return m, nil
}

// scorer scores the states of one run over some tokens.
type scorer struct {
	model   *transitionModel
	hiddens []float32     // [tokens][project.stride], filled by add
	blocks  []*slotValues // by block number, nil where not computed
	free    []*slotValues
	filled  int // blocks that are not nil
	clock   int
	sums    []float32
	state   []float32
	scores  []float32
}

// slotValues are the slot values of slotBlock tokens.
type slotValues struct {
	values []float32 // [slotBlock][slots*values]
	used   int       // when a state last looked at them
}

// newScorer returns a scorer for a number of tokens, to be given back by release.
func (m *transitionModel) newScorer(tokens int) *scorer {
	s, ok := m.scorers.Get().(*scorer)
	if !ok {
		s = &scorer{
			model: m, sums: make([]float32, m.values), state: make([]float32, m.hidden), scores: make([]float32, m.out.stride),
		}
	}
	s.hiddens = grow(*hiddenPool.Get().(*[]float32), tokens*m.project.stride)
	s.blocks = slices.Grow(s.blocks[:0], tokens/slotBlock+1)[:tokens/slotBlock+1]
	clear(s.blocks)
	s.filled, s.clock = 0, 0
	return s
}

// hiddenPool keeps the largest buffers of scorers, for whichever model comes next.
var hiddenPool = sync.Pool{New: func() any { return new([]float32) }}

// release gives the buffers of the scorer to the next one.
func (s *scorer) release() {
	for _, b := range s.blocks {
		if b != nil {
			s.free = append(s.free, b)
		}
	}
	s.blocks = s.blocks[:0]
	hiddens := s.hiddens
	s.hiddens = nil
	hiddenPool.Put(&hiddens)
	s.model.scorers.Put(s)
}

// add takes the vectors of the tokens from first on, [n][width].
func (s *scorer) add(first int, vectors []float32) {
	p := s.model.project
	rows := len(vectors) / p.in
	to := s.hiddens[first*p.stride : (first+rows)*p.stride]
	p.mul(to, vectors, rows, p.in)
	for r := range rows {
		row := to[r*p.stride : (r+1)*p.stride]
		for i, b := range p.bias {
			row[i] += b
		}
	}
}

// slotRow returns the values that token adds in slot.
func (s *scorer) slotRow(token, slot int) []float32 {
	m := s.model
	block := s.blocks[token/slotBlock]
	if block == nil {
		block = s.fill(token / slotBlock)
	}
	s.clock++
	block.used = s.clock
	at := token%slotBlock*m.slot.stride + slot*m.values
	return block.values[at : at+m.values]
}

// fill computes a block, in place of the one that has not been used for longest when there are too many.
func (s *scorer) fill(number int) *slotValues {
	m := s.model
	var block *slotValues
	switch n := len(s.free); {
	case s.filled >= slotBlocks:
		block = s.dropOldest()
	case n > 0:
		block, s.free = s.free[n-1], s.free[:n-1]
	default:
		block = &slotValues{values: make([]float32, slotBlock*m.slot.stride)}
	}
	stride := m.project.stride
	from := number * slotBlock
	to := min(from+slotBlock, len(s.hiddens)/stride)
	m.slot.mul(block.values, s.hiddens[from*stride:to*stride], to-from, stride)
	s.blocks[number] = block
	s.filled++
	return block
}

func (s *scorer) dropOldest() *slotValues {
	oldest := -1
	for n, b := range s.blocks {
		if b != nil && (oldest < 0 || b.used < s.blocks[oldest].used) {
			oldest = n
		}
	}
	block := s.blocks[oldest]
	s.blocks[oldest] = nil
	s.filled--
	return block
}

// score scores every move in the state whose slots hold these tokens, -1 for an empty slot. The result is valid until
// the next call.
func (s *scorer) score(slots []int) []float32 {
	m := s.model
	copy(s.sums, m.slot.bias)
	for slot, token := range slots {
		row := m.pad[slot*m.values : (slot+1)*m.values]
		if token >= 0 {
			row = s.slotRow(token, slot)
		}
		for i, v := range row[:len(s.sums)] {
			s.sums[i] += v
		}
	}
	pieces := m.values / m.hidden
	for h := range s.state {
		best := s.sums[h*pieces]
		for _, v := range s.sums[h*pieces+1 : (h+1)*pieces] {
			best = max(best, v)
		}
		s.state[h] = best
	}
	m.out.mul(s.scores, s.state, 1, m.hidden)
	for i, b := range m.out.bias {
		s.scores[i] += b
	}
	return s.scores[:m.out.out]
}

// best returns the best-scoring move whose kind is allowed, the first of equals, and -1 when none is.
func (m *transitionModel) best(scores []float32, allowed func(move) bool) int {
	best := -1
	for i, v := range scores {
		if (best < 0 || v > scores[best]) && allowed(m.moves[i]) {
			best = i
		}
	}
	return best
}
