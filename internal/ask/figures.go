package ask

import (
	"slices"
	"strings"

	"sayso/internal/kg"
	"sayso/internal/search"
)

// figures reads "how many troops did Russia lose", "how many were killed in Mariupol", "the death toll in Gaza".
func (r request) figures() []Question {
	words := r.words
	switch {
	case begins(words, howMany):
		return r.counted(words[2:])
	case begins(words, whatNumberOf):
		return r.counted(words[3:])
	case begins(words, howHigh):
		return r.sum(words[3:])
	case begins(words, whatIsFigure):
		return append(r.sum(words[2:]), r.sum(words[isKnownAbout.length(words):])...)
	case begins(words, doWeKnow):
		return r.sum(words[doWeKnow.length(words):]) // what do we know about casualties in Marawi
	}
	return r.sum(words)
}

// sum reads what figures are called: "the death toll in Gaza", "number of people killed in Beslan", "Russia's losses".
func (r request) sum(words []token) []Question {
	for len(words) > 1 && (articles[words[0].low] || figureAdjectives[words[0].low]) {
		words = words[1:]
	}
	switch {
	case begins(words, deathToll):
		return r.toll(words[2:], "death")
	case begins(words, injuredIn) && len(words) > 2:
		return r.toll(words[2:], "injured")
	case begins(words, killedIn) && len(words) > 2:
		return r.toll(words[2:], "death")
	case begins(words, numberOf) && len(words) > 3:
		return r.counted(words[2:])
	case begins(words, deathsIn) && len(words) > 2:
		return r.toll(words[2:], "death")
	case len(words) > 1 && r.demonym(words[0]) != "" && lossNouns[words[1].low]:
		return r.lossesOf(r.demonym(words[0]), words[2:])
	case len(words) > 1 && lossNouns[words[0].low]:
		return r.toll(words[1:], "casualty")
	}
	if n := len(words); n > 2 && begins(words[n-2:], deathToll) {
		return r.toll(words[:n-2], "death") // Beirut death toll
	}
	if n := len(words); n > 1 && lossNouns[words[n-1].low] && words[n-2].owner {
		if owner := phraseOf(words[:n-1], r.cased); !owner.bad {
			q := r.question(HowMany, 0.9-0.15*float64(owner.junk))
			q.Predicates, q.Actor = r.lex.counting["casualty"], owner.text
			return []Question{q}
		}
	}
	return nil
}

// lossesOf asks for the losses of a state, and where: Russian losses in Vuhledar.
func (r request) lossesOf(state string, where []token) []Question {
	place := phraseOf(trim(where), r.cased)
	if place.bad || len(where) > 0 && (!inside[where[0].low] || !place.given()) {
		return nil
	}
	q := r.question(HowMany, 0.88-0.15*float64(place.junk))
	q.Predicates, q.Actor, q.Target = r.lex.counting["casualty"], state, place.text
	return []Question{q}
}

// toll asks for the figures that a word stands for.
func (r request) toll(rest []token, word string) []Question {
	name := phraseOf(trim(rest), r.cased)
	if name.bad || !name.given() || has(rest, disputeWords) {
		return nil
	}
	q := r.question(HowMany, 0.9-0.15*float64(name.junk))
	q.Predicates, q.Target = r.lex.counting[stemOf(word)], name.text
	if len(q.Predicates) == 0 {
		return nil
	}
	return []Question{q}
}

