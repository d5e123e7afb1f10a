package ask

import (
	"slices"
)

// tieWay is a way to ask how two are connected. It gives no question where the words are not asked in this way; a way
// that ends takes what it finds for the whole answer, also where that is nothing.
type tieWay struct {
	name string
	ends bool
	fits func(r connectionReader, words []token) bool
	read func(r connectionReader, words []token) []Question
}

// tieWays are tried in order.
var tieWays = []tieWay{
	{"are A and B connected", true, fitsTied, connectionReader.tied},
	{"through what are A and B connected", true,
		func(_ connectionReader, w []token) bool { return begins(w, byWhatTied) && has(w, tieWords) },
		func(r connectionReader, w []token) []Question { return r.tied(w[1:]) }},
	{"how close is A to B", true,
		func(_ connectionReader, w []token) bool { return begins(w, howClose) },
		func(r connectionReader, w []token) []Question { return r.pair(w[3:], toWithAnd, 0.85) }},
	{"how does A relate to B", false, fitsRelate, connectionReader.relate},
	{"what connects A with B", false,
		func(_ connectionReader, w []token) bool { return begins(w, whatConnects) },
		func(r connectionReader, w []token) []Question { return r.pair(w[2:], withToAnd, 0.95) }},
	{"who connects A with B", true,
		func(_ connectionReader, w []token) bool { return begins(w, whoConnects) },
		func(r connectionReader, w []token) []Question { return r.pair(w[2:], withToAnd, 0.9) }},
	{"do A and B know each other", false, fitsKnow, connectionReader.know},
	{"how do A and B relate", true, fitsRelateLast,
		func(r connectionReader, w []token) []Question { return r.pair(w[2:len(w)-1], justAnd, 0.93) }},
	{"the relation of A to B", false, fitsTieOf,
		func(r connectionReader, w []token) []Question { return r.pair(w[indexOf(w, "of")+1:], toWithAnd, 0.9) }},
	{"ties between A and B", true, fitsBetween,
		func(r connectionReader, w []token) []Question {
			return r.pair(w[indexOf(w, "between")+1:], justAnd, 0.93)
		}},
	{"the path from A to B", true,
		func(_ connectionReader, w []token) bool {
			at := indexOf(w, "from")
			return at > 0 && has(w[:at], pathNouns)
		},
		func(r connectionReader, w []token) []Question { return r.pair(w[indexOf(w, "from")+1:], justTo, 0.93) }},
	{"what did A and B do to each other", true,
		func(_ connectionReader, w []token) bool {
			return indexIn(w, eachOtherWords) > 0 && opensWith(w, "what")
		},
		func(r connectionReader, w []token) []Question { return r.eachOther(w, indexIn(w, eachOtherWords)) }},
	{"does A have links to B", true,
		func(_ connectionReader, w []token) bool {
			return begins(w, haveLink) && (has(w, tieNouns) || indexIn(w, anySomething) > 1)
		}, connectionReader.haveLinks},
	{"A's ties to B", true,
		func(_ connectionReader, w []token) bool {
			return !asks[w[0].low] && !isAuxiliary(w[0].low) && steadyTie(w)
		}, connectionReader.tiesOf},
	{"what is A's relationship with B", false,
		func(_ connectionReader, w []token) bool { return begins(w, whatIsGoing) && steadyTie(w) },
		func(r connectionReader, w []token) []Question { return r.tiesOf(w[2:]) }},
	{"what ties does A have to B", true,
		func(_ connectionReader, w []token) bool { return begins(w, whatTies) || begins(w, whatDoesHave) },
		connectionReader.haveTies},
}

// connectionReader reads "how are A and B connected", "what connects A with B", "the path from A to B".
type connectionReader struct{ request }

// read lists the ways to understand the question as one of this family.
func (r connectionReader) read() []Question {
	for _, way := range tieWays {
		if !way.fits(r, r.words) {
			continue
		}
		if out := way.read(r, r.words); out != nil || way.ends {
			return out
		}
	}
	return nil
}

