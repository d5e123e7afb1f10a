package ask

import (
	"strings"
)

// request is a question while it is read: its words without the times and the sources, which stand beside them.
type request struct {
	words        []token
	cased        bool
	times        times
	speaker, via string
	toWhom       bool // "according to whom"
	shorter      bool // "tell me", "show us" were taken off
	lex          *lexicon
}

// newRequest takes times and sources out of a question.
func newRequest(words []token, lex *lexicon, c clock) request {
	r := request{lex: lex, cased: isCased(words)}
	words, r.times = c.cut(words)
	words = r.cutSources(words)
	r.words = dropLeadIn(words)
	r.shorter = len(r.words) < len(words)
	return r
}

// cutSources takes out "according to Kyiv", "as reported by TASS", "via Telegram".
func (r *request) cutSources(words []token) []token {
	var rest []token
	for i := 0; i < len(words); {
		skip, channel := 0, false
		switch {
		case words[i].opened > 0:
		case begins(words[i:], "according to"):
			skip = 2
		case begins(words[i:], "as told|claimed|stated|said|reported by"):
			skip, channel = 3, words[i+1].low == "reported"
		case begins(words[i:], "as claimed|stated|said by"):
			skip = 3
		case begins(words[i:], "via") || begins(words[i:], "through") && i > 2:
			skip, channel = 1, true
		}
		n := 0
		if skip > 0 {
			n = r.nameLength(words[i+skip:])
		}
		switch {
		case skip == 2 && i+2 < len(words) && (words[i+2].low == "whom" || words[i+2].low == "who"):
			r.toWhom = true
			i += 3
		case n == 0:
			rest = append(rest, words[i])
			i++
		default:
			name := textOf(trim(words[i+skip : i+skip+n]))
			if channel {
				r.via = name
			} else {
				r.speaker = name
			}
			i += skip + n
		}
	}
	return rest
}

// nameLength counts the words of the name at the beginning.
func (r request) nameLength(words []token) int {
	n := 0
	for n < len(words) && n < longestName {
		w := words[n]
		last := n + 1
		switch {
		case pronouns[w.low] || doForms[w.low] || haveForms[w.low] || beForms[w.low]:
			return n
		case w.name || w.opened > 0 || !r.cased:
		case n == 0 && (articles[w.low] || possessives[w.low]):
		case inName[w.low] && n > 0 && n+1 < len(words) && words[n+1].name && w.low != "on" && w.low != "in":
		case channels[w.low] || n > 0 && articles[words[n-1].low]:
		default:
			return n
		}
		n = last
		if w.comma {
			return n
		}
	}
	return n
}

// channels are what messages come through.
var channels = set("telegram twitter facebook television tv radio instagram youtube tiktok vkontakte x")

// dropLeadIn takes off "please tell me", "can you show us"; and "the" before "countries that".
func dropLeadIn(words []token) []token {
	from := words
	for len(words) > 1 && leadIns[words[0].low] && words[0].opened == 0 && !(doForms[words[0].low] && !begins(words, "do you know|think")) {
		words = words[1:]
	}
	if len(words) < len(from) && begins(words, "all|the") {
		words = words[1:]
	}
	return words
}

// question begins an interpretation with what was cut out of the words.
func (r request) question(kind Kind, confidence float64) Question {
	q := Question{Kind: kind, Confidence: confidence, Speaker: r.speaker, Via: r.via,
		AsOf: r.times.asOf, KnownAt: r.times.knownAt, From: r.times.from, To: r.times.to}
	if r.times.guessed {
		q.Confidence = min(q.Confidence, Sure-0.05)
	}
	return q
}

// asked is the word that a question begins with.
type asked int

const (
	askNothing asked = iota
	askWho           // who, which countries, whom
	askWhat          // what, which actions
	askWhere
	askByWhom
	askWhether // did, has, was
)

// asking takes the asking words off: "who", "which countries", "countries that", "by whom", "did".
func (r request) asking() (asked, []token) {
	words := r.words
	switch {
	case len(words) < 2:
		return askNothing, words
	case askedLast(words) > 0:
		return askByWhom, words[:askedLast(words)]
	case begins(words, "by|from whom|which|what|who"):
		rest := words[2:]
		if words[0].low == "from" {
			return askWhat, skipNouns(rest)
		}
		return askByWhom, skipNouns(rest)
	case begins(words, "who all"):
		return askWho, words[2:]
	case words[0].low == "who" || words[0].low == "who's" || words[0].low == "whom" || words[0].low == "who've" || words[0].low == "whose":
		return askWho, skipNouns(words[1:])
	case words[0].low == "which" || words[0].low == "what":
		return whichOf(words)
	case words[0].low == "where":
		return askWhere, words[1:]
	case doForms[words[0].low] || haveForms[words[0].low] || beForms[words[0].low] || negations[words[0].low] && words[0].low != "not" && words[0].low != "never":
		return askWhether, words
	case askingNouns[words[0].low]:
		if at := indexOf(words, "that", "who", "which"); at > 0 && len(skipNouns(words[:at])) == 0 {
			return askWho, words[at+1:]
		}
	}
	return askNothing, words
}

// askedLast finds "by which states" at the end of "Donetsk was recognized by which states", 0 where it is not.
func askedLast(words []token) int {
	for i := 2; i+1 < len(words); i++ {
		if words[i].low == "by" && (words[i+1].low == "whom" || words[i+1].low == "who" || words[i+1].low == "which" || words[i+1].low == "what") && len(skipNouns(words[i+2:])) == 0 && words[0].name && !isAuxiliary(words[0].low) {
			return i
		}
	}
	return 0
}

func whichOf(words []token) (asked, []token) {
	rest := words[1:]
	for len(rest) > 1 && (adverbs[rest[0].low] || rest[0].low == "other" || rest[0].low == "of" || articles[rest[0].low]) {
		rest = rest[1:]
	}
	switch {
	case askingNouns[rest[0].low]:
		return askWho, skipNouns(rest)
	case thingNouns[rest[0].low]:
		return askWhat, rest[1:]
	case words[0].low == "which" && !isAuxiliary(rest[0].low):
		if len(rest) > 1 && !rest[0].name {
			return askWho, rest[1:]
		}
		return askWho, rest
	}
	return askWhat, rest
}

func isAuxiliary(low string) bool {
	return doForms[low] || haveForms[low] || beForms[low] || modals[low] || negations[low]
}

func skipNouns(words []token) []token {
	for len(words) > 0 && words[0].opened == 0 && (askingNouns[words[0].low] || words[0].low == "other" || words[0].low == "else" || words[0].low == "all") {
		words = words[1:]
	}
	return words
}

func lowerText(words []token) string {
	parts := make([]string, len(words))
	for i, w := range words {
		parts[i] = w.low
	}
	return strings.Join(parts, " ")
}
