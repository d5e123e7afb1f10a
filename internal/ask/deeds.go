package ask

import (
	"slices"

	"sayso/internal/kg"
)

// deeds reads questions about what was done: who did it to whom, what somebody did, who denied it, who blames whom.
func (r request) deeds() []Question {
	kind, rest := r.asking()
	if kind == askNothing || begins(r.words, "what|which") && roleNouns[r.words[1].low] && set("hold held have had")[r.words[len(r.words)-1].low] {
		return nil
	}
	for _, tail := range [][]string{{"was", "the", "first", "to"}, {"were", "the", "first", "to"}, {"is", "the", "first", "to"}} {
		if begins(rest, tail[0]+" "+tail[1]+" "+tail[2]+" "+tail[3]) {
			rest = rest[4:]
		}
	}
	var out []Question
	clauses := r.clauses(rest)
	if ordered := r.givenTo(rest); ordered != nil {
		clauses = append(clauses, r.clauses(ordered)...)
	}
	for _, c := range clauses {
		if q, ok := r.deed(kind, c); ok {
			out = append(out, q)
		}
	}
	for _, c := range r.clauses(officeOf(rest)) {
		if q, ok := r.deed(kind, c); ok && kind == askWho {
			out = append(out, q)
		}
	}
	return slices.Concat(r.didTo(kind, rest), r.doneTo(kind, rest), r.behind(kind, rest), out)
}

// deed says what a clause asks for.
func (r request) deed(kind asked, c clause) (Question, bool) {
	q := r.question(WhoDid, c.confidence+0.01*float64(c.length-1))
	q.Predicates, q.Negated, q.About = []kg.PredicateID{c.id}, c.negated, c.about
	q.Actor, q.Target, q.Topic = c.subj.text, c.obj.text, c.obj.topic
	if c.anything && kind != askWhether {
		return q, false
	}
	subject, object := c.subj.given(), c.obj.given()
	switch kind {
	case askWho, askWhat, askWhere:
		switch {
		case !subject && object: // who did it to them
			if kind == askWhere || kind == askWhat && !c.byWhom && !c.openAbout {
				return q, false
			}
		case subject && !object && kind != askWhere:
			q.Kind = WhatDid
		case subject && !object:
			q.Kind = WhatDid
		case subject && kind == askWhat && demanding[c.id] && !c.obj.topic: // what did the EU promise Ukraine
			q.Kind = WhatDid
			q.Confidence -= 0.05
		case subject && c.openAbout: // what does Ukraine accuse Russia of
			q.Kind = WhatDid
		case !subject && c.about != "" && blaming(c.id) || !subject && blaming(c.id):
		case (kind == askWho || kind == askWhat) && c.passive && !c.anybody && !c.byWhom && !c.openAbout: // who was kidnapped
			q.Kind = WhatDid
			q.Confidence -= 0.05
		default:
			return q, false
		}
	case askByWhom:
		if !object {
			return q, false
		}
		q.Actor = ""
	case askWhether:
		switch {
		case !object && subject && (c.tail && c.finite || c.anything) && !c.passive && !c.negated && !blaming(c.id): // has Johnson resigned
			q.Kind = WhatDid
			q.Confidence -= 0.1
		case !object && c.id != denial:
			return q, false
		case !subject && !c.anybody && !c.passive:
			return q, false
		case !subject:
			q.Confidence -= 0.05 // was Navalny arrested, has anybody recognized it
		}
	}
	if q.Negated && q.Kind == WhatDid {
		q.Kind = WhoDid
	}
	r.family(&q, c)
	return q, q.Confidence > 0
}

const denial = kg.PredicateID("DENIED")

func blaming(id kg.PredicateID) bool { return id == "BLAMED" || id == "ACCUSED" }

// family moves denials and accusations into their own families.
func (r request) family(q *Question, c clause) {
	switch {
	case c.id == denial:
		q.Kind, q.Speaker = WhoDenied, q.Actor
		q.Actor, q.Target, q.Topic, q.About = "", "", false, ""
		q.Confidence = 0 // read by denials
	case blaming(c.id):
		q.Kind = WhoBlames
		if q.About == "" && q.Topic {
			q.Confidence -= 0.2
		}
		if pronounOnly(q.Target) {
			q.Target = ""
		}
	case c.about != "" && !reasonFor[c.id] && !reasonOf[c.id]:
		q.Confidence -= 0.1
	}
}

func pronounOnly(text string) bool { return text == "whom" || text == "who" }

