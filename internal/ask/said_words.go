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

// mostMainWords is how many words of a clause a statement must have: whoever retells it has not all of them.
const mostMainWords = 3

// saidContent reads "that the king has done nothing illegal", "bombing hurricanes": what begins with no name. Its main
// words are looked for.
func (r speechReader) saidContent(kind Kind, speaker string, right []token) []Question {
	q := r.spokenBy(kind, speaker, Sure-0.15)
	if q.About = mainWords(right); q.About == "" {
		return nil
	}
	return []Question{q}
}

// mainWords are the names among words, or else the longest of those that are no grammar, in the order in which they
// stand.
func mainWords(words []token) string {
	var main []token
	for _, w := range words {
		if len(main) > 1 && sideClauses[w.low] && !w.name {
			break // bombing hurricanes | to stop them
		}
		if content(w) {
			main = append(main, w)
		}
	}
	for len(main) > mostMainWords {
		weakest := 0
		for i, w := range main {
			if weight(w) < weight(main[weakest]) {
				weakest = i
			}
		}
		main = slices.Delete(main, weakest, weakest+1)
	}
	return textOf(main)
}

// content reports whether a word is no grammar, so that a text may be found by it.
func content(w token) bool {
	return telling(w) && !asks[w.low] && !adverbs[w.low] && !anything[w.low] && !lightWords[w.low]
}

// weight is how much a word tells: a name or a number more than any other, a long word more than a short one.
func weight(w token) int {
	if w.name || strings.ContainsAny(w.low, "0123456789") {
		return 100 + len(w.low)
	}
	return len(w.low)
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
	return name, deed, !isAuxiliary(deed[0].low)
}

// isClause reports whether words are a name and a verb in the present or the past, without a "that" before them: TikTok
// spies on users.
func (g grammar) isClause(words []token) bool {
	if len(words) > 3 && articles[words[0].low] && clauseOf(words) {
		return true
	}
	if len(words) > 2 && selfPronouns[words[0].low] && isAuxiliary(words[1].low) {
		return true // it will delete accounts
	}
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

// clauseOf reports whether words are a noun phrase and an auxiliary: the prosecutor should resign.
func clauseOf(words []token) bool {
	for i, w := range words[1:] {
		if i > 0 && isAuxiliary(w.low) && !w.name {
			return i+2 < len(words)
		}
		if w.opened > 0 || connectors[w.low] && w.low != "of" || pronouns[w.low] {
			return false
		}
	}
	return false
}

// isPast reports whether a word is a common verb in the past, which tells where a name in lower case ends.
func isPast(w token) bool { return w.opened == 0 && participle(w.low) && commonVerbs[w.stem] }

// quoteLength counts the words of the quotation that words begin with, 0 for none: said "never again" | to reporters.
func quoteLength(words []token) int {
	n := 0
	for n < len(words) && words[n].opened > 0 && words[n].opened == words[0].opened {
		n++
	}
	return n
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
	if kind == askWho && len(who) == 0 && quotedOf(right) {
		return r.quote(r.spokenBy(WhoSaid, "", 0.85), right[1:], nil)
	}
	return r.calledSo(kind, r.phrase(who), right)
}

// quotedOf reports whether words are a pronoun and a quotation: called it | “a managed decline”.
func quotedOf(words []token) bool {
	if len(words) < 2 || words[0].opened > 0 {
		return false
	}
	return (pronouns[words[0].low] || possessives[words[0].low]) && quoteLength(words[1:]) == len(words)-1
}

// calledSo reads whom somebody called so, and what, behind the verb.
func (r speechReader) calledSo(kind asked, speaker phrase, right []token) []Question {
	as := called(right, r.cased)
	if as < 0 && kind == askWhat {
		as = len(right) // what did she call him
	}
	if as < 1 && kind == askWho && speaker.named(r.cased) && len(right) > 1 && articles[right[0].low] {
		// whom did Obama call a clown
		q := r.spokenBy(WhatSaid, speaker.text, 0.8)
		q.About = textOf(trim(right))
		return []Question{q}
	}
	if as < 1 || (kind == askWho) == speaker.given() {
		return nil
	}
	whom := r.phrase(right[:as])
	if _, place, ok := eventIn(right[:as]); ok && whom.topic && r.cased {
		whom = place // the vote in Crimea
	}
	if !whom.given() || !whom.named(r.cased) && !speaker.given() || speaker.given() && !speaker.named(r.cased) {
		return nil
	}
	asked := WhoSaid
	if speaker.given() {
		asked = WhatSaid
	}
	q := r.spokenBy(asked, speaker.text, 0.85-0.15*float64(whom.junk+speaker.junk))
	q.Target, q.About, q.Topic = whom.text, textOf(trim(right[as:])), whom.topic
	if q.Topic {
		q.Confidence -= 0.2
	}
	return []Question{q}
}

// called finds where it begins what somebody is called: as illegal, a clown, terrorists, rigged; -1 for nowhere.
func called(words []token, cased bool) int {
	if as := indexOf(words, "as"); as >= 0 {
		return as
	}
	if a := indexBehind(words, articles); a >= 0 {
		return a
	}
	if n := len(words); n > 1 && cased && words[n-2].name && plural(words[n-1]) {
		return n - 1
	}
	if n := len(words); n > 1 && !connectors[words[n-2].low] && !articles[words[n-2].low] && describing(words[n-1]) {
		return n - 1
	}
	return -1
}

// describing reports whether a word in lower case may be an adjective by its ending: rigged, illegal, dangerous.
func describing(w token) bool {
	return !w.name && len(w.low) > 5 &&
		slices.ContainsFunc(adjectiveEndings, func(end string) bool { return strings.HasSuffix(w.low, end) })
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
