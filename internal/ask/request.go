package ask

import "slices"

// request is a question while it is read: its words without the times and the sources, which stand beside them.
type request struct {
	words        []token
	cased        bool
	times        times
	speaker, via string
	toWhom       bool // "according to whom"
	shorter      bool // "tell me", "show us" were taken off
	kind         asked
	rest         []token  // the words without those that ask
	askedOf      string   // what is said of those who are asked for, and cannot be heeded: "African" of which African countries
	leftOut      []string // other words that narrow the question down and cannot be heeded: "before the referendum"
	spellings    []Spelling
	lex          *lexicon
}

// newRequest takes times and sources out of a question.
func newRequest(words []token, lex *lexicon, c clock) request {
	r := request{lex: lex, cased: isCased(words)}
	words, r.times = c.cut(words)
	r.times.guessed = r.times.guessed || unreadTime(words)
	words = r.cutSources(takenPlaces(words))
	short := dropLeadIn(words)
	r.shorter = len(short) < len(words)
	r.words = r.cutSayer(inFront(r.cutExceptions(r.cutEvents(short))))
	r.kind, r.rest, r.askedOf = r.ask()
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

// dropLeadIn takes off "please tell me", "can you show us"; and "the" before "countries that".
func dropLeadIn(words []token) []token {
	from := words
	for len(words) > 1 && leadIns[words[0].low] && words[0].opened == 0 && !begins(words, toWhomFirst) && !(doForms[words[0].low] && !begins(words, doYouKnow)) {
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

// direct makes a question of its own of "whether A is connected to B": "is A connected to B".
func direct(words []token) []token {
	for i, w := range words {
		if isAuxiliary(w.low) && !w.name && w.opened == 0 {
			return slices.Concat(words[i:i+1], words[:i], words[i+1:])
		}
	}
	return slices.Concat([]token{newToken("did")}, words)
}

// question begins an interpretation with what was cut out of the words.
func (r request) question(kind Kind, confidence float64) Question {
	q := Question{Kind: kind, Confidence: confidence, Speaker: r.speaker, Via: r.via,
		AsOf: r.times.asOf, KnownAt: r.times.knownAt, From: r.times.from, To: r.times.to, LeftOut: r.leftOut, Spellings: r.spellings}
	if r.times.guessed {
		q.Confidence = min(q.Confidence, Sure-0.05)
	}
	return q
}
