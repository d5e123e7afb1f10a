package ask

import (
	"slices"
	"strings"

	"sayso/internal/kg"
)

// denialReader reads "who denied attacking Jutia", "what did Russia deny", "did Iran deny arming Hezbollah".
type denialReader struct{ request }

// read lists the ways to understand the question as one of this family.
func (r denialReader) read() []Question {
	kind, rest := r.kind, r.rest
	if r.lex.denial == "" || kind == askNothing || kind == askWhere {
		return nil
	}
	at := slices.IndexFunc(rest, func(w token) bool {
		return w.opened == 0 && denialVerbs[w.low] && !(w.name && r.cased)
	})
	if at < 0 {
		return nil
	}
	left, f := cutAuxiliaries(rest[:at])
	right := rest[at+1:]
	charges := len(r.words) > 1 && chargeNouns[r.words[1].low] // which accusations did Iran reject
	plain := r.lex.plainly(rest[at], r.lex.denial) || charges
	if f.modal || f.negated || !plain && !has(right, denialNouns) {
		return nil
	}
	left, right, ok := denialVoice(left, right, f, kind)
	if !ok {
		return nil
	}
	if kind == askWhether && anybodyAt(left) {
		kind, left = askWho, nil
	}
	who := r.phrase(left)
	if !r.mayDeny(who, right, kind) {
		return nil
	}
	base := r.spokenBy(WhoDenied, who.text, 0.95-0.15*float64(who.junk))
	base.Predicates = []kg.PredicateID{r.lex.denial}
	if charges {
		base.Confidence += 0.02
	}
	if right, ok = r.denialChannel(&base, right, kind); !ok {
		return nil
	}
	return r.denied(base, right)
}

// denialVoice puts who denies on the left and what is denied on the right, also in a passive. It gives false where the
// words are no denial.
func denialVoice(left, right []token, f flags, kind asked) (who, what []token, ok bool) {
	switch {
	case f.be && opensWith(right, "by"):
		return right[1:], left, true // was the attack denied by Iran
	case f.be && kind == askByWhom || len(right) > 0 && right[len(right)-1].low == "by":
		return nil, left, true
	case f.be && (kind == askWhether || kind == askWhat):
		return nil, nil, false // which claims are disputed
	}
	return left, right, true
}

// mayDeny reports whether a question can be about a denial of somebody, or of anybody where who is not given.
func (r denialReader) mayDeny(who phrase, what []token, kind asked) bool {
	if who.bad || who.topic && r.cased {
		return false
	}
	switch kind {
	case askWhat, askWhether:
		return who.given()
	case askWho:
		return !who.given() || len(what) == 0
	}
	return true
}

// denialChannel takes out where something was denied, on Telegram, or to whom: to the BBC.
func (r denialReader) denialChannel(base *Question, right []token, kind asked) ([]token, bool) {
	if n := channelAt(right); n > 0 && len(right) > n {
		base.Via, right = textOf(trim(right[1:n])), right[n:]
	}
	if kind != askWhat || !opensWith(right, "to") || len(right) < 2 {
		return right, true
	}
	to := r.phrase(right[1:])
	base.Via = to.text
	return nil, !to.bad
}

// denied reads what is denied: a clause, a deed as a noun or an -ing form, a name, or nothing.
func (r denialReader) denied(base Question, right []token) []Question {
	clause := opensWith(right, "that")
	if begins(right, responsibilityFor) && r.cased && len(right) > 2 && phraseOf(right[2:], true).topic {
		about := phraseOf(right[2:], true)
		if about.bad {
			return nil
		}
		base.About = about.text
		return []Question{base}
	}
	between := func(w token) bool { return w.opened == 0 && !w.name && (denialNouns[w.low] || denialFillers[w.low]) }
	for len(right) > 0 && between(right[0]) {
		clause = clause || right[0].low == "that"
		right = right[1:]
	}
	if len(right) == 0 || len(right) == 1 && pointers[right[0].low] {
		return []Question{base}
	}
	var out []Question
	if clause {
		out = r.deniedClause(base, right)
	} else {
		out = append(r.deedAsNoun(base, right), r.deedAsVerb(base, right)...)
	}
	if len(out) == 0 && clause {
		out = r.deniedWords(base, right)
	}
	if len(out) == 0 {
		return r.deniedName(base, right)
	}
	return out
}

