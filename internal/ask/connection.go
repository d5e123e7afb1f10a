package ask

import (
	"slices"
)

// connections reads "how are A and B connected", "what connects A with B", "the path from A to B".
func (r request) connections() []Question {
	words := r.words
	switch {
	case begins(words, tiedQuestion) && has(words, tieWords):
		return r.tied(words)
	case begins(words, byWhatTied) && has(words, tieWords):
		return r.tied(words[1:])
	case begins(words, howClose):
		return r.pair(words[3:], toWithAnd, 0.85)
	case begins(words, howDoes) && indexIn(words, relateForms) > 2:
		if at := indexIn(words, relateForms); at+2 < len(words) && toOrWith[words[at+1].low] {
			return r.pair(slices.Concat(words[2:at], words[at+1:]), forms{{{words[at+1].low}}}, 0.93) // how does A relate to B
		}
	case begins(words, whatConnects):
		if out := r.pair(words[2:], withToAnd, 0.95); out != nil {
			return out
		}
	}
	if begins(words, whoConnects) {
		return r.pair(words[2:], withToAnd, 0.9)
	}
	if know := indexOf(words, "know"); know > 2 && know+1 < len(words) {
		switch {
		case begins(words[know+1:], eachOther) && isAuxiliary(words[0].low):
			return r.pair(words[1:know], justAnd, 0.92) // do A and B know each other
		case begins(words, howDoes) && know+1 < len(words):
			return r.pair(
				slices.Concat(words[2:know], []token{newToken("to")}, words[know+1:]),
				justTo,
				0.92,
			) // how does A know B
		}
	}
	if n := len(words); n > 3 && begins(words, howDoesOrIs) && relateForms[words[n-1].low] {
		return r.pair(words[2:n-1], justAnd, 0.93) // how do A and B relate
	}
	if at := indexOf(
		words,
		"of",
	); at > 0 && has(words[:at], tieNouns) && begins(words, describeTie) &&
		!has(words, changeVerbs) {
		if out := r.pair(words[at+1:], toWithAnd, 0.9); out != nil {
			return out // what is the relation of A to B
		}
	}
	if at := indexOf(
		words,
		"between",
	); at > 0 && !has(words[:at], disputeWords) && (has(words[:at], tieNouns) || begins(words, whatHappened) || goingOn(words[:at])) && !has(words, changeVerbs) &&
		!begins(words, whenOrHow) {
		return r.pair(words[at+1:], justAnd, 0.93)
	}
	if at := indexOf(words, "from"); at > 0 && has(words[:at], pathNouns) {
		return r.pair(words[at+1:], justTo, 0.93)
	}
	if at := indexIn(words, eachOtherWords); at > 0 && opensWith(words, "what") {
		return r.eachOther(words, at)
	}
	if begins(words, haveLink) && (has(words, tieNouns) || indexIn(words, anySomething) > 1) {
		return r.haveLinks(words)
	}
	if !asks[words[0].low] && !isAuxiliary(words[0].low) && has(words, tieNouns) && !has(words, changeVerbs) {
		return r.tiesOf(words)
	}
	if begins(words, whatIsGoing) && has(words, tieNouns) && !has(words, changeVerbs) {
		if out := r.tiesOf(words[2:]); out != nil {
			return out // what is A's relationship with B
		}
	}
	if begins(words, whatTies) || begins(words, whatDoesHave) {
		return r.haveTies(words)
	}
	return nil
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
func (r request) pair(words []token, at forms, confidence float64) []Question {
	for _, f := range at {
		i := indexOf(words, f[0][0])
		if i < 1 {
			continue
		}
		a, b := phraseOf(words[:i], r.cased), phraseOf(words[i+1:], r.cased)
		if a.bad || b.bad || !a.given() || !b.given() ||
			r.cased && (a.topic && !body(words[:i]) || b.topic && !body(words[i+1:])) {
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
func (r request) tied(words []token) []Question {
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
func (r request) eachOther(words []token, at int) []Question {
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
func (r request) haveTies(words []token) []Question {
	if n := len(words); begins(words, whichOrWhat) && tieNouns[words[1].low] && n > 4 && haveForms[words[2].low] {
		if out := r.pair(words[3:], withTo, 0.92); out != nil {
			return out // what relations has Serbia with China
		}
	}
	have := -1
	for i := 2; i < len(words); i++ {
		if haveForms[words[i].low] && i > 2 {
			have = i
		}
	}
	if begins(words, whatHas) {
		have = indexOf(words, "got") // what has A got to do with B
		if at := indexOf(words, "to"); have < 0 && at > 2 && begins(words[at:], toDoWith) {
			return r.pair(
				slices.Concat(words[2:at], []token{newToken("to")}, words[at+3:]),
				justTo,
				0.92,
			) // what has A to do with B
		}
	}
	if have < 0 || have+2 > len(words) {
		return nil
	}
	from := 2
	if !isAuxiliary(words[1].low) {
		from = 3
	}
	right := words[have+1:]
	switch {
	case begins(right, toDoWith):
		right = right[3:]
	case tieNouns[words[1].low] && toOrWith[right[0].low]:
		right = right[1:]
	default:
		return nil
	}
	if from >= have {
		return nil
	}
	joined := append(slices.Clone(words[from:have]), newToken("to"))
	return r.pair(append(joined, right...), justTo, 0.92)
}

// haveLinks reads "does Gerhard Schröder have links to Rosneft", "does Orban have anything to do with Putin", "do
// Prigozhin and Wagner have ties".
func (r request) haveLinks(words []token) []Question {
	have := slices.IndexFunc(words[1:], func(w token) bool { return haveForms[w.low] || w.low == "got" }) + 1
	if have < 2 || have+1 >= len(words) {
		return nil
	}
	left, right := words[1:have], words[have+1:]
	if begins(right, anythingToDoWith) && len(right) > 4 {
		return r.pair(slices.Concat(left, []token{newToken("to")}, right[4:]), justTo, 0.92)
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
		return r.pair(slices.Concat(left, []token{newToken("to")}, right[1:]), justTo, 0.92)
	}
	return nil
}

// tiesOf reads "Orban's ties to Putin", "the relationship of Trump with Russia".
func (r request) tiesOf(words []token) []Question {
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
