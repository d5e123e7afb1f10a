package ask

import (
	"slices"
	"strings"

	"sayso/internal/kg"
)

// takenOut is what was taken out of a question before it is offered to the readers.
type takenOut struct {
	times        times
	speaker, via string   // who says so, and the channel or outlet that it came through
	toWhom       bool     // "according to whom"
	shorter      bool     // "tell me", "show us" were taken off
	leftOut      []string // words that narrow the question down and cannot be heeded: "before the referendum"
}

// preparation takes times, sources and what cannot be heeded out of a question, and puts its words in one order.
type preparation struct {
	grammar
	takenOut
}

// prepare makes a request of the words of a question.
func prepare(words []token, lex *lexicon, c clock) request {
	p := preparation{grammar: grammar{lex: lex, cased: isCased(words)}}
	asked := words
	words, p.times = c.cut(p.toDeath(words))
	p.times.guessed = p.times.guessed || unreadTime(words)
	words = p.cutAmounts(p.cutSources(words))
	short := dropLeadIn(words)
	p.shorter = len(short) < len(words)
	short = p.cutSecondQuestion(p.cutManner(short))
	short = p.paraphrased(short)
	words = takenPlaces(p.cutSayer(p.participles(inFront(p.cutExceptions(p.cutEvents(p.withoutNameOf(short)))))))
	words = lex.officeFirst(words)
	r := request{grammar: p.grammar, takenOut: p.takenOut, asked: asked, words: words}
	r.kind, r.rest, r.askedOf = p.askedFor(words)
	return r
}

// takenPlaces puts "which towns did M23 take" as seizing them, and "which towns were captured by M23" as being seized.
func takenPlaces(words []token) []token {
	if !begins(words, whichPlaces) {
		return words
	}
	for i := 2; i < len(words); i++ {
		if !takingStems[words[i].stem] || words[i].name || i+1 < len(words) && words[i+1].low == "over" {
			continue
		}
		out := slices.Clone(words)
		out[i] = newToken("seize")
		if participle(words[i].low) {
			out[i] = newToken("seized")
		}
		return out
	}
	return words
}

// cutAmounts takes out how many of something a deed was done to, which no answer heeds: more than 500 soldiers. Where
// it is asked how many, amounts stay.
func (p *preparation) cutAmounts(words []token) []token {
	if opensWith(words, "how") || begins(words, whatNumberOf) {
		return words
	}
	for i := 1; i < len(words); i++ {
		n := amountLength(words[i:])
		if n == 0 || words[i-1].name || words[i].opened > 0 {
			continue
		}
		p.leftOut = append(p.leftOut, textOf(words[i:i+n]))
		return slices.Concat(words[:i], words[i+n:])
	}
	return words
}

// amountLength counts the words of an amount that words begin with, where those counted follow: at least 3,000. It is 0
// for a year.
func amountLength(words []token) int {
	lead := amountLeads.length(words)
	n := lead
	for n < len(words) && number(strings.ReplaceAll(words[n].low, ",", "")) {
		n++
	}
	if n == lead || n == len(words) || lead == 0 && isYear(words[0].low) {
		return 0
	}
	for k := n; k < len(words) && k < n+3 && !connectors[words[k].low]; k++ {
		if plural(words[k]) {
			return n
		}
	}
	return 0
}

// seizing gives what a verb of taking may mean, by its stem: seizing, where its object is a place.
func (l *lexicon) seizing(verb string) []kg.PredicateID {
	var out []kg.PredicateID
	for _, s := range slices.Concat(l.phrases[stemOf("seize")], l.phrases[verb]) {
		if !slices.Contains(out, s.id) && !s.inverse {
			out = append(out, s.id)
		}
	}
	return out
}

// cutManner takes out how somebody met or spoke, which no answer heeds: on the phone.
func (p *preparation) cutManner(words []token) []token {
	for i := 1; i < len(words); i++ {
		if n := mannerForms.length(words[i:]); n > 0 && i > 1 {
			p.leftOut = append(p.leftOut, textOf(words[i:i+n]))
			return append(words[:i:i], words[i+n:]...)
		}
	}
	return words
}

