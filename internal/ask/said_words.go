package ask

import (
	"slices"
	"strings"
)

// saidWords reads "that Boeing hid the defect", "that the election in Kenya was rigged": a name, and a deed that the
// vocabulary does not have. Its words are looked for.
func (r speechReader) saidWords(kind Kind, speaker string, right []token) []Question {
	name, deed, ok := r.nameAndDeed(right)
	if !ok || has(right, pronouns) {
		return nil
	}
	q := r.spokenBy(kind, speaker, Sure-0.1)
	if has(right, negations) || has(right, modals) {
		q.Confidence -= 0.1 // whoever says so may mean the contrary
	}
	q.Target, q.About = name.text, textOf(deed)
	return []Question{q}
}

// nameAndDeed parts a clause into the name that it begins with, or the place of the event that it begins with, and what
// is said of that, without auxiliaries: hid the defect. It gives false where the clause begins otherwise.
func (g grammar) nameAndDeed(words []token) (name phrase, deed []token, ok bool) {
	n := g.nameLength(words)
	if !g.cased {
		n = max(0, slices.IndexFunc(words, isPast))
	}
	name = phraseOf(words[:n], g.cased)
	if name.topic || !name.given() {
		n = max(0, indexIn(words, beForms))
		_, name, _ = eventIn(words[:n])
	}
	if n == 0 || n >= len(words) || name.bad || name.topic || !name.given() {
		return name, nil, false
	}
	deed = trim(words[n:])
	for len(deed) > 1 && isAuxiliary(deed[0].low) { // would default, is collapsing
		deed = deed[1:]
	}
	return name, deed, true
}

// isClause reports whether words are a name and a verb in the present or the past, without a "that" before them: TikTok
// spies on users.
func (g grammar) isClause(words []token) bool {
	n := g.nameLength(words)
	if !g.cased || n == 0 || n+1 >= len(words) || !words[0].name {
		return false
	}
	verb := words[n]
	if isAuxiliary(verb.low) && !verb.name {
		return true // China will invade
	}
	return !verb.name && !connectors[verb.low] && commonVerbs[verb.stem] &&
		(strings.HasSuffix(verb.low, "s") || participle(verb.low))
}

// isPast reports whether a word is a common verb in the past, which tells where a name in lower case ends.
func isPast(w token) bool { return w.opened == 0 && participle(w.low) && commonVerbs[w.stem] }

// quoted reports whether words are one quotation: said "never again".
func quoted(words []token) bool {
	if len(words) == 0 || words[0].opened == 0 {
		return false
	}
	return words[0].opened == words[len(words)-1].opened
}

// called reads "called Putin a killer", "described the vote as a sham": whom or what somebody called so.
func (r speechReader) called(kind asked, rest []token) []Question {
	left, right, found := cutAt(rest, func(i int) int {
		if callingVerbs[rest[i].low] && !(rest[i].name && r.cased) {
			return 1
		}
		return 0
	})
	who, f := cutAuxiliaries(left)
	if !found || kind == askNothing || f.modal || f.negated || f.be {
		return nil
	}
	return r.calledSo(kind, r.phrase(who), right)
}

// calledSo reads whom somebody called so, and what, behind the verb.
func (r speechReader) calledSo(kind asked, speaker phrase, right []token) []Question {
	as := r.calledFrom(right)
	if as < 0 && kind == askWhat {
		as = len(right) // what did she call him
	}
	if as < 1 || (kind == askWho) == speaker.given() {
		return nil // whom they call
	}
	whom := r.phrase(right[:as])
	if _, place, ok := eventIn(right[:as]); ok && whom.topic && r.cased {
		whom = place // the vote in Crimea
	}
	if !whom.named(r.cased) || speaker.given() && !speaker.named(r.cased) {
		return nil
	}
	asked := WhoSaid
	if speaker.given() {
		asked = WhatSaid
	}
	q := r.spokenBy(asked, speaker.text, 0.85-0.15*float64(whom.junk+speaker.junk))
	q.Target, q.About = whom.text, textOf(trim(right[as:]))
	return []Question{q}
}

// calledFrom finds where it begins what somebody is called: as illegal, a clown, terrorists; -1 for nowhere.
func (r speechReader) calledFrom(words []token) int {
	if as := indexOf(words, "as"); as >= 0 {
		return as
	}
	if a := indexBehind(words, articles); a >= 0 {
		return a
	}
	if n := len(words); n > 1 && r.cased && words[n-2].name && plural(words[n-1]) {
		return n - 1
	}
	return -1
}

// indexBehind finds a word of a list behind the first, -1 for none.
func indexBehind(words []token, list map[string]bool) int {
	if len(words) < 2 {
		return -1
	}
	if at := indexIn(words[1:], list); at >= 0 {
		return at + 1
	}
	return -1
}
