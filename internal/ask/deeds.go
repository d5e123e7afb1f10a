package ask

import (
	"slices"
	"strings"

	"sayso/internal/kg"
)

// deedReader reads questions about what was done: who did it to whom, what somebody did, who denied it, who blames
// whom.
type deedReader struct{ request }

// read lists the ways to understand the question as one of this family.
func (r deedReader) read() []Question {
	kind, rest := r.kind, r.rest
	if n := whatHappenedTo.length(r.words); n > 0 {
		return r.happened(r.words[n:])
	}
	if kind == askNothing {
		return r.stated()
	}
	if begins(r.words, whichOrWhat) && roleNouns[r.words[1].low] && askedTo[r.words[len(r.words)-1].low] {
		return nil
	}
	rest = rest[firstTo.length(rest):]
	var out []Question
	clauses := clausesWithWishes(r.grammar, rest)
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
	return slices.Concat(r.didTo(kind, rest), r.doneTo(kind, rest), r.behind(kind, rest), r.where(), r.beingIn(), out)
}

// deed says what a clause asks for.
func (r deedReader) deed(kind asked, c clause) (Question, bool) {
	if begins(r.words, whichOrWhat) && !c.obj.given() {
		c.id = r.lex.meant(c.verb, c.id, r.words[1:2]) // what companies does she control
	}
	q := r.question(WhoDid, c.confidence+0.01*float64(c.length-1))
	q.Predicates, q.Negated, q.About = []kg.PredicateID{c.id}, c.negated, c.about
	q.IncludeNonFactual = c.wished
	q.Actor, q.Target, q.Topic = c.subj.text, c.obj.text, c.obj.topic
	r.taken(&q, c)
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
	if kind == askWhere && (c.obj.given() || beForms[r.rest[0].low]) {
		return r.askedWhere(q, c)
	}
	fits := r.askedOfKind(&q, c, kind)
	if q.Negated && q.Kind == WhatDid {
		q.Kind = WhoDid
	}
	r.family(&q, c)
	return q, fits && q.Confidence > 0
}

// askedOfKind makes a question of a clause by what is asked for, and reports whether it can be.
func (r deedReader) askedOfKind(q *Question, c clause, kind asked) bool {
	switch kind {
	case askWho, askWhat:
		anotherVerb := !c.finite && !c.passive && (!r.cased || c.subj.topic)
		if anotherVerb && r.opensWithVerb(c.subj.text) {
			return false // who stands accused, who voted for the ban, which city saw raids
		}
		return r.askedWho(q, c, kind)
	case askWhere:
		return r.askedWho(q, c, kind)
	case askByWhom:
		q.Actor = ""
		return c.obj.given()
	case askWhether:
		return r.askedWhether(q, c)
	}
	return true
}

// taken gives a verb of taking all that it may mean: captured Goma, captured the general.
func (r deedReader) taken(q *Question, c clause) {
	if takingStems[c.verb] && c.length == 1 && c.obj.named(r.cased) && c.about == "" {
		q.Predicates = r.lex.seizing(c.verb)
	}
}

// happened reads a name behind "what happened in": all that was done to it.
func (r deedReader) happened(words []token) []Question {
	name := r.phrase(trim(words))
	if !name.named(r.cased) {
		return nil
	}
	q := r.question(WhatDid, 0.85-0.15*float64(name.junk))
	q.Target = name.text
	return []Question{q}
}

// where reads "where is Donetsk".
func (r deedReader) where() []Question {
	n, located := whereIs.length(r.words), strings.Fields(entriesOf("locatedIn")[0])
	words := trim(r.words[n:])
	if in := inWhichPlace.length(r.words); in > 0 && inside[r.words[len(r.words)-1].low] {
		n, words = in, trim(r.words[in:len(r.words)-1]) // what country is Mississippi in
	}
	if last := len(words) - 1; last > 0 && words[last].low == located[0] {
		words = words[:last] // where are the Spratly Islands located
	}
	name, senses := r.phrase(words), r.lex.phrases[keyOf(located)]
	if n == 0 || len(senses) == 0 || !name.named(r.cased) || r.lex.endsWithDeed(words) {
		return nil
	}
	q := r.question(WhatDid, 0.88-0.15*float64(name.junk))
	q.Predicates, q.Actor = []kg.PredicateID{senses[0].id}, name.text
	return []Question{q}
}

