package ask

import (
	"slices"
	"strings"

	"sayso/internal/kg"
)

// speechReader reads what somebody said and who said something.
type speechReader struct{ request }

// read lists the ways to understand the question as one of this family.
func (r speechReader) read() []Question {
	kind, rest := r.kind, r.rest
	if opensWith(r.words, "when") && len(r.words) > 3 {
		kind, rest = askWhether, saying(r.words[1:]) // the statements have their days
	}
	if opensWith(r.words, "how") {
		kind, rest = askWhat, r.words[1:]
		if v := indexIn(rest, reactingForms); v < 1 || rest[v-1].owner { // how has Iceland's view changed
			return nil
		}
	}
	out := slices.Concat(r.quotesBy(), r.madeStatements(), r.called(kind, rest))
	switch kind {
	case askWhat:
		out = append(out, r.nounSaid(rest)...)
		out = append(out, r.verbSaid(rest)...)
	case askWho:
		out = append(out, r.whoSaid(rest)...)
	case askWhether:
		out = append(out, r.verbSaid(saying(rest))...)
	case askNothing:
	}
	if r.toWhom {
		out = append(out, r.accordingToWhom()...)
	}
	for i := range out {
		out[i].Stances = has(r.words, stanceWords)
	}
	return out
}

// verbSaid reads "did Putin say about Ukraine", "has been said about Kosovo".
func (r speechReader) verbSaid(rest []token) []Question {
	left, right, found := cutAt(rest, func(i int) int {
		if sayVerbs[rest[i].low] && !(rest[i].name && i > 0) && !(i > 0 && articles[rest[i-1].low]) {
			return 1
		}
		return 0
	})
	if !found || r.tellsDeed(rest, len(left)) {
		return nil
	}
	verb := rest[len(left)]
	name, f := cutAuxiliaries(left)
	noun := len(left) > 0 && left[len(left)-1].owner && sayNouns[verb.low]      // was his comment on it a lie
	if noun || f.modal || f.negated || len(right) == 0 && has(left, sayNouns) { // his reaction to the UN report
		return nil
	}
	if anySpeaker(name, verb, f) {
		return r.spokenOf("", right, verb)
	}
	if f.be && (participle(verb.low) || verb.low == "said") {
		return nil
	}
	return r.saidBy(name, right, verb)
}

// saidBy reads who spoke, and what that was about.
func (r speechReader) saidBy(name, right []token, verb token) []Question {
	speaker := r.phrase(name)
	many := theMany(name)
	if !speaker.named(r.cased) && !many && !bareName(name, speaker) {
		return nil
	}
	out := r.spokenOf(speaker.text, right, verb)
	if !speaker.named(r.cased) && !many && !throughOutlet(out) {
		return nil
	}
	if len(out) == 0 && speaker.named(r.cased) && !saidAsNoun[verb.low] {
		out = r.saidContent(WhatSaid, speaker.text, right)
	}
	for i := range out {
		out[i].Confidence -= 0.15 * float64(speaker.junk)
		if speaker.topic {
			out[i].Confidence -= 0.2
		}
	}
	return out
}

// bareName reports whether words in lower case may be a name that was typed in haste: mohammed bin salman.
func bareName(words []token, p phrase) bool {
	return p.given() && !p.bad && len(words) > 1 && !articles[words[0].low] && !plural(words[len(words)-1])
}

// throughOutlet reports whether readings all have an outlet, which shows that somebody with a name spoke: told The
// Atlantic.
func throughOutlet(out []Question) bool {
	return !slices.ContainsFunc(out, func(q Question) bool { return q.Via == "" })
}

// tellsDeed reports whether a verb of saying at word at and what follows are a deed of the vocabulary: announced
// sanctions on, claimed responsibility for.
func (r speechReader) tellsDeed(words []token, at int) bool {
	found := r.lex.find(words, at)
	return len(found) > 0 && (matterStems[words[at].stem] || found[0].end > at+2)
}

// anySpeaker reports whether it is asked what anybody says: what does anyone say, what do people say, what was said.
func anySpeaker(name []token, verb token, f flags) bool {
	if len(name) == 0 {
		return f.be && (participle(verb.low) || verb.low == "said")
	}
	if manySpeakers[lowerText(trim(name))] {
		return true
	}
	return !f.be && (anybodyAt(name) || len(skipNouns(trim(name))) == 0)
}

// theMany reports whether words mean people by what they are: the nurses, the curator of the Prado.
func theMany(words []token) bool {
	words = trim(words)
	if of := indexIn(words, manyFrom); of == 1 && !words[0].name {
		p := phraseOf(words[2:], true)
		return p.given() && !p.topic && !p.bad && p.junk == 0
	}
	return len(words) == 1 && !words[0].name && strings.HasSuffix(words[0].low, "s") && !words[0].owner
}