// counted reads what is counted, and the clause around it.
func (r request) counted(rest []token) []Question {
	n := 0
	for n < len(rest) && !r.verbOfCount(rest, n) {
		n++
	}
	if where := indexIn(rest, inside); n == len(rest) && where > 0 && plural(rest[where-1]) {
		n = where // refugees in Uganda
	}
	unit := rest[:n]
	of := ""
	if n > 0 && r.demonym(unit[0]) != "" {
		of, unit = r.demonym(unit[0]), unit[1:] // Russian soldiers
	}
	if n == 0 && len(rest) > 1 && !isAuxiliary(rest[0].low) {
		unit, n = rest[:1], 1
	}
	if has(unit, pronouns) || len(unit) > 4 || n == len(rest) {
		return nil
	}
	verbs := slices.DeleteFunc(slices.Clone(rest[n:]), func(w token) bool { return w.low == "there" })
	left, right, ids, conf := r.figureDeed(unit, verbs)
	if ids == nil {
		return nil
	}
	name, f := cutAuxiliaries(left)
	if f.modal || f.negated {
		return nil
	}
	actor, target, ok := r.countedNames(name, right, of, ids)
	if !ok {
		return nil
	}
	if len(unit) == 1 && unit[0].name && r.cased && !actor.given() && !target.given() {
		target, unit = phraseOf(unit, true), nil // how many Rohingya were killed
	}
	if of == "" && !actor.given() && !target.given() && r.speaker == "" {
		return nil
	}
	q := r.question(HowMany, conf-0.15*float64(actor.junk+target.junk))
	q.Predicates, q.Actor, q.Target, q.Topic = ids, actor.text, target.text, target.topic
	q.About = textOf(unit)
	if target.topic {
		q.Confidence -= 0.2
	}
	if of != "" && q.Actor == "" {
		q.Actor = of
	}
	q.Confidence = min(q.Confidence, r.countable(ids, unit))
	return []Question{q}
}

// countedNames gives who did it, and to whom or where. It gives false where the words can be no names.
func (r *request) countedNames(name, right []token, of string, ids []kg.PredicateID) (actor, target phrase, ok bool) {
	agent := []token(nil)
	if at := indexOf(right, "by"); at >= 0 {
		right, agent = right[:at], right[at+1:]
	}
	if len(name) == 0 {
		name = agent
	}
	object, _ := withoutReason(trim(right), false, false)
	actor, target = r.counters(name, object, of)
	events := slices.ContainsFunc(ids, func(id kg.PredicateID) bool { return r.lex.is(id, kg.OfEvents) })
	noNames := r.cased && (actor.topic || target.topic && !actor.given() && !events)
	return actor, target, !actor.bad && !target.bad && !noNames
}

// figureDeed finds the deed that a figure is about, also where no verb tells it: how many employees has Maersk, how
// many dead were there in Bucha.
func (r request) figureDeed(unit, verbs []token) (left, right []token, ids []kg.PredicateID, confidence float64) {
	if left, right, ids, confidence = r.figureVerb(verbs); ids != nil || len(verbs) == 0 {
		return left, right, ids, confidence
	}
	first, rest := verbs[0].low, verbs[1:]
	switch n := r.nameLength(rest); {
	case haveForms[first] && n > 0 && n == len(rest):
		return rest, nil, r.lex.countingVaguely[stemOf("have")], 0.8
	case len(unit) == 1 && (beForms[first] || placeWords[first]) && r.lex.counting[unit[0].stem] != nil:
		return nil, rest, r.lex.counting[unit[0].stem], 0.88
	case len(unit) > 0 && inside[first] && n > 0 && n == len(rest):
		return nil, rest, r.lex.countingVaguely[stemOf("have")], 0.8 // refugees in Uganda
	case len(unit) > 0 && beForms[first] && len(rest) > 1 && inside[rest[0].low] && r.nameLength(rest[1:]) == len(rest)-1:
		return nil, rest[1:], r.lex.countingVaguely[stemOf("have")], 0.8 // soldiers are in Kherson
	}
	return nil, nil, nil, 0
}

// verbOfCount reports whether what is counted ends before word n, since a verb stands there.
func (r request) verbOfCount(rest []token, n int) bool {
	if isAuxiliary(rest[n].low) || r.lex.counting[rest[n].stem] != nil {
		return true
	}
	noun := n+1 < len(rest) && isAuxiliary(rest[n+1].low) // how many attacks were there
	return n > 0 && len(r.lex.find(rest, n)) > 0 && !noun
}