// endsWithDeed reports whether words tell a deed at their end: Navalny arrested, the agreement signed, the summit
// taking place.
func (l *lexicon) endsWithDeed(words []token) bool {
	last := len(words) - 1
	if last < 1 || slices.ContainsFunc(words[1:], doing) {
		return last > 0
	}
	return !words[last].name && (isPast(words[last]) || l.deedParticiple(words, last))
}

// wanted makes what stands behind "called for" what is wanted, and not of whom.
func (r deedReader) wanted(q *Question, c *clause) bool {
	if !r.lex.is(c.id, kg.Matter) || c.ofWhom || q.About != "" || !q.Topic && !r.lex.containsNoun(c.obj.text) {
		return false
	}
	q.About, q.Target, q.Topic = q.Target, "", false
	c.obj = phrase{}
	q.Confidence = c.confidence
	return true
}

// doubt makes a question less sure whose actor or target is a deed itself.
func (r deedReader) doubt(q *Question, c clause) {
	if !r.cased && r.lex.containsNoun(c.subj.text) {
		q.Confidence -= 0.3 // hit by the sanctions
	}
	if first, _, _ := strings.Cut(q.Target, " "); q.Topic && chargeNouns[first] {
		q.Confidence -= 0.3 // rejected the accusation of: who denied it
	}
}

// askedWho reads a clause that who, what or where is asked of, and reports whether it can be.
func (r deedReader) askedWho(q *Question, c clause, kind asked) bool {
	subject, object := c.subj.given(), c.obj.given()
	open := c.byWhom || c.openAbout
	switch {
	case !subject && object: // who did it to them
		return kind == askWho || kind == askWhat && open
	case subject && !object:
		q.Kind = WhatDid
	case subject && kind == askWhat && r.betweenTwo(q, c):
		q.Confidence -= 0.05
	case subject && c.openAbout: // what does Ukraine accuse Russia of
		q.Kind = WhatDid
	case !subject && r.lex.is(c.id, kg.Blames):
	default:
		return !open && r.askedAlone(q, c, kind)
	}
	return true
}

// betweenTwo reads what one demanded of another or both agreed on, and reports whether it can be.
func (r deedReader) betweenTwo(q *Question, c clause) bool {
	if r.lex.is(c.id, kg.Demands) && (!c.obj.topic || c.ofWhom) { // what did the EU promise Ukraine
		q.Kind = WhatDid
		return true
	}
	return r.lex.is(c.id, kg.Mutual) && !c.passive // what did Iran and Iraq agree on
}

// askedAlone reads a clause that lacks those who did it, and reports whether it can be asked so.
func (r deedReader) askedAlone(q *Question, c clause, kind asked) bool {
	switch {
	case kind == askWho && c.whole() && !c.subj.given(): // who won the election
		q.Confidence -= 0.15
	case kind == askWho && !c.subj.given() && r.lex.is(c.id, kg.Alone), // who died in Derna
		kind == askWho && c.alone() && r.lex.withPreposition(c, connectors): // who resigned
		q.Confidence -= 0.15
	case kind != askWhere && c.passive && !c.anybody: // who was kidnapped
		q.Kind = WhatDid
		q.Confidence -= 0.05
	default:
		return false
	}
	return true
}

// askedWhere reads a clause with an object that is asked where it was: where did Putin meet Xi. Claims do not keep
// their places apart, their quotes tell them.
func (r deedReader) askedWhere(q Question, c clause) (Question, bool) {
	fits := r.askedWhether(&q, c)
	q.LeftOut = alsoLeftOut(q.LeftOut, r.words[0].low)
	if c.subj.given() && r.lex.withPreposition(c, whereTo) { // where did Wagner deploy fighters: to what
		q.Kind, q.About, q.Target, q.Topic, q.LeftOut = WhatDid, c.obj.text, "", false, r.leftOut
	}
	q.Confidence = min(q.Confidence, Sure-0.05)
	return q, fits && q.Kind != WhoBlames && !r.lex.is(c.id, kg.Denies) && q.Confidence > 0
}