// deniedWords reads "its troops are in Tigray", "FTX moved the money": a clause whose deed the vocabulary lacks. Its
// name is heeded, and its words are looked for.
func (r denialReader) deniedWords(base Question, right []token) []Question {
	if opensWith(right, "that") {
		right = right[1:]
	}
	if !r.cased || len(right) < 2 || has(right, negations) {
		return nil
	}
	if name, deed, ok := r.nameAndDeed(right); ok && !selfPronouns[right[0].low] {
		base.Target, base.About = name.text, textOf(deed)
	} else if what, place, ok := eventIn(right); ok && has(right, beForms) {
		base.Target, base.About = place.text, strings.Fields(what)[0]
	} else {
		return nil
	}
	base.Confidence = Sure - 0.1
	return []Question{base}
}

// deniedName reads "the report", "Crimea": what is denied is about that.
func (r denialReader) deniedName(base Question, words []token) []Question {
	name := r.phrase(words)
	if name.bad || !name.given() {
		return nil
	}
	base.Target, base.Topic = name.text, name.topic
	base.Confidence -= 0.15 * float64(name.junk)
	if name.topic {
		base.Confidence -= 0.15
		if r.containsDeed(name.text) || has(words, tieWords) || strings.HasSuffix(words[0].low, "ing") {
			base.Confidence -= 0.15 // a deed that was not read
		}
	}
	return []Question{base}
}

func (r denialReader) deniedClause(base Question, right []token) []Question {
	var out []Question
	self := len(right) > 0 && selfPronouns[right[0].low]
	if self {
		right = right[1:]
	}
	for _, c := range r.clauses(right) {
		if c.subj.given() == self || !c.obj.given() {
			continue
		}
		q := base
		q.Predicates = append(slices.Clone(base.Predicates), c.id)
		q.Actor, q.Target, q.Topic, q.Negated = c.subj.text, c.obj.text, c.obj.topic, c.negated
		q.Confidence = min(q.Confidence, c.confidence)
		out = append(out, q)
	}
	return out
}

// deniedPassive reads "being controlled by the army": it is done to whoever denies it.
func (r denialReader) deniedPassive(base Question, right []token) []Question {
	by := indexOf(right, "by")
	if by < 2 || !beForms[right[0].low] || !participle(right[1].low) {
		return nil
	}
	actor := r.phrase(right[by+1:])
	found := r.lex.find(right, 1)
	if len(found) == 0 || actor.bad || !actor.given() {
		return nil
	}
	base.Predicates = append(slices.Clone(base.Predicates), found[0].id)
	base.Actor, base.Target = actor.text, base.Speaker
	base.Confidence -= 0.1 + 0.15*float64(actor.junk)
	return []Question{base}
}

// deedAsVerb reads "attacking Jutia".
func (r denialReader) deedAsVerb(base Question, right []token) []Question {
	if out := r.deniedPassive(base, right); out != nil {
		return out
	}
	var out []Question
	for _, m := range r.lex.find(right, 0) {
		if m.inverse || m.id == r.lex.denial {
			continue
		}
		object, _ := r.reasonOff(m.id, trim(right[m.end:]))
		name := r.phrase(bare(object))
		if name.bad || !name.given() {
			continue
		}
		q := base
		q.Predicates = append(slices.Clone(base.Predicates), m.id)
		q.Target, q.Topic = name.text, name.topic
		q.Confidence -= 0.15*float64(name.junk) - 0.01*float64(m.end)
		out = append(out, q)
	}
	return out
}
