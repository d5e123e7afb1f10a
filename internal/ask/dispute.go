package ask

import "slices"

// notAgreed writes "is not agreed", "don't sources agree" as "disputed".
func notAgreed(words []token) []token {
	no := slices.IndexFunc(words, func(w token) bool { return w.opened == 0 && negations[w.low] && !w.name })
	yes := slices.IndexFunc(words, func(w token) bool {
		return w.opened == 0 && agreedWords[w.low]
	})
	if no < 0 || yes < no {
		return words
	}
	out := slices.Clone(words)
	out[yes] = newToken("disputed")
	return slices.Delete(out, no, no+1)
}

// eventIn parts "the explosion in Beirut" into what happened and where.
func eventIn(words []token) (event string, place phrase, ok bool) {
	for at := 1; at+1 < len(words); at++ {
		if words[at].opened == 0 && eventPlaceWords[words[at].low] && words[at+1].name {
			return textOf(trim(words[:at])), phraseOf(words[at+1:], true), true
		}
	}
	return "", phrase{}, false
}

// disputeReader reads "what is disputed about Donetsk", "which claims about Crimea are contested", "where do accounts
// of Mariupol differ".
type disputeReader struct{ request }

// read lists the ways to understand the question as one of this family.
func (r disputeReader) read() []Question {
	words := notAgreed(r.words)
	opens := begins(words, whoDiffers) || begins(words, disputeOpeners) || r.shorter
	if !opens || !asksDispute(words) || has(words, modals) || opensWith(words, "who") && !begins(words, whoDiffers) {
		return nil
	}
	kind := ""
	if has(words, figureNouns) {
		kind = "QUANTITY"
	}
	if q, ok := r.disputedDeed(words); ok {
		return q
	}
	p, leftOut, ok := r.disputed(words, kind != "")
	if !ok || !p.given() && namesSomething(words) {
		return nil
	}
	q := r.question(Disputes, 0.93-0.15*float64(p.junk))
	q.Target, q.Dispute, q.LeftOut = p.text, kind, alsoLeftOut(q.LeftOut, leftOut)
	return []Question{q}
}

// asksDispute reports whether a word for disputes says what is asked for, and not what something is like: its
// controversial plan.
func asksDispute(words []token) bool {
	for i, w := range words {
		if disputeWords[w.low] && w.opened == 0 && !(disputeAdjectives[w.low] && describesOther(words[i+1:])) {
			return true
		}
	}
	return false
}

// describesOther reports whether an adjective for disputes says something of what stands behind it, and that is no
// figure or claim.
func describesOther(behind []token) bool {
	for n, w := range behind {
		switch {
		case w.name || connectors[w.low] || isAuxiliary(w.low) || joins[w.low]:
			return n > 0
		case figureNouns[w.low], sayNouns[w.low], thingNouns[w.low], reportNouns[w.low], claimNouns[w.low]:
			return false
		}
	}
	return len(behind) > 0
}

// disputed finds what is disputed, and what happened there, which no answer heeds. It gives nothing where all that is
// disputed is asked for, and false where the words can be no name.
func (r disputeReader) disputed(words []token, figures bool) (what phrase, leftOut string, ok bool) {
	name := disputedName(words, figures)
	what = r.phrase(trim(name))
	if what.topic && r.cased { // the explosion in Beirut: where it was
		if event, place, ok := eventIn(name); ok {
			what, leftOut = place, event
		}
	}
	plainFront := len(words) > 2 && !words[1].name && !connectors[words[1].low]
	switch {
	case what.given():
	case plainFront && disputeWords[words[0].low]: // disputed figures Mariupol
		what = r.phrase(behindFigures(words[2:]))
	case isAuxiliary(words[0].low): // is MH17 disputed
		whole, _ := cutAuxiliaries(words[:indexIn(words, disputeWords)])
		what = r.phrase(whole)
	}
	return what, leftOut, !what.bad && !(what.topic && r.cased)
}

// behindFigures takes off what figures are called: tolls in Gaza.
func behindFigures(words []token) []token {
	for len(words) > 1 && !words[0].name && (figureNouns[words[0].low] || connectors[words[0].low]) {
		words = words[1:]
	}
	return words
}

// namesSomething reports whether words behind the first hold a name.
func namesSomething(words []token) bool {
	return slices.ContainsFunc(words[1:], func(w token) bool { return w.name && w.opened == 0 })
}

// disputedName gives the words behind "about" and the like, as far as what is disputed goes; nil for none.
func disputedName(words []token, figures bool) []token {
	var name []token
	for i, w := range words[:len(words)-1] {
		if w.opened > 0 || w.name || !disputedBehind(w.low, len(name) == 0, figures) {
			continue
		}
		rest := words[i+1:]
		end := slices.IndexFunc(rest, func(x token) bool {
			return x.opened == 0 && (disputeWords[x.low] && !x.name || isAuxiliary(x.low) || disputeEnds[x.low])
		})
		if end < 0 {
			end = len(rest)
		}
		if end > 0 && !notNames[rest[0].low] && !(len(rest) > 1 && i == 0) {
			name = rest[:end]
		}
	}
	return name
}

// disputedBehind reports whether a preposition leads to what is disputed: "of" only once, "for" only to figures.
func disputedBehind(low string, first, figures bool) bool {
	switch low {
	case "of":
		return first
	case "for":
		return figures
	case "from":
		return figures
	}
	return disputeAbout[low]
}

// disputedDeed reads "do sources disagree about who killed her", "is it disputed that Iran attacked": what is disputed
// about whom it was done to. That deed itself is not heeded.
func (r disputeReader) disputedDeed(words []token) ([]Question, bool) {
	at := slices.IndexFunc(
		words,
		func(w token) bool { return w.opened == 0 && (asks[w.low] || clauseOpeners[w.low]) && !w.name },
	)
	if at < 2 {
		return nil, false
	}
	for _, c := range r.clauses(words[at+1:]) {
		if !c.obj.given() || c.obj.topic && r.cased {
			continue
		}
		q := r.question(Disputes, 0.9)
		q.Target = c.obj.text
		q.LeftOut = append(slices.Clone(q.LeftOut), textOf(words[at:]))
		return []Question{q}, true
	}
	return nil, false
}
