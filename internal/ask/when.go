package ask

import (
	"slices"
	"strings"

	"sayso/internal/kg"
)

// whenReader reads "when did Russia recognize Donetsk", "when was the last time Biden visited Warsaw", "when was the
// first meeting between A and B".
type whenReader struct{ request }

// read lists the ways to understand the question as one of this family.
func (r whenReader) read() []Question {
	rest, ok := r.whenWords()
	if !ok {
		return nil
	}
	rest, moment := momentIn(rest)
	rest = rest[lastTime.length(rest):]
	out := r.whenSigned(rest)
	if out != nil {
		return out
	}
	for _, c := range clausesWithWishes(r.grammar, rest) {
		alone := c.subj.given() && c.finite && c.tail && !c.passive // when did Johnson resign
		if !c.obj.given() && !alone || c.negated {
			continue
		}
		q := r.question(When, c.confidence+0.01*float64(c.length-1))
		if !c.obj.given() {
			q.Confidence -= 0.1
		}
		q.IncludeNonFactual = c.wished
		q.Predicates, q.Actor, q.Target, q.Topic, q.Moment, q.About = []kg.PredicateID{
			c.id,
		}, c.subj.text, c.obj.text, c.obj.topic, moment, c.about
		out = append(out, q)
	}
	for _, q := range r.whenNoun(rest) {
		q.Moment = moment
		out = append(out, q)
	}
	return out
}

// momentIn gives the words with one form for the last time, and whether the first or the last time is asked for.
func momentIn(words []token) ([]token, Moment) {
	for i := 0; i+1 < len(words); i++ {
		if begins(words[i:], mostRecent) { // the most recent visit
			words = slices.Concat(words[:i], []token{newToken("last")}, words[i+2:])
		} else if latestWords[words[i].low] && !words[i].name {
			words = slices.Concat(words[:i], []token{newToken("last")}, words[i+1:])
		}
	}
	for _, w := range words {
		if !w.name && w.opened == 0 && firstLast[w.low] {
			return words, Moment(strings.ToUpper(w.low))
		}
	}
	return words, ""
}

// whenWords takes off "when", "on what date", "in which year", "since when".
func (r whenReader) whenWords() ([]token, bool) {
	words := r.words
	if n := whenForms.length(words); n > 0 {
		return words[n:], true
	}
	if n := dateOf.length(words); n > 0 && len(words) > n {
		return slices.Concat([]token{newToken("was")}, words[n:]), true
	}
	if n := lastOf.length(words); n > 0 && len(words) > n+1 {
		return append(
			[]token{newToken("was"), newToken(momentOf(words[0].low))},
			words[n:]...), true // latest visit of Macron to Africa
	}
	return nil, false
}

// whenNoun reads "was the first meeting between Trump and Kim Jong Un", "was the invasion of Kuwait by Iraq", "was
// Russia's recognition of Donetsk".
func (r whenReader) whenNoun(rest []token) []Question {
	words, f := cutAuxiliaries(rest)
	if f.do && len(words) > 1 && takePlace[rest[len(rest)-1].low] {
		words = dropTail(words, takePlace) // when did the invasion begin
		f.be = true
	}
	if !f.be || f.modal || f.negated {
		return nil
	}
	words = slices.DeleteFunc(slices.Clone(words), func(w token) bool { return articles[w.low] && !w.name })
	var out []Question
	for i, w := range words {
		if w.opened > 0 || w.name && r.cased || len(r.lex.nouns[w.low]) == 0 {
			continue
		}
		agent, object := r.aroundEvent(words[:i], words[i+1:], r.lex.nouns[w.low])
		actor, target := r.phrase(agent), r.phrase(bare(object))
		if !target.given() {
			actor, target = r.sufferer(r.lex.nouns[w.low], agent)
		}
		if actor.bad || target.bad || !target.given() {
			continue
		}
		for _, id := range r.lex.nouns[w.low] {
			q := r.question(When, 0.9-0.15*float64(actor.junk+target.junk))
			q.Predicates, q.Actor, q.Target, q.Topic = []kg.PredicateID{id}, actor.text, target.text, target.topic
			out = append(out, q)
		}
	}
	return out
}

// sufferer reads whom a noun belongs to that has nobody behind it: Imran Khan's arrest is done to him, the Trump-Kim
// summit has two.
func (r whenReader) sufferer(ids []kg.PredicateID, owner []token) (actor, target phrase) {
	all := func(p kg.Property) bool {
		return !slices.ContainsFunc(ids, func(id kg.PredicateID) bool { return !r.lex.is(id, p) })
	}
	owner = trim(owner)
	if len(owner) == 1 && all(kg.Mutual) {
		first, second, two := strings.Cut(owner[0].text, "-")
		if two && newToken(first).name && newToken(second).name {
			return phrase{text: stateOf(first)}, phrase{text: stateOf(second)}
		}
	}
	if all(kg.Suffered) {
		return phrase{}, r.phrase(owner)
	}
	return r.phrase(owner), phrase{}
}

// stateOf gives the state that an adjective belongs to, the word itself where it is none.
func stateOf(word string) string {
	if state := demonyms[word]; state != "" {
		return state
	}
	return word
}

// momentOf gives "first" or "last" for a word that means it.
func momentOf(low string) string {
	if firstWords[low] {
		return low
	}
	return "last"
}

// aroundEvent finds whose event it is and to whom it was done, in the words around a noun for it.
func (r whenReader) aroundEvent(before, behind []token, ids []kg.PredicateID) (agent, object []token) {
	object, agent = behind, before
	if at := indexOf(object, "by"); at >= 0 {
		object, agent = object[:at], object[at+1:]
	}
	if and := indexOf(object, "and"); opensWith(object, "between") && and > 0 {
		object, agent = object[and+1:], object[1:and]
	}
	if !opensWith(object, "of") || len(trim(agent)) > 0 {
		return agent, object
	}
	if to := indexIn(object, toOrWith); to > 1 {
		return object[1:to], object[to+1:] // the visit of Xi to Moscow
	}
	mutual := slices.ContainsFunc(ids, func(id kg.PredicateID) bool { return r.lex.is(id, kg.Mutual) })
	if and := indexOf(object, "and"); and > 1 && mutual {
		return object[1:and], object[and+1:] // the meeting of Trump and Kim
	}
	return agent, object
}