// cutSecondQuestion takes off a second question that hangs on the first: "… and by whom".
func (p *preparation) cutSecondQuestion(words []token) []token {
	for i := 2; i < len(words); i++ {
		n := andWhen.length(words[i:])
		if n > 0 && (i+n == len(words) || isAuxiliary(words[i+n].low)) {
			p.leftOut = append(p.leftOut, textOf(words[i:]))
			return words[:i]
		}
	}
	return words
}

// toDeath puts "crushed to death" as being killed, for verbs that the vocabulary does not have.
func (p preparation) toDeath(words []token) []token {
	for i := 1; i+2 < len(words); i++ {
		if participle(words[i].low) && !words[i].name && begins(words[i+1:], toDeathForm) && len(p.lex.find(words, i)) == 0 {
			return slices.Concat(words[:i], []token{newToken("killed")}, words[i+3:])
		}
	}
	return words
}

// participles makes a question of "journalists murdered in Malta": which journalists were murdered in Malta.
func (p preparation) participles(words []token) []token {
	for len(words) > 2 && determiners[words[0].low] && words[0].opened == 0 {
		words = words[1:]
	}
	if len(words) < 3 || asks[words[0].low] || isAuxiliary(words[0].low) {
		return words
	}
	for at := 1; at <= 2 && at+1 < len(words); at++ {
		if !plural(words[at-1]) && !askingNouns[words[at-1].low] || words[at-1].owner {
			continue
		}
		next := words[at+1]
		if next.low == "that" || !connectors[next.low] || !p.lex.deedParticiple(words, at) {
			continue
		}
		ask := []token{newToken("which")}
		return slices.Concat(ask, words[:at], []token{newToken("were")}, words[at:])
	}
	return words
}

// withoutNameOf puts "what is the name of the think tank that called for" as "which think tank called for", and "… of
// the reporter arrested in" as "which reporter was arrested in".
func (p preparation) withoutNameOf(words []token) []token {
	n := nameOf.length(words)
	if n == 0 {
		return words
	}
	rest := words[n:]
	for at := 1; at < len(rest)-1 && at <= mostAskedWords; at++ {
		which := append([]token{newToken("which")}, rest[:at]...)
		switch {
		case relatives[rest[at].low]:
			return append(which, rest[at+1:]...)
		case p.lex.deedParticiple(rest, at) && connectors[rest[at+1].low]:
			return slices.Concat(which, []token{newToken("was")}, rest[at:])
		}
	}
	return words
}

// deedParticiple reports whether a participle of a deed stands at a word, or one that gives or imposes something.
func (l *lexicon) deedParticiple(words []token, at int) bool {
	w := words[at]
	if w.name || !participle(w.low) {
		return false
	}
	return len(l.find(words, at)) > 0 || l.countingVaguely[w.stem] != nil || imposed[w.low]
}

// plural reports whether a word in lower case may be a noun in the plural.
func plural(w token) bool {
	if len(w.low) < 4 || w.opened > 0 || isAuxiliary(w.low) || sayNouns[w.low] {
		return false
	}
	return strings.HasSuffix(w.low, "s") && strings.HasSuffix(w.text, "s")
}

// dropLeadIn takes off "please tell me", "can you show us"; and "the" before "countries that".
func dropLeadIn(words []token) []token {
	from := words
	for len(words) > 1 && leadsIn(words) {
		words = words[1:]
	}
	short := len(words) < len(from)
	switch {
	case short && begins(words, whetherOrIf):
		return direct(words[1:])
	case begins(words, listOf) && len(words) > 3:
		words = words[3:]
	}
	if len(words) > 2 && (short && listedWords[words[0].low] || determiners[words[0].low] && askingNouns[words[1].low]) {
		words = words[1:]
	}
	if len(words) > 2 && opensWith(words, "the") && askingNouns[words[1].low] {
		words = words[1:]
	}
	return words
}

// leadsIn reports whether the first word only leads in: please, tell, but not "to whom" and "do".
func leadsIn(words []token) bool {
	if !leadIns[words[0].low] || words[0].opened > 0 || begins(words, toWhomFirst) {
		return false
	}
	return !doForms[words[0].low] || begins(words, doYouKnow)
}

// direct makes a question of its own of "whether A is connected to B": "is A connected to B".
func direct(words []token) []token {
	for i, w := range words {
		if isAuxiliary(w.low) && !w.name && w.opened == 0 {
			return slices.Concat(words[i:i+1], words[:i], words[i+1:])
		}
	}
	return slices.Concat([]token{newToken("did")}, words)
}