// steadyTie reports whether words name a tie, and no change of it.
func steadyTie(words []token) bool { return has(words, tieNouns) && !has(words, changeVerbs) }

func fitsTied(_ connectionReader, words []token) bool {
	return begins(words, tiedQuestion) && has(words, tieWords)
}

func fitsRelate(_ connectionReader, words []token) bool {
	at := indexIn(words, relateForms)
	return begins(words, howDoes) && at > 2 && at+2 < len(words) && toOrWith[words[at+1].low]
}

func (r connectionReader) relate(words []token) []Question {
	at := indexIn(words, relateForms)
	return r.pair(slices.Concat(words[2:at], words[at+1:]), forms{{{words[at+1].low}}}, 0.93)
}

func fitsRelateLast(_ connectionReader, words []token) bool {
	n := len(words)
	return n > 3 && begins(words, howDoesOrIs) && relateForms[words[n-1].low]
}

func fitsKnow(_ connectionReader, words []token) bool {
	at := indexOf(words, "know")
	return at > 2 && at+1 < len(words)
}

// know reads "do A and B know each other", "how does A know B".
func (r connectionReader) know(words []token) []Question {
	at := indexOf(words, "know")
	switch {
	case begins(words[at+1:], eachOther) && isAuxiliary(words[0].low):
		return r.pair(words[1:at], justAnd, 0.92)
	case begins(words, howDoes):
		return r.toEachOther(words[2:at], words[at+1:])
	}
	return nil
}

func fitsTieOf(_ connectionReader, words []token) bool {
	at := indexOf(words, "of")
	return at > 0 && has(words[:at], tieNouns) && begins(words, describeTie) && !has(words, changeVerbs)
}

func fitsBetween(_ connectionReader, words []token) bool {
	at := indexOf(words, "between")
	if at < 1 || has(words[:at], disputeWords) || has(words, changeVerbs) || begins(words, whenOrHow) {
		return false
	}
	return has(words[:at], tieNouns) || begins(words, whatHappened) || goingOn(words[:at])
}

// goingOn reports whether the words are "what is going on", and not "what is the difference".
func goingOn(words []token) bool {
	if !begins(words, whatIsGoing) {
		return false
	}
	for _, w := range words[2:] {
		if !goingOnWords[w.low] {
			return false
		}
	}
	return true
}

// pair cuts at one of the words into two names.
func (r connectionReader) pair(words []token, at forms, confidence float64) []Question {
	for _, f := range at {
		i := indexOf(words, f[0][0])
		if i < 1 {
			continue
		}
		a, b := r.phrase(words[:i]), r.phrase(words[i+1:])
		if !a.named(r.cased && !body(words[:i])) || !b.named(r.cased && !body(words[i+1:])) {
			continue
		}
		q := r.question(Connection, confidence-0.15*float64(a.junk+b.junk))
		q.Actor, q.Target = a.text, b.text
		return []Question{q}
	}
	return nil
}

// body reports whether words end with a body that is named by what it is: the army.
func body(words []token) bool {
	return len(words) > 0 && len(words) < 4 && bodies[words[len(words)-1].low]
}

// tied reads "are Russia and Syria connected", "is Prigozhin connected to the Wagner Group".
func (r connectionReader) tied(words []token) []Question {
	at := slices.IndexFunc(words, func(w token) bool { return w.opened == 0 && tieWords[w.low] })
	left := words[:at]
	if begins(left, inWhatWay) {
		left = left[3:]
	} else if asks[left[0].low] || left[0].low == "in" {
		left = left[1:]
	}
	name, f := cutAuxiliaries(left)
	if f.modal || !f.be {
		return nil
	}
	right := words[at+1:]
	if len(right) > 0 && toOrWith[right[0].low] {
		joined := append(slices.Clone(name), newToken("to"))
		return r.pair(append(joined, right[1:]...), justTo, 0.95)
	}
	return r.pair(name, justAnd, 0.95)
}

