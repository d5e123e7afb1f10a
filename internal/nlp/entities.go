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

// recognize sets the entity of every token from one on up to another. Entities do not cross the start of a sentence or of a segment; where
// readable is false there are none. The scorer holds the vectors of these tokens.
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
			switch mv.kind {
			case moveBegin:
				return open < 0 && goesOn && !space
			case moveInside:
				return open >= 0 && goesOn && mv.label == label
			case moveLast:
				return open >= 0 && mv.label == label
			case moveUnit:
				return open < 0 && mv.label != "" && !space
			}
			return open < 0
		})
		mv := m.moves[best]
		switch mv.kind {
		case moveBegin:
			open, label = i, mv.label
			tokens[i].Ent = "B-" + label
		case moveInside:
			tokens[i].Ent = "I-" + label
		case moveLast:
			tokens[i].Ent = "I-" + label
			open = -1
		case moveUnit:
			tokens[i].Ent = "B-" + mv.label
		default:
			tokens[i].Ent = "O"
		}
	}
}
