package ask

import (
	"slices"
	"strings"

	"sayso/internal/kg"
	"sayso/internal/search"
)

// figureReader reads "how many troops did Russia lose", "how many were killed in Mariupol", "the death toll in Gaza".
type figureReader struct{ request }

// read lists the ways to understand the question as one of this family.
func (r figureReader) read() []Question {
	words := r.words
	switch {
	case begins(words, howMany):
		return r.counted(words[2:])
	case begins(words, whatNumberOf):
		return r.counted(words[3:])
	case begins(words, howHigh):
		return append(r.sum(words[3:]), r.measured(words[3:])...)
	case begins(words, whatIsFigure):
		return append(append(r.sum(words[2:]), r.measured(words[2:])...), r.sum(words[isKnownAbout.length(words):])...)
	case begins(words, doWeKnow):
		return r.sum(words[doWeKnow.length(words):]) // what do we know about casualties in Marawi
	}
	return r.sum(words)
}

// sum reads what figures are called: "the death toll in Gaza", "number of people killed in Beslan", "Russia's losses".
func (r figureReader) sum(words []token) []Question {
	for len(words) > 1 && (articles[words[0].low] || figureAdjectives[words[0].low]) {
		words = words[1:]
	}
	for _, t := range tolls {
		if k := t.forms.length(words); k > 0 {
			return r.toll(words[k:], t.word)
		}
	}
	if out := r.tollOfEvent(words); out != nil {
		return out
	}
	n := len(words)
	switch {
	case n < 2:
		return nil
	case begins(words, numberOf) && n > 3:
		return r.counted(words[2:])
	case r.demonym(words[0]) != "" && lossNouns[words[1].low]:
		return r.lossesOf(r.demonym(words[0]), words[2:])
	case lossNouns[words[0].low]:
		return r.toll(words[1:], "casualty")
	case n > 2 && begins(words[n-2:], deathToll):
		return r.toll(words[:n-2], "death") // Beirut death toll
	case lossNouns[words[n-1].low] && words[n-2].owner:
		return r.ownLosses(words[:n-1])
	}
	return r.lossesWhere(words)
}

// counted reads what is counted, and the clause around it.
func (r figureReader) counted(rest []token) []Question {
	n := r.unitLength(rest)
	unit, of := rest[:n], ""
	if n > 0 && r.demonym(unit[0]) != "" {
		of, unit = r.demonym(unit[0]), unit[1:] // Russian soldiers
	}
	if n == len(rest) || !mayBeCounted(unit) {
		return nil
	}
	verbs := slices.DeleteFunc(slices.Clone(rest[n:]), func(w token) bool { return w.low == "there" })
	deed, ok := r.figureDeed(unit, verbs)
	if !ok {
		return nil
	}
	name, f := cutAuxiliaries(deed.left)
	if f.modal || f.negated {
		return nil
	}
	c, ok := r.countersIn(name, deed.right, of, deed.ids)
	if !ok {
		return nil
	}
	alone := !c.actor.given() && !c.target.given()
	if alone && len(unit) == 1 && unit[0].name && r.cased {
		c.target, unit, alone = phraseOf(unit, true), nil, false // how many Rohingya were killed
	}
	if alone && of == "" && r.speaker == "" {
		if c.target = r.placeOfEvent(); !c.target.given() {
			return nil
		}
	}
	if deed.ids = r.meantOf(deed, unit); deed.bare {
		unit = nil
	}
	q := r.question(HowMany, deed.confidence-0.15*float64(c.actor.junk+c.target.junk))
	q.Predicates, q.Actor, q.About = deed.ids, or(c.actor.text, of), textOf(slices.Concat(unit, deed.state))
	q.Target, q.Topic, q.LeftOut = c.target.text, c.target.topic, alsoLeftOut(q.LeftOut, c.leftOut)
	r.betweenTwo(&q)
	if c.target.topic {
		q.Confidence -= 0.2
	}
	q.Confidence = min(q.Confidence, r.countable(deed.ids, unit))
	return []Question{q}
}

// betweenTwo parts two who did together what is counted: how many times did Trump and Kim meet.
func (r figureReader) betweenTwo(q *Question) {
	first, second, two := strings.Cut(q.Actor, " and ")
	if two && q.Target == "" && r.lex.is(q.Predicates[0], kg.Mutual) {
		q.Actor, q.Target = first, second
	}
}

// placeOfEvent gives the place of what was left out as a time: after the coup in Myanmar.
func (r figureReader) placeOfEvent() phrase {
	for _, text := range r.leftOut {
		if _, place, ok := eventIn(tokenize(text)); ok && !place.bad {
			return place
		}
	}
	return phrase{}
}

