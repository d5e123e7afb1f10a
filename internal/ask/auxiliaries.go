package ask

import "strings"

// manner reports whether a word says how something was done: firmly, immediately.
func manner(w token) bool {
	return !w.name && len(w.low) > 5 && strings.HasSuffix(w.low, "ly") && !notManner[w.low]
}

// flags are the auxiliaries that were taken off.
//
// wished says that the deed behind them was wanted or planned, not done; future, that the modal verb is will.
type flags struct{ do, have, be, modal, negated, wished, future bool }

func (f flags) none() bool { return !f.do && !f.have && !f.modal }

// cutAuxiliaries takes auxiliaries, adverbs and negations off the words before a predicate. What is left is a name, or
// nothing.
func cutAuxiliaries(words []token) ([]token, flags) {
	var f flags
	var rest []token
	for i := 0; i < len(words); {
		n := 0
		if words[i].opened == 0 && !(words[i].name && i > 0) {
			n = f.take(words, i, len(rest) == 0)
		}
		if n == 0 {
			rest = append(rest, words[i])
		}
		i += max(n, 1)
	}
	return rest, f
}

// take notes what stands at word i and gives how many words that takes, 0 where it is a part of a name. first tells
// that no name was met yet.
func (f *flags) take(words []token, i int, first bool) int {
	w, left := words[i], len(words)-i
	refused, used, begun := refusingTo.length(words[i:]), usedTo.length(words[i:]), begunForms.length(words[i:])
	switch {
	case f.auxiliary(w):
		return 1
	case refused > 0:
		f.negated = true // yet to recognize, refused to condemn
		return refused
	case used > 0:
		f.do = true
		return used
	case begun > 0 && begun == left:
		f.do = true // started supporting, managed to free
		return begun
	case (!first || i == 0 || beForms[words[i-1].low]) && wishForms.length(words[i:]) == left:
		f.wished = true // does Biden want to ban
		return left
	case becoming[w.low] && (left == 1 || left == 2 && articles[words[i+1].low]):
		f.be = true
		return 1
	case saysHow(words, i, first):
		return 1
	}
	return 0
}

// saysHow reports whether word i only says how or when something was done. first tells that no name was met yet.
func saysHow(words []token, i int, first bool) bool {
	w, edge := words[i], first || i == len(words)-1
	if manner(w) && edge || firstLast[w.low] {
		return true
	}
	return adverbs[w.low] && (edge || !words[i-1].name || isAuxiliary(words[i+1].low))
}

// auxiliary notes an auxiliary or a negation, and reports whether the word is one.
func (f *flags) auxiliary(w token) bool {
	switch {
	case doForms[w.low]:
		f.do = true
	case haveForms[w.low]:
		f.have = true
	case beForms[w.low]:
		f.be = true
	case modals[w.low]:
		f.modal = true
		f.future = futureModals[w.low]
	case negations[w.low]:
		f.negated = true
		f.do = f.do || w.low[0] == 'd'
		f.have = f.have || w.low[0] == 'h'
		f.be = f.be || negatedBe[w.low]
	default:
		return false
	}
	return true
}
