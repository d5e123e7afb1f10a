package ask

import (
	"slices"
	"strings"

	"sayso/internal/kg"
)

// deeds reads questions about what was done: who did it to whom, what somebody did, who denied it, who blames whom.
func (r request) deeds() []Question {
	kind, rest := r.asking()
	if kind == askNothing {
		return r.stated()
	}
	if begins(r.words, whichOrWhat) && roleNouns[r.words[1].low] && askedTo[r.words[len(r.words)-1].low] {
		return nil
	}
	rest = rest[firstTo.length(rest):]
	var out []Question
	clauses := r.clauses(rest)
	if ordered := r.givenTo(rest); ordered != nil {
		clauses = append(clauses, r.clauses(ordered)...)
	}
	if kind == askWhere && len(rest) > 0 && rest[len(rest)-1].low != "to" {
		clauses = append(clauses, r.clauses(append(slices.Clone(rest), newToken("to")))...) // where did Lavrov travel
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
	if r.wanted(&q, &c) {
		c.anybody = kind == askWhether
		if kind == askWho && !c.subj.given() {
			return q, true
		}
	}
	r.doubt(&q, c)
	who := kind == askWho || kind == askWhat
	if who && !c.finite && !c.passive && !r.cased && r.opensWithVerb(c.subj.text) {
		return q, false // who stands accused, who voted for the ban
	}
	fits := true
	switch kind {
	case askWho, askWhat, askWhere:
		fits = r.askedWho(&q, c, kind)
	case askByWhom:
		fits, q.Actor = c.obj.given(), ""
	case askWhether:
		fits = r.askedWhether(&q, c)
	}
	if q.Negated && q.Kind == WhatDid {
		q.Kind = WhoDid
	}
	r.family(&q, c)
	return q, fits && q.Confidence > 0
}

// wanted makes what stands behind "called for" what is wanted, and not of whom.
func (r request) wanted(q *Question, c *clause) bool {
	if !r.lex.is(c.id, kg.Matter) || q.About != "" || !q.Topic && !r.containsNoun(c.obj.text) {
		return false
	}
	q.About, q.Target, q.Topic = q.Target, "", false
	c.obj = phrase{}
	q.Confidence = c.confidence
	return true
}

// doubt makes a question less sure whose actor or target is a deed itself.
func (r request) doubt(q *Question, c clause) {
	if !r.cased && r.containsNoun(c.subj.text) {
		q.Confidence -= 0.3 // hit by the sanctions
	}
	if first, _, _ := strings.Cut(q.Target, " "); q.Topic && chargeNouns[first] {
		q.Confidence -= 0.3 // rejected the accusation of: who denied it
	}
}

// askedWho reads a clause that who, what or where is asked of, and reports whether it can be.
func (r request) askedWho(q *Question, c clause, kind asked) bool {
	subject, object := c.subj.given(), c.obj.given()
	open := c.byWhom || c.openAbout
	switch {
	case !subject && object: // who did it to them
		return kind == askWho || kind == askWhat && open
	case subject && !object:
		q.Kind = WhatDid
	case subject && kind == askWhat && r.lex.is(c.id, kg.Demands) && !c.obj.topic: // what did the EU promise Ukraine
		q.Kind = WhatDid
		q.Confidence -= 0.05
	case subject && c.openAbout: // what does Ukraine accuse Russia of
		q.Kind = WhatDid
	case !subject && r.lex.is(c.id, kg.Blames):
	case kind != askWhere && c.passive && !c.anybody && !open: // who was kidnapped
		q.Kind = WhatDid
		q.Confidence -= 0.05
	default:
		return false
	}
	return true
}

// askedWhether reads a clause that is asked to be so or not, and reports whether it can be.
func (r request) askedWhether(q *Question, c clause) bool {
	subject, object := c.subj.given(), c.obj.given()
	whole := (c.tail && c.finite || c.anything) && !c.passive && !c.negated
	switch {
	case !object && subject && whole && !r.lex.is(c.id, kg.Blames): // has Johnson resigned
		q.Kind = WhatDid
		q.Confidence -= 0.1
	case !object && !r.lex.is(c.id, kg.Denies):
		return false
	case !subject && !c.anybody && !c.passive:
		return false
	case !subject:
		q.Confidence -= 0.05 // was Navalny arrested, has anybody recognized it
	}
	return true
}

// family moves denials and accusations into their own families.
func (r request) family(q *Question, c clause) {
	switch {
	case r.lex.is(c.id, kg.Denies):
		q.Kind, q.Speaker = WhoDenied, q.Actor
		q.Actor, q.Target, q.Topic, q.About = "", "", false, ""
		q.Confidence = 0 // read by denials
	case r.lex.is(c.id, kg.Blames):
		q.Kind = WhoBlames
		if q.About == "" && q.Topic {
			q.Confidence -= 0.2
		}
		if pronounOnly(q.Target) {
			q.Target = ""
		}
	case c.about != "" && !r.lex.leads(c.id, "for") && !r.lex.leads(c.id, "of"):
		q.Confidence -= 0.1
	}
}

func pronounOnly(text string) bool { return whomEnd[text] }

// didTo reads "what did Russia do to Ukraine", "what actions did Hungary take against Ukraine", "what was done to
// Syria".
func (r request) didTo(kind asked, rest []token) []Question {
	if kind != askWhat {
		return nil
	}
	left, right, found := cutAt(rest, func(i int) int {
		switch {
		case i > 0 && doneForms[rest[i].low] && rest[i-1].low != "to":
			return 1
		case i > 0 && begins(rest[i:], takeAgainst):
			return 1
		}
		return 0
	})
	if !found {
		return nil
	}
	name, f := cutAuxiliaries(left)
	subject := phraseOf(name, r.cased)
	if !subject.given() || subject.bad || f.modal || f.negated || has(right, eachOtherWords) {
		return nil
	}
	object, reason := withoutReason(trim(right), false, false)
	target := phraseOf(object, r.cased)
	q := r.question(WhatDid, 0.95-0.15*float64(subject.junk+target.junk))
	two := indexOf(name, "and") > 0 && !target.given() && !r.cased
	if target.bad || two || subject.topic && r.cased {
		return nil
	}
	q.Actor, q.Target, q.Topic, q.About = subject.text, target.text, target.topic, textOf(trim(reason))
	if target.topic {
		q.Confidence -= 0.3
	}
	return []Question{q}
}

// officeOf puts "is Putin's spokesman" as "is spokesman of Putin", which the vocabulary knows; nil where nobody is
// owned.
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
	if done < 1 || !withForms[rest[done+1].low] {
		return nil
	}
	actor, target := phraseOf(rest[at+1:], r.cased), phraseOf(rest[done+2:at], r.cased)
	if !actor.named(r.cased) || !target.named(r.cased) {
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

// stated reads what is no question by its form: "Iran arms the Houthis?" and "prime minister of Israel", "Putin's
// spokesman".
func (r request) stated() []Question {
	words := r.words
	if len(words) < 2 || asks[words[0].low] || !r.cased && isAuxiliary(words[0].low) {
		return nil
	}
	var out []Question
	for _, c := range r.clauses(words) {
		named := c.subj.given() && !c.subj.topic && c.obj.given() && !c.obj.topic
		if !named || r.shorter || !r.cased || !words[0].name {
			continue
		}
		if q, ok := r.deed(askWhether, c); ok {
			q.Confidence = min(q.Confidence-0.1, 0.85)
			out = append(out, q)
		}
	}
	is := append([]token{newToken("is")}, words...)
	for _, said := range [][]token{is, officeOf(is)} {
		for _, c := range r.clauses(said) {
			if c.at != 1 || c.subj.given() || !c.obj.given() || c.passive || !connectors[said[c.at+c.length-1].low] {
				continue
			}
			if q, ok := r.deed(askWho, c); ok {
				q.Confidence = min(q.Confidence, 0.85)
				out = append(out, q)
			}
		}
	}
	return out
}

// containsNoun reports whether words hold a deed that is named as a noun: Navalny's release.
func (r request) containsNoun(text string) bool {
	return slices.ContainsFunc(tokenize(text), func(w token) bool { return len(r.lex.deedsCalled(w.low)) > 0 })
}

// opensWithVerb reports whether words in lower case that are to be a name begin with a verb, or are a common word.
func (r request) opensWithVerb(text string) bool {
	words := tokenize(text)
	return commonVerbs[stemOf(strings.ToLower(text))] || len(words) > 1 && len(r.lex.find(words, 0)) > 0
}