// mayBeCounted reports whether words can name what is counted: no clause, no pronoun.
func mayBeCounted(unit []token) bool {
	return len(unit) <= 4 && !has(unit, pronouns) && indexOf(unit, "to") < 0
}

// meantOf gives the predicates of a deed, by what is counted: how many companies does she control.
func (r figureReader) meantOf(deed figureDeed, unit []token) []kg.PredicateID {
	if id := r.lex.meant(deed.verb, "", unit); id != "" {
		return []kg.PredicateID{id}
	}
	return deed.ids
}

// unitLength gives how many words at the beginning say what is counted, all of them where no clause follows.
func (r figureReader) unitLength(rest []token) int {
	n := 0
	for n < len(rest) && !r.verbOfCount(rest, n) {
		n++
	}
	if where := indexIn(rest, inside); n == len(rest) && where > 0 && plural(rest[where-1]) {
		return where // refugees in Uganda
	}
	if n == 0 && len(rest) > 1 && !isAuxiliary(rest[0].low) {
		return 1
	}
	return n
}

// counters are who did what is counted, to whom or where, and what happened, which no answer heeds.
type counters struct {
	actor, target phrase
	leftOut       string
}

// countersIn finds the counters in the words around the verb. It gives false where the words can be no names.
func (r figureReader) countersIn(name, right []token, of string, ids []kg.PredicateID) (counters, bool) {
	agent := []token(nil)
	if at := indexOf(right, "by"); at >= 0 {
		right, agent = right[:at], right[at+1:]
	}
	if len(name) == 0 {
		name = agent
	}
	right, cause := withoutCause(right)
	object := trim(right)
	if _, _, ok := eventIn(object); !ok { // the attack on the mosque in Kandahar
		object, _ = withoutReason(object, nil)
	}
	events := slices.ContainsFunc(ids, func(id kg.PredicateID) bool { return r.lex.is(id, kg.OfEvents) })
	c := r.placed(name, object, of)
	if event, place, ok := r.deedOf(object); ok && c.target.topic && r.cased && !events {
		c.target, c.leftOut = place, event // the shelling of Donetsk
	}
	c.leftOut = or(c.leftOut, cause)
	noActor := c.actor.topic && !body(trim(name))
	noNames := r.cased && (noActor || c.target.topic && !c.actor.given() && !events)
	return c, !c.actor.bad && !c.target.bad && !noNames
}

// placed gives who did it and to whom or where, as a question about figures names them. What happened is left out
// where its place is named: the earthquake in Türkiye; or the state whose people are counted: Bolivian soldiers in the
// clashes.
func (r figureReader) placed(name, object []token, of string) counters {
	c := counters{actor: r.phrase(name), target: r.phrase(object)}
	if event, place, ok := eventIn(name); ok && c.actor.topic && r.cased && !c.target.given() {
		return counters{target: place, leftOut: event}
	}
	if !c.target.topic || !r.cased || c.actor.given() {
		return c
	}
	if event, place, ok := eventIn(object); ok {
		c.target, c.leftOut = place, event
	} else if of != "" {
		c.target, c.leftOut = phrase{}, c.target.text
	}
	return c
}

// withoutCause parts what somebody died of from where: "from COVID-19 in Brazil". The words stay as they are where no
// place follows.
func withoutCause(words []token) (rest []token, cause string) {
	if len(words) < 3 || words[0].opened > 0 || !diedOf[words[0].low] {
		return words, ""
	}
	at := indexIn(words, placeWords)
	if at < 2 || at+1 == len(words) {
		return words, ""
	}
	return words[at:], textOf(words[:at])
}

// deedOf parts "the shelling of Donetsk" into what was done and to whom or where.
func (r figureReader) deedOf(words []token) (deed string, place phrase, ok bool) {
	of := indexOf(words, "of")
	if of < 1 || of+1 >= len(words) || !words[of+1].name || len(r.lex.nouns[words[of-1].low]) == 0 {
		return "", phrase{}, false
	}
	return textOf(trim(words[:of])), phraseOf(words[of+1:], true), true
}

// countable tells how sure a figure may be: few deeds have figures. How many countries did it is told by the rows
// instead.
func (r figureReader) countable(ids []kg.PredicateID, unit []token) float64 {
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
func (r figureReader) demonym(w token) string {
	if !r.cased && w.low != "" {
		return demonyms[strings.ToUpper(w.low[:1])+w.low[1:]]
	}
	return demonyms[w.text]
}

// demonyms lead from an adjective to the country.
var demonyms = search.Demonyms
