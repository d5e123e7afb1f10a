package ask

import "slices"

// titleBegin gives where the words for an office begin that go on at word end: "interior" in "the interior minister of
// France".
func titleBegin(words []token, end int) int {
	at := end
	for at > 0 && qualifies(words[at-1]) {
		at--
	}
	if at > 0 && (articles[words[at-1].low] || beForms[words[at-1].low]) {
		return at
	}
	return end
}

// qualifies reports whether a word may say which office is meant.
func qualifies(w token) bool {
	grammar := articles[w.low] || isAuxiliary(w.low) || asks[w.low] || becoming[w.low]
	return !w.name && w.opened == 0 && !grammar && !judging[w.low]
}

// office parts what stands behind "minister of" where that goes on with the state: minister of defence | of Peru.
func (g grammar) office(object, title []token) (of phrase, office string) {
	object = bare(object)
	if at := indexOf(object, "of"); at > 0 && at+1 < len(object) && !(g.cased && object[0].name) {
		return g.phrase(object[at+1:]), textOf(trim(title[:len(title)-1])) + " of " + textOf(object[:at])
	}
	return g.phrase(object), textOf(trim(title[:len(title)-1])) // which office: president
}

// officeOf puts "is Putin's spokesman" as "is spokesman of Putin", which the vocabulary knows; nil where nobody is
// owned.
func officeOf(rest []token) []token {
	if len(rest) < 3 || !beForms[rest[0].low] {
		return nil
	}
	at := slices.IndexFunc(rest, func(w token) bool { return w.owner })
	if at < 1 || at+1 >= len(rest) || has(rest[1:], connectors) {
		return nil
	}
	owner := slices.Clone(rest[1 : at+1])
	owner[at-1].text, owner[at-1].owner = textOf(rest[at:at+1]), false
	return slices.Concat(rest[:1], rest[at+1:], []token{newToken("of")}, owner)
}