// saying puts "had something to say" and "made a statement" into one verb.
func saying(words []token) []token {
	for i := 0; i+2 < len(words); i++ {
		n := 0
		switch {
		case haveForms[words[i].low] && begins(words[i+1:], somethingToSay):
			n = 4
		case makeStems[words[i].stem]:
			k := i + 1
			if articles[words[k].low] && k+1 < len(words) {
				k++
			}
			if statementNouns[words[k].low] {
				n = k + 1 - i
			}
		}
		if n > 0 && i+n < len(words) {
			return slices.Concat(words[:i], []token{newToken("said")}, words[i+n:])
		}
	}
	return words
}

// whoSaid reads "says that Russia invaded Ukraine", "talked about NATO", "told TASS about Donetsk".
func (r speechReader) whoSaid(rest []token) []Question {
	if out := r.interviewed(rest); out != nil {
		return out
	}
	rest = saying(rest)
	left, right, found := cutAt(rest, func(i int) int {
		if sayVerbs[rest[i].low] && !(rest[i].name && r.cased) {
			return 1
		}
		return 0
	})
	if !found || r.tellsDeed(rest, len(left)) {
		return nil
	}
	name, f := cutAuxiliaries(left)
	if len(name) > 0 || f.modal || f.negated || f.be && participle(rest[len(left)].low) {
		return nil
	}
	return r.spokenOf("", right, rest[len(left)])
}

// saidThat reads "that Russia invaded Ukraine".
func (r speechReader) saidThat(kind Kind, speaker string, right []token) []Question {
	that := begins(right, thatWhetherIf)
	if that {
		right = right[1:]
	} else if kind != WhoSaid {
		return nil
	}
	var out []Question
	for _, c := range r.clauses(right) {
		if !c.obj.given() || c.subj.topic || !c.subj.given() && !c.passive {
			continue
		}
		q := r.spokenBy(kind, speaker, c.confidence)
		q.Predicates, q.Actor, q.Target, q.Topic, q.Negated = []kg.PredicateID{
			c.id,
		}, c.subj.text, c.obj.text, c.obj.topic, c.negated
		if !that && aboutWords[right[0].low] {
			continue
		}
		out = append(out, q)
	}
	if len(out) == 0 && (that || r.isClause(right)) {
		if out = r.saidWords(kind, speaker, right); out == nil {
			out = r.saidContent(kind, speaker, right)
		}
	}
	return out
}

// accordingToWhom reads "according to whom did Iran attack Saudi Arabia".
func (r speechReader) accordingToWhom() []Question {
	var out []Question
	for _, c := range r.clauses(r.words) {
		if c.subj.given() && c.obj.given() {
			q := r.question(WhoSaid, c.confidence)
			q.Predicates, q.Actor, q.Target, q.Negated = []kg.PredicateID{c.id}, c.subj.text, c.obj.text, c.negated
			out = append(out, q)
		}
	}
	return out
}

// nounSaid reads "was Biden's reaction to the invasion", "are Macron's statements on Mali".
func (r speechReader) nounSaid(rest []token) []Question {
	words, f := cutAuxiliaries(rest)
	if !f.be || f.modal || f.negated {
		return nil
	}
	owner, after, found := r.owned(words, sayNouns)
	if !found || owner.bad || owner.topic && r.cased {
		return nil
	}
	about := r.phrase(trim(after))
	if about.bad {
		return nil
	}
	q := r.spokenBy(WhatSaid, owner.text, 0.93-0.15*float64(owner.junk+about.junk))
	q.Target, q.Topic = about.text, about.topic
	return []Question{q}
}

// madeStatements reads "what statements did Stoltenberg make on Sweden", "whose statements mention Gazprom".
func (r speechReader) madeStatements() []Question {
	words := r.words
	if len(words) < 4 || !sayNouns[words[1].low] {
		return nil
	}
	if words[0].low == "whose" && mentionForms[words[2].low] {
		return r.spokenOf("", words[3:], newToken("mention"))
	}
	at := indexIn(words, makeForms)
	if !begins(words, whichOrWhat) || !isAuxiliary(words[2].low) || at < 4 {
		return nil
	}
	name, f := cutAuxiliaries(words[2:at])
	speaker := r.phrase(name)
	if f.modal || f.negated || !speaker.named(r.cased) {
		return nil
	}
	out := r.spokenOf(speaker.text, words[at+1:], newToken("say"))
	for i := range out {
		out[i].Confidence -= 0.15 * float64(speaker.junk)
	}
	return out
}

// quotesBy reads "quotes by Guterres about Syria".
func (r speechReader) quotesBy() []Question {
	words := r.words
	if begins(words, whichOrWhat) {
		words = words[1:]
	}
	words = trim(words)
	if len(words) < 3 || !sayNouns[words[0].low] && !(anything[words[0].low] && words[1].low != "of") ||
		!byOfFrom[words[1].low] {
		return nil
	}
	owner, after, found := r.owned(append([]token{newToken("words")}, words[1:]...), sayNouns)
	about := r.phrase(trim(after))
	if !found || owner.bad || about.bad || owner.topic && r.cased {
		return nil
	}
	q := r.spokenBy(WhatSaid, owner.text, 0.92-0.15*float64(owner.junk+about.junk))
	q.Target, q.Topic = about.text, about.topic
	return []Question{q}
}