// didTo reads "what did Russia do to Ukraine", "what actions did Hungary take against Ukraine", "what was done to Syria".
func (r request) didTo(kind asked, rest []token) []Question {
	if kind != askWhat {
		return nil
	}
	left, right, found := cutAt(rest, func(i int) int {
		switch {
		case i > 0 && set("do done doing")[rest[i].low] && rest[i-1].low != "to":
			return 1
		case i > 0 && begins(rest[i:], "take|taken against|towards|toward"):
			return 1
		}
		return 0
	})
	if !found {
		return nil
	}
	name, f := cutAuxiliaries(left)
	subject := phraseOf(name, r.cased)
	if !subject.given() || subject.bad || f.modal || f.negated || has(right, set("each another")) {
		return nil
	}
	object, reason := withoutReason(trim(right), false, false)
	target := phraseOf(object, r.cased)
	q := r.question(WhatDid, 0.95-0.15*float64(subject.junk+target.junk))
	if target.bad || indexOf(name, "and") > 0 && !target.given() && !r.cased || subject.topic && r.cased {
		return nil
	}
	q.Actor, q.Target, q.Topic, q.About = subject.text, target.text, target.topic, textOf(trim(reason))
	if target.topic {
		q.Confidence -= 0.3
	}
	return []Question{q}
}

// officeOf puts "is Putin's spokesman" as "is spokesman of Putin", which the vocabulary knows; nil where nobody is owned.
func officeOf(rest []token) []token {
	if len(rest) < 3 || !beForms[rest[0].low] {
		return nil
	}
	at := slices.IndexFunc(rest, func(w token) bool { return w.owner })
	if at < 1 || at+1 >= len(rest) || has(rest[at+1:], connectors) {
		return nil
	}
	owner := slices.Clone(rest[1 : at+1])
	owner[at-1].text, owner[at-1].owner = textOf(rest[at:at+1]), false
	return slices.Concat(rest[:1], rest[at+1:], []token{newToken("of")}, owner)
}

// doneTo reads "what was done to Navalny by Russia".
func (r request) doneTo(kind asked, rest []token) []Question {
	at := indexOf(rest, "by")
	if kind != askWhat || !beForms[rest[0].low] && !haveForms[rest[0].low] || at < 3 {
		return nil
	}
	done := indexOf(rest[:at], "done")
	if done < 1 || !set("to against with for about")[rest[done+1].low] {
		return nil
	}
	actor, target := phraseOf(rest[at+1:], r.cased), phraseOf(rest[done+2:at], r.cased)
	if actor.bad || target.bad || !actor.given() || !target.given() || r.cased && (actor.topic || target.topic) {
		return nil
	}
	q := r.question(WhatDid, 0.93-0.15*float64(actor.junk+target.junk))
	q.Actor, q.Target = actor.text, target.text
	return []Question{q}
}

// cutAt cuts words at the first place where is gives how many words stand there.
func cutAt(words []token, is func(i int) int) (left, right []token, found bool) {
	for i := range words {
		if words[i].opened > 0 {
			continue
		}
		if n := is(i); n > 0 {
			return words[:i], words[i+n:], true
		}
	}
	return nil, nil, false
}

// blames reads "who blames whom (for the explosion)", "who is blamed for the crash", "who holds Russia responsible for the famine".
func (r request) blames() []Question {
	kind, rest := r.asking()
	if kind != askWho && kind != askWhat {
		return nil
	}
	if at := indexOf(rest, "responsible"); at > 0 && set("hold holds held holding")[stemmed(rest[:at])] {
		return r.responsible(rest, at)
	}
	at := indexOf(rest, "whom", "who")
	if at > 0 {
		rest = slices.Delete(slices.Clone(rest), at, at+1)
	}
	var out []Question
	for i := range rest {
		for _, m := range r.lex.find(rest, i) {
			left, f := cutAuxiliaries(rest[:i])
			if !blaming(m.id) || len(left) > 0 || f.modal || f.negated {
				continue
			}
			after := rest[m.end:]
			open := at > 0 || f.be && participle(rest[i].low)
			if !open || len(after) > 0 && !set("for of over by")[after[0].low] || len(after) > 0 && after[0].low == "by" {
				continue
			}
			about := phraseOf(trim(after), r.cased)
			if about.bad {
				continue
			}
			q := r.question(WhoBlames, 0.93)
			q.Predicates, q.About = []kg.PredicateID{m.id}, about.text
			out = append(out, q)
		}
	}
	return out
}

// stemmed gives the verb of "holds Russia" as it is written, "" where there is none.
func stemmed(words []token) string {
	for _, w := range words {
		if w.stem == "hold" {
			return w.low
		}
	}
	return ""
}

// responsible reads "who holds Russia responsible for the famine", "whom does Kyiv hold responsible".
func (r request) responsible(rest []token, at int) []Question {
	if _, known := r.lex.phrases[keyOf([]string{"held", "responsible"})]; !known {
		return nil
	}
	hold := slices.IndexFunc(rest, func(w token) bool { return w.stem == "hold" })
	left, f := cutAuxiliaries(rest[:hold])
	subject, object := phraseOf(left, r.cased), phraseOf(rest[hold+1:at], r.cased)
	about := phraseOf(rest[at+1:], r.cased)
	if f.modal || f.negated || subject.bad || object.bad || about.bad {
		return nil
	}
	q := r.question(WhoBlames, 0.93-0.15*float64(subject.junk+object.junk))
	q.Predicates, q.Actor, q.Target, q.About = []kg.PredicateID{"BLAMED"}, subject.text, object.text, about.text
	return []Question{q}
}