// whole reports whether a clause has an object in its predicate, so that it needs no other: won the election.
func (c clause) whole() bool { return c.tail && c.length > 1 && !c.passive && !c.negated }

// alone reports whether a clause is a verb of one word and nothing else: resigned.
func (c clause) alone() bool {
	return c.tail && c.length == 1 && !c.passive && !c.negated && !c.subj.given()
}

// withPreposition reports whether the object of a verb stands behind one of the prepositions, so that it may well be
// left out: resigned from.
func (l *lexicon) withPreposition(c clause, prepositions map[string]bool) bool {
	for preposition := range prepositions {
		if slices.ContainsFunc(l.phrases[c.verb+" "+preposition], func(s sense) bool { return s.id == c.id }) {
			return true
		}
	}
	return false
}

// askedWhether reads a clause that is asked to be so or not, and reports whether it can be.
func (r deedReader) askedWhether(q *Question, c clause) bool {
	subject, object := c.subj.given(), c.obj.given()
	switch {
	case !object && !r.lex.is(c.id, kg.Blames) && r.whetherAtAll(q, c):
	case !object && !r.lex.is(c.id, kg.Denies), !subject && !c.anybody && !c.passive:
		return false
	case !subject:
		q.Confidence -= 0.05 // was Navalny arrested, has anybody recognized it
	}
	return true
}

// whetherAtAll reads a clause without an object as one about all to whom it was done, and reports whether it can be.
func (r deedReader) whetherAtAll(q *Question, c clause) bool {
	active := c.subj.given() && !c.passive && !c.negated
	switch {
	case active && (c.tail && c.finite || c.anything): // has Johnson resigned
		q.Confidence -= 0.1
	case active && c.finite && c.about != "": // did he apologize for the leak
		q.Confidence -= 0.25
	case c.anybody && c.passive && !c.negated: // was anyone arrested
		q.Confidence -= 0.05
	default:
		return false
	}
	q.Kind = WhatDid
	return true
}

// family moves denials and accusations into their own families.
func (r deedReader) family(q *Question, c clause) {
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
func (r deedReader) stated() []Question {
	words := r.words
	if len(words) < 2 || asks[words[0].low] || !r.cased && isAuxiliary(words[0].low) {
		return nil
	}
	var out []Question
	if !r.shorter && r.cased && words[0].name {
		out = r.statement(words)
	}
	is := append([]token{newToken("is")}, words...)
	return append(append(out, r.bearer(is)...), r.bearer(officeOf(is))...)
}

// statement reads "Iran arms the Houthis?" as asking whether it does.
func (r deedReader) statement(words []token) []Question {
	var out []Question
	for _, c := range r.clauses(words) {
		if !c.subj.named(true) || !c.obj.named(true) {
			continue
		}
		if q, ok := r.deed(askWhether, c); ok {
			q.Confidence = min(q.Confidence-0.1, 0.85)
			out = append(out, q)
		}
	}
	return out
}

// bearer reads "is prime minister of Israel" as asking who is.
func (r deedReader) bearer(words []token) []Question {
	var out []Question
	for _, c := range r.clauses(words) {
		if c.at != 1 || c.subj.given() || !c.obj.given() || c.passive || !connectors[words[c.at+c.length-1].low] {
			continue
		}
		if q, ok := r.deed(askWho, c); ok {
			q.Confidence = min(q.Confidence, 0.85)
			out = append(out, q)
		}
	}
	return out
}

// behind reads "is behind the attack on Nord Stream", "carried out the bombing of Kunduz".
func (r deedReader) behind(kind asked, rest []token) []Question {
	if kind != askWho {
		return nil
	}
	words, f := cutAuxiliaries(rest)
	if f.modal || f.negated {
		return nil
	}
	n := perpetrating.length(words)
	if n == 0 {
		return nil
	}
	out := r.deedAsNoun(r.question(WhoDid, 0.85), trim(words[n:]))
	if slices.ContainsFunc(out, func(q Question) bool { return q.Actor != "" }) {
		return nil
	}
	return out
}
