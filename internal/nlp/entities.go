package nlp

// The kinds of moves of the entity recognizer.
const (
	moveBegin  = 'B'
	moveInside = 'I'
	moveLast   = 'L'
	moveUnit   = 'U'
	moveOut    = 'O'
)

const entitySlots = 3

// recognize sets the entity of every token from one on up to another. Entities do not cross the start of a sentence or
// of a segment; where readable is false there are none. The scorer holds the vectors of these tokens.
func (p *Pipeline) recognize(tokens []Token, readable []bool, from, to int, s *scorer) {
	m := p.ner
	open, label := -1, ""
	for i := from; i < to; i++ {
		slots := [entitySlots]int{i - from, -1, -1}
		if open >= 0 {
			slots[1], slots[2] = open-from, i-1-from
		}
		if open < 0 && !readable[i] {
			tokens[i].Ent = "O"
			continue
		}
		goesOn := i+1 < to && !tokens[i+1].SentStart && readable[i+1]
		space := allSpace(tokens[i].Text)
		best := m.best(s.score(slots[:]), func(mv move) bool {
			if open >= 0 {
				return mv.continues(label, goesOn)
			}
			return mv.opens(goesOn, space)
		})
		mv := m.moves[best]
		tokens[i].Ent = mv.entity()
		switch mv.kind {
		case moveBegin:
			open, label = i, mv.label
		case moveLast:
			open = -1
		}
	}
}

// continues reports whether a move may follow inside an entity with a label; goesOn reports whether the next token may
// belong to it too.
func (mv move) continues(label string, goesOn bool) bool {
	return mv.label == label && (mv.kind == moveLast || mv.kind == moveInside && goesOn)
}

// opens reports whether a move may follow outside of entities.
func (mv move) opens(goesOn, space bool) bool {
	switch mv.kind {
	case moveBegin:
		return goesOn && !space
	case moveUnit:
		return mv.label != "" && !space
	}
	return mv.kind != moveInside && mv.kind != moveLast
}

// entity is the mark of a token that the move was made for.
func (mv move) entity() string {
	switch mv.kind {
	case moveBegin, moveUnit:
		return "B-" + mv.label
	case moveInside, moveLast:
		return "I-" + mv.label
	}
	return "O"
}
