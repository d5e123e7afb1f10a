package nlp

// The kinds of moves of the parser: arc-eager with a move that ends a sentence.
const (
	moveShift  = 'S'
	moveReduce = 'D'
	moveLeft   = 'L'
	moveRight  = 'R'
	moveBreak  = 'B'
)

const parserSlots = 8

// parserState is a state of the arc-eager system over n tokens.
type parserState struct {
	n      int
	next   int // first token that was never on the stack
	stack  []int32
	back   []int32 // tokens that went from the stack back to the buffer, the front of the buffer last
	heads  []int32 // -1 for none
	labels []string
	left   []int32 // last left child, -1 for none
	right  []int32
	leftOf []int32 // for each attached token, the child that its head had before it on the same side
	barred []bool  // went back to the buffer and may not be shifted again at once
	starts []bool  // decided to start a sentence
}

func newParserState(n int) *parserState {
	ints := make([]int32, 4*n)
	for i := range ints {
		ints[i] = -1
	}
	bools := make([]bool, 2*n)
	return &parserState{
		n: n, heads: ints[:n], left: ints[n : 2*n], right: ints[2*n : 3*n], leftOf: ints[3*n:],
		labels: make([]string, n), barred: bools[:n], starts: bools[n:],
	}
}

// fromTop returns the i-th token of the stack, 0 being the top, -1 for none.
func (s *parserState) fromTop(i int) int {
	if i >= len(s.stack) {
		return -1
	}
	return int(s.stack[len(s.stack)-1-i])
}

// ahead returns the i-th token of the buffer, -1 for none.
func (s *parserState) ahead(i int) int {
	if i < len(s.back) {
		return int(s.back[len(s.back)-1-i])
	}
	if t := s.next + i - len(s.back); t < s.n {
		return t
	}
	return -1
}

func (s *parserState) waiting() int { return s.n - s.next + len(s.back) }

// slots puts the tokens that describe the state into out: two of the buffer, three of the stack, and the outermost
// children of their first ones.
func (s *parserState) slots(out []int) {
	child := func(of []int32, head int) int {
		if head < 0 {
			return -1
		}
		return int(of[head])
	}
	b, t := s.ahead(0), s.fromTop(0)
	out[0], out[1] = b, s.ahead(1)
	out[2], out[3], out[4] = t, s.fromTop(1), s.fromTop(2)
	out[5], out[6], out[7] = child(s.left, b), child(s.left, t), child(s.right, t)
}

// allowed returns which kinds of moves are open.
func (s *parserState) allowed() (shift, reduce, arc, end bool) {
	depth, waiting := len(s.stack), s.waiting()
	b, second := s.ahead(0), s.ahead(1)
	starts := b >= 0 && s.starts[b]
	shift = depth == 0 || waiting >= 2 && !starts && !s.barred[b]
	reduce = depth > 0
	arc = depth > 0 && waiting > 0 && !starts
	end = waiting >= 2 && second == b+1 && !s.starts[second]
	return shift, reduce, arc, end
}

func (s *parserState) push() {
	if n := len(s.back); n > 0 {
		s.stack = append(s.stack, s.back[n-1])
		s.back = s.back[:n-1]
		return
	}
	s.stack = append(s.stack, int32(s.next))
	s.next++
}

func (s *parserState) pop() int32 {
	top := s.stack[len(s.stack)-1]
	s.stack = s.stack[:len(s.stack)-1]
	return top
}

// attach makes head the head of child. A child that has one already is the last child of that head: it is on top of
// the stack, and its head could only have got another one after the child was popped.
func (s *parserState) attach(head, child int32, label string) {
	if old := s.heads[child]; old >= 0 {
		side := s.right
		if old > child {
			side = s.left
		}
		if side[old] == child {
			side[old] = s.leftOf[child]
		}
	}
	side := s.right
	if head > child {
		side = s.left
	}
	s.leftOf[child] = side[head]
	side[head] = child
	s.heads[child], s.labels[child] = head, label
}

// do makes a move.
func (s *parserState) do(m move) {
	switch m.kind {
	case moveShift:
		s.push()
	case moveReduce:
		depth := len(s.stack)
		if top := s.pop(); s.heads[top] < 0 && depth > 1 {
			s.barred[top] = true
			s.back = append(s.back, top)
		}
	case moveLeft:
		b := int32(s.ahead(0))
		s.barred[b] = false
		s.attach(b, int32(s.fromTop(0)), m.label)
		s.pop()
	case moveRight:
		s.attach(int32(s.fromTop(0)), int32(s.ahead(0)), m.label)
		s.push()
	case moveBreak:
		s.starts[s.ahead(1)] = true
	}
}

// parse sets head, dep and sentence start of the tokens of segment; the scorer holds their vectors, token 0 being the
// first of the segment.
func (p *Pipeline) parse(tokens []Token, s *scorer) {
	state := newParserState(len(tokens))
	m := p.parser
	var slots [parserSlots]int
	for len(state.stack) > 0 || state.waiting() > 0 {
		state.slots(slots[:])
		shift, reduce, arc, end := state.allowed()
		best := m.best(s.score(slots[:]), func(mv move) bool {
			switch mv.kind {
			case moveShift:
				return shift
			case moveReduce:
				return reduce
			case moveBreak:
				return end
			}
			return arc
		})
		if best < 0 {
			break // no state has no move, but a loop must not rest on that
		}
		state.do(m.moves[best])
	}
	newTree(tokens, state.heads, state.labels).finish()
}