// eachOther reads "what did Greece and Turkey do to each other".
func (r connectionReader) eachOther(words []token, at int) []Question {
	end := 2
	for end < at && !doneOrSaid[words[end].low] {
		end++
	}
	if end < 3 || end == at {
		return nil
	}
	return r.pair(words[2:end], justAnd, 0.92)
}

// haveTies reads "what ties does Viktor Orban have to Vladimir Putin", "what does Serbia have to do with Kosovo".
func (r connectionReader) haveTies(words []token) []Question {
	asksTie := tieNouns[words[1].low]
	if begins(words, whichOrWhat) && asksTie && len(words) > 4 && haveForms[words[2].low] {
		if out := r.pair(words[3:], withTo, 0.92); out != nil {
			return out // what relations has Serbia with China
		}
	}
	have := lastHave(words)
	if begins(words, whatHas) {
		have = indexOf(words, "got") // what has A got to do with B
		if at := indexOf(words, "to"); have < 0 && at > 2 && begins(words[at:], toDoWith) {
			return r.toEachOther(words[2:at], words[at+3:]) // what has A to do with B
		}
	}
	from := 2
	if !isAuxiliary(words[1].low) {
		from = 3
	}
	if have+2 > len(words) || from >= have {
		return nil
	}
	right := words[have+1:]
	switch {
	case begins(right, toDoWith):
		return r.toEachOther(words[from:have], right[3:])
	case asksTie && toOrWith[right[0].low]:
		return r.toEachOther(words[from:have], right[1:])
	}
	return nil
}

// lastHave finds the last form of "have" behind the opening, -1 for none.
func lastHave(words []token) int {
	for i := len(words) - 1; i > 2; i-- {
		if haveForms[words[i].low] {
			return i
		}
	}
	return -1
}

// toEachOther asks how what two stretches of words name is connected.
func (r connectionReader) toEachOther(a, b []token) []Question {
	return r.pair(slices.Concat(a, []token{newToken("to")}, b), justTo, 0.92)
}

// haveLinks reads "does Gerhard Schröder have links to Rosneft", "does Orban have anything to do with Putin", "do
// Prigozhin and Wagner have ties".
func (r connectionReader) haveLinks(words []token) []Question {
	have := slices.IndexFunc(words[1:], func(w token) bool { return haveForms[w.low] || gotForms[w.low] }) + 1
	if have < 2 || have+1 >= len(words) {
		return nil
	}
	left, right := words[1:have], words[have+1:]
	if begins(right, anythingToDoWith) && len(right) > 4 {
		return r.toEachOther(left, right[4:])
	}
	at := slices.IndexFunc(right, func(w token) bool { return w.opened == 0 && tieNouns[w.low] })
	if at < 0 || len(trim(right[:at])) > 1 {
		return nil
	}
	right = right[at+1:]
	switch {
	case len(right) == 0 || begins(right, withEachOther):
		return r.pair(left, justAnd, 0.9)
	case len(right) > 1 && toOrWith[right[0].low]:
		return r.toEachOther(left, right[1:])
	}
	return nil
}

// tiesOf reads "Orban's ties to Putin", "the relationship of Trump with Russia".
func (r connectionReader) tiesOf(words []token) []Question {
	at := slices.IndexFunc(words, func(w token) bool { return w.opened == 0 && tieNouns[w.low] })
	left, right := words[:at], words[at+1:]
	switch {
	case at > 0 && words[at-1].owner && len(right) > 1 && toOrWith[right[0].low]:
		owner := slices.Clone(left)
		owner[at-1].owner = false
		owner[at-1].text = textOf(left[at-1 : at])
		return r.pair(slices.Concat(owner, []token{newToken("to")}, right[1:]), justTo, 0.9)
	case len(trim(left)) == 0 && len(right) > 3 && right[0].low == "of":
		return r.pair(right[1:], toWithAnd, 0.9)
	}
	return nil
}