// counters gives who did it and to whom or where, as a question about figures names them. What happened is left out
// where its place is named: the earthquake in Türkiye; or the state whose people are counted: Bolivian soldiers in the
// clashes.
func (r *request) counters(name, object []token, of string) (actor, target phrase) {
	actor, target = phraseOf(name, r.cased), phraseOf(object, r.cased)
	if event, place, ok := eventIn(name); ok && actor.topic && r.cased && !target.given() {
		actor, target = phrase{}, place
		r.leftOut = append(slices.Clone(r.leftOut), event)
	}
	if !target.topic || !r.cased || actor.given() {
		return actor, target
	}
	if event, place, ok := eventIn(object); ok {
		target = place
		r.leftOut = append(slices.Clone(r.leftOut), event)
	} else if of != "" {
		r.leftOut = append(slices.Clone(r.leftOut), target.text)
		target = phrase{}
	}
	return actor, target
}

// countable tells how sure a figure may be: few deeds have figures. How many countries did it is told by the rows
// instead.
func (r request) countable(ids []kg.PredicateID, unit []token) float64 {
	for _, id := range ids {
		if !r.lex.is(id, kg.Counted) && !Doers(textOf(unit)) {
			return Sure - 0.1
		}
		if slices.ContainsFunc(
			unit,
			func(w token) bool { return slices.Contains(r.lex.asking[id].NotCounted, w.low) && w.opened == 0 },
		) {
			return leastConfidence
		}
	}
	return 1
}

// Doers reports whether words for what is counted mean those who did it: how many countries.
func Doers(words string) bool {
	return doers[strings.ToLower(words)]
}

// demonym gives the state that an adjective belongs to; in a question without upper case also one in lower case.
func (r request) demonym(w token) string {
	if !r.cased && w.low != "" {
		return demonyms[strings.ToUpper(w.low[:1])+w.low[1:]]
	}
	return demonyms[w.text]
}

// demonyms lead from an adjective to the country.
var demonyms = search.Demonyms

// andVerb reads on behind a verb where another follows: killed and injured.
func (r request) andVerb(right []token, ids []kg.PredicateID) ([]token, []kg.PredicateID) {
	if len(right) < 2 || !joins[right[0].low] {
		return right, ids
	}
	before, rest, more, _ := r.figureVerb(right[1:])
	if more == nil || len(before) > 0 {
		return right, ids
	}
	for _, id := range more {
		if !slices.Contains(ids, id) {
			ids = append(slices.Clone(ids), id)
		}
	}
	return rest, ids
}

// figureVerb finds the deed that a figure is about: the last verb that the words before leave room for.
func (r request) figureVerb(words []token) (left, right []token, ids []kg.PredicateID, confidence float64) {
	for i, w := range words {
		if w.opened > 0 || w.name && r.cased {
			continue
		}
		if ids := r.lex.counting[w.stem]; ids != nil {
			if w.stem == "fall" && i+1 < len(words) {
				continue // fell to the rebels
			}
			right, ids := r.andVerb(words[i+1:], ids)
			return words[:i], right, ids, 0.92
		}
		if found := r.lex.find(
			words,
			i,
		); len(found) > 0 && !(isAuxiliary(w.low) && i == 0) &&
			r.lex.countingVaguely[w.stem] == nil {
			var ids []kg.PredicateID
			end := found[0].end
			for _, m := range found {
				if m.end == end && !slices.Contains(ids, m.id) {
					ids = append(ids, m.id)
				}
			}
			if counted := slices.DeleteFunc(
				slices.Clone(ids),
				func(id kg.PredicateID) bool { return !r.lex.is(id, kg.Counted) },
			); len(
				counted,
			) > 0 {
				ids = counted
			}
			right, ids := r.andVerb(words[end:], ids)
			return words[:i], right, ids, 0.92
		}
		if ids := r.lex.countingVaguely[w.stem]; ids != nil && i > 0 {
			return words[:i], words[i+1:], ids, 0.8
		}
		if ids := r.lex.countingLast[w.stem]; ids != nil &&
			!(i+2 == len(words) && connectors[words[i+1].low]) { // but "take in"
			return words[:i], words[i+1:], ids, 0.75
		}
	}
	return nil, nil, nil, 0
}
