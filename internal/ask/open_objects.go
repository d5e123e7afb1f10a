package ask

import (
	"slices"
	"strings"

	"sayso/internal/kg"
)

// givenWhat reads "what did ECOWAS impose on Mali", "what has Germany delivered to Ukraine": the noun that belongs to
// the verb is what is asked for, so that each deed that the vocabulary has with some noun is meant.
func (r lightVerbReader) givenWhat() []Question {
	if r.kind != askWhat || !r.cased || !isAuxiliary(r.words[1].low) {
		return nil
	}
	name, f := cutAuxiliaries(r.rest)
	at := slices.IndexFunc(name, func(w token) bool { return !w.name && !articles[w.low] && w.opened == 0 })
	if at < 1 || at+2 >= len(name) || f.modal || f.negated || f.be {
		return nil
	}
	who, whom := r.phrase(name[:at]), r.phrase(name[at+2:])
	if !who.named(true) || !whom.named(true) {
		return nil
	}
	ids := r.lex.withSomeNoun[name[at].stem+" "+name[at+1].low]
	var out []Question
	for i, id := range ids {
		q := r.question(WhatDid, 0.85-0.15*float64(who.junk+whom.junk))
		if len(ids) > 1 {
			q.Confidence = min(q.Confidence, Sure-0.04-0.01*float64(i))
		}
		q.Predicates, q.Actor, q.Target = []kg.PredicateID{id}, who.text, whom.text
		out = append(out, q)
	}
	return out
}

// signedWhat reads "who signed the Pretoria agreement".
func (r lightVerbReader) signedWhat() []Question {
	if r.kind != askWho || len(r.rest) < 3 {
		return nil
	}
	id, about := r.namedDeed(r.rest[0], trim(r.rest[1:]))
	if id == "" {
		return nil
	}
	q := r.question(WhoDid, 0.8)
	q.Predicates, q.About = []kg.PredicateID{id}, about
	return []Question{q}
}

// whenSigned reads "was the Minsk agreement signed", of when.
func (r whenReader) whenSigned(rest []token) []Question {
	words, f := cutAuxiliaries(rest)
	if !f.be || f.negated || len(words) < 3 {
		return nil
	}
	id, about := r.namedDeed(words[len(words)-1], trim(words[:len(words)-1]))
	if id == "" {
		return nil
	}
	q := r.question(When, 0.92)
	q.Predicates, q.About = []kg.PredicateID{id}, about
	return []Question{q}
}

// namedDeed gives the deed of a verb and of a noun with a name of its own, where it is one that two do together: the
// Pretoria agreement, signed. The predicate is "" where there is none.
func (g grammar) namedDeed(verb token, what []token) (id kg.PredicateID, about string) {
	if !g.cased || len(what) < 2 || !slices.ContainsFunc(what, func(w token) bool { return w.name }) {
		return "", ""
	}
	for _, s := range g.lex.phrases[verb.stem+" "+what[len(what)-1].stem] {
		if s.pair && g.lex.is(s.id, kg.Mutual) {
			return s.id, textOf(what)
		}
	}
	return "", ""
}

// addWithSomeNoun notes which deeds a verb and a preposition tell with some noun between them: impose … on.
func (l *lexicon) addWithSomeNoun(all []kg.Predicate) {
	order := map[kg.PredicateID]int{}
	for i, p := range all {
		order[p.ID] = i
	}
	for key, senses := range l.phrases {
		words := strings.Fields(key)
		if len(words) != 3 || !connectors[words[2]] || connectors[words[1]] || isAuxiliary(words[0]) {
			continue
		}
		open := words[0] + " " + words[2]
		for _, s := range senses {
			if !s.inverse && !slices.Contains(l.withSomeNoun[open], s.id) {
				l.withSomeNoun[open] = append(l.withSomeNoun[open], s.id)
			}
		}
	}
	for _, ids := range l.withSomeNoun {
		slices.SortFunc(ids, func(a, b kg.PredicateID) int { return order[a] - order[b] })
	}
}
