package ask

import "sayso/internal/kg"

// anybodyAt reports whether words mean nobody in particular: anybody, any country.
func anybodyAt(words []token) bool {
	switch {
	case len(words) == 0:
		return false
	case len(words) == 1:
		return nobodyInParticular[words[0].low]
	}
	return anySome[words[0].low] && len(skipNouns(words[1:])) == 0
}

// infinitive reports whether a verb with "to" follows: threatened to leave. before is the last word of the predicate,
// which may have the "to".
func infinitive(before token, right []token) bool {
	if len(right) > 0 && right[0].low == "to" {
		before, right = right[0], right[1:]
	}
	if before.low != "to" || len(right) == 0 || right[0].opened > 0 || right[0].name {
		return false
	}
	return !articles[right[0].low] && !possessives[right[0].low]
}

// brought reports whether "to" at word i leads to where somebody was brought: extradited Guzmán | to the United States.
func (l *lexicon) brought(id kg.PredicateID, object []token, i int) bool {
	return object[i].low == "to" && object[0].name && !l.toward[id] && !phraseOf(object[:i], true).topic
}

// elsewhere reports whether a preposition at word i leads from what a deed was done to, to where or when that was: a
// fund | at COP27, but not the shooting at Bondi.
func (l *lexicon) elsewhere(object []token, i int) bool {
	if has(object[:i], placedBodies) {
		return false
	}
	occasion := occasionLeads[object[i].low] && !l.containsNoun(textOf(object[:i]))
	return occasion || inside[object[i].low] && object[0].name
}

// apartFrom parts an object from what follows it: where ("Taliban | in Doha"), what it is to do ("Israel | to stop the
// war"), or, where a thing is given, to whom ("Ukraine | weapons").
func (g grammar) apartFrom(id kg.PredicateID, object []token) (name, about []token) {
	for i := 1; i+1 < len(object); i++ {
		w, next := object[i], object[i+1]
		named := next.name || articles[next.low] && i+2 < len(object) && object[i+2].name
		switch {
		case w.opened > 0 || w.name:
		case w.low == "to" && g.lex.is(id, kg.Demands) && !named && !articles[next.low]:
			return object[:i], object[i+1:]
		case !g.cased || !named:
		case g.lex.elsewhere(object, i), g.lex.brought(id, object, i):
			return object[:i], object[i+1:]
		case w.low == "to" && !has(object[:i], articles) && phraseOf(object[:i], true).topic:
			return object[i+1:], object[:i]
		}
	}
	return object, nil
}
