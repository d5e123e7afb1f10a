package ask

import (
	"slices"

	"sayso/internal/kg"
)

// when reads "when did Russia recognize Donetsk", "when was the last time Biden visited Warsaw", "when was the first meeting between A and B".
func (r request) when() []Question {
	rest, ok := r.whenWords()
	if !ok {
		return nil
	}
	var moment Moment
	for i := 0; i+1 < len(rest); i++ {
		if begins(rest[i:], "most recent|recently") { // the most recent visit
			rest = slices.Concat(rest[:i], []token{newToken("last")}, rest[i+2:])
		} else if rest[i].low == "latest" && !rest[i].name {
			rest = slices.Concat(rest[:i], []token{newToken("last")}, rest[i+1:])
		}
	}
	for _, w := range rest {
		if !w.name && w.opened == 0 && (w.low == "first" || w.low == "last") {
			moment = map[string]Moment{"first": First, "last": Last}[w.low]
			break
		}
	}
	for _, opening := range []string{"was the first|last time that|when", "was the first|last time"} {
		if begins(rest, opening) {
			rest = rest[len(fieldsOf(opening)):]
			break
		}
	}
	var out []Question
	for _, c := range r.clauses(rest) {
		alone := c.subj.given() && c.finite && c.tail && !c.passive && !c.anything // when did Johnson resign
		if !c.obj.given() && !alone || c.negated {
			continue
		}
		q := r.question(When, c.confidence+0.01*float64(c.length-1))
		if !c.obj.given() {
			q.Confidence -= 0.1
		}
		q.Predicates, q.Actor, q.Target, q.Topic, q.Moment, q.About = []kg.PredicateID{c.id}, c.subj.text, c.obj.text, c.obj.topic, moment, c.about
		out = append(out, q)
	}
	for _, q := range r.whenNoun(rest) {
		q.Moment = moment
		out = append(out, q)
	}
	return out
}

func fieldsOf(s string) []token { return tokenize(s) }

// whenWords takes off "when", "on what date", "in which year", "since when".
func (r request) whenWords() ([]token, bool) {
	words := r.words
	switch {
	case begins(words, "when"):
		return words[1:], true
	case begins(words, "since|until when"):
		return words[2:], true
	case begins(words, "how long ago"):
		return words[3:], true
	case begins(words, "on|in|during|at what|which date|day|year|month|time"):
		return words[3:], true
	case begins(words, "what|which date|day|year|month"):
		return words[2:], true
	case begins(words, "the date|day|year|time of") && len(words) > 3:
		return slices.Concat([]token{newToken("was")}, words[3:]), true
	case begins(words, "date|day|year|time of") && len(words) > 2:
		return slices.Concat([]token{newToken("was")}, words[2:]), true
	}
	return nil, false
}

// whenNoun reads "was the first meeting between Trump and Kim Jong Un", "was the invasion of Kuwait by Iraq", "was Russia's recognition of Donetsk".
func (r request) whenNoun(rest []token) []Question {
	words, f := cutAuxiliaries(rest)
	if f.do && len(words) > 1 && set("begin start happen occur end take place")[rest[len(rest)-1].low] {
		words = dropTail(words, "begin start happen occur end take place") // when did the invasion begin
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
		object, agent := words[i+1:], words[:i]
		if at := indexOf(object, "by"); at >= 0 {
			object, agent = object[:at], object[at+1:]
		}
		if and := indexOf(object, "and"); len(object) > 0 && object[0].low == "between" && and > 0 {
			object, agent = object[and+1:], object[1:and]
		}
		if to := indexOf(object, "to", "with"); len(object) > 0 && object[0].low == "of" && to > 1 && len(trim(agent)) == 0 {
			object, agent = object[to+1:], object[1:to] // the visit of Xi to Moscow
		}
		if and := indexOf(object, "and"); len(object) > 0 && object[0].low == "of" && and > 1 && len(trim(agent)) == 0 && slices.ContainsFunc(r.lex.nouns[w.low], func(id kg.PredicateID) bool { return mutual[id] }) {
			object, agent = object[and+1:], object[1:and] // the meeting of Trump and Kim
		}
		actor, target := phraseOf(agent, r.cased), phraseOf(bare(object), r.cased)
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
