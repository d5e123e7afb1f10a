package ask

import (
	"slices"

	"sayso/internal/kg"
)

// lightVerbReader reads questions whose deed is a noun with a verb that says little: "what sanctions did Japan impose
// on Russia", "which weapons were delivered to Ukraine". The words are put in the order of a statement, in which the
// vocabulary knows them.
type lightVerbReader struct{ request }

// read lists the ways to understand the question as one of this family.
func (r lightVerbReader) read() []Question {
	words := r.words
	if out := append(r.givenWhat(), r.signedWhat()...); len(out) > 0 {
		return out
	}
	if !begins(words, whatWhichWhose) || len(words) < 5 {
		return nil
	}
	n := 1
	for n < len(words) && n < 4 && !isAuxiliary(words[n].low) && !words[n].name && words[n].opened == 0 {
		n++
	}
	if n == 1 || !isAuxiliary(words[n].low) || askingNouns[words[n-1].low] {
		return nil
	}
	noun := words[1:n]
	for v := n + 1; v < len(words); v++ {
		if words[v].name && r.cased || words[v].opened > 0 || isAuxiliary(words[v].low) {
			continue
		}
		for k := range noun { // "military aid" is aid
			if out := r.lightDeed(words[n:v], words[v], noun[k:], words[v+1:]); out != nil {
				return out
			}
		}
	}
	return nil
}

// lightDeed reads one order of the words: who, the verb, what was given, and to whom.
func (r lightVerbReader) lightDeed(left []token, verb token, noun, right []token) []Question {
	who, f := cutAuxiliaries(left)
	if f.modal || f.negated {
		return nil
	}
	if f.be { // were imposed on Russia by Japan
		if len(who) > 0 {
			return nil
		}
		if by := indexOf(right, "by"); by >= 0 {
			who, right = right[by+1:], right[:by]
		}
	}
	said := slices.Concat(who, []token{verb}, noun, right)
	var out []Question
	for _, m := range r.lex.find(said, len(who)) {
		c, ok := r.clause(said, m)
		nobody := !c.subj.given() && !(f.be && c.obj.given())
		if m.end <= len(who)+len(noun) || !ok || nobody {
			continue
		}
		q := r.question(WhatDid, min(c.confidence, 0.9))
		if !c.subj.given() {
			q.Kind = WhoDid
		}
		q.Predicates, q.Actor, q.Target, q.Topic, q.About = []kg.PredicateID{
			c.id,
		}, c.subj.text, c.obj.text, c.obj.topic, c.about
		return append(out, q)
	}
	return nil
}
