package ask

import (
	"slices"
	"strings"
)

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

// askedFor takes the asking words off: "who", "which countries", "countries that", "by whom", "did". What they say of
// those who are asked for, such as "African" in "which African countries", is given apart.
func (g grammar) askedFor(words []token) (kind asked, rest []token, of string) {
	if len(words) < 2 {
		return askNothing, words, ""
	}
	if at := askedLast(words); at > 0 {
		return askByWhom, words[:at], ""
	}
	if kind, rest := askedByForm(words); kind != askNothing {
		return kind, rest, ""
	}
	switch {
	case whoWords[words[0].low]:
		rest, of := g.among(skipNouns(words[1:]))
		return askWho, rest, of
	case begins(words, whichOrWhat):
		return g.which(words)
	case whereWords[words[0].low]:
		return askWhere, words[1:], ""
	case isAuxiliary(words[0].low) && !mayOrMust(words[0].low) && !bareNegations[words[0].low]:
		return askWhether, words, ""
	}
	kind, rest = g.askedByNoun(words)
	return kind, rest, ""
}

// askedByForm reads the openings of several words that ask.
func askedByForm(words []token) (asked, []token) {
	switch {
	case begins(words, byWhich) && words[0].low == "from":
		return askWhat, skipNouns(words[2:])
	case begins(words, byWhich):
		return askByWhom, uptoAuxiliary(skipNouns(words[2:]))
	case len(words) > 3 && firstLast[words[0].low] && askingNouns[words[1].low] && words[2].low == "to":
		return askWho, words[3:] // first country to recognize Kosovo
	case begins(words, whoAll):
		return askWho, words[2:]
	case opensWith(words, "whose") && descriptive[words[1].low]:
		return askWho, words[2:] // whose independence
	}
	return askNothing, words
}

// uptoAuxiliary takes off one or two words in lower case before an auxiliary, which say what is asked for: court.
func uptoAuxiliary(words []token) []token {
	for n := 1; n <= 2 && n < len(words) && !words[n-1].name && !isAuxiliary(words[n-1].low); n++ {
		if isAuxiliary(words[n].low) {
			return words[n:]
		}
	}
	return words
}

// askedByNoun reads questions without an asking word: "countries that", "everything said", "people arrested".
func (g grammar) askedByNoun(words []token) (asked, []token) {
	first := words[0].low
	switch {
	case begins(words, everythingSaid) && has(words, sayVerbs) && len(words) > 2:
		rest := words[1:]
		if relatives[rest[0].low] {
			rest = rest[1:]
		}
		return askWhat, rest
	case askingNouns[first] && g.participial(words):
		return askWho, words[1:] // countries recognizing Taiwan, people arrested by the police
	case !askingNouns[first] && !everybody[first]:
		return askNothing, words
	}
	at := indexIn(words, relatives)
	if at < 1 {
		return askNothing, words
	}
	if more := len(skipNouns(words[:at])); more == 0 || more == 1 && everybody[first] {
		return askWho, words[at+1:]
	}
	return askNothing, words
}

// participial reports whether a verb of the vocabulary follows as a participle: "countries recognizing".
func (g grammar) participial(words []token) bool {
	return len(words) > 2 && !words[1].name && (strings.HasSuffix(words[1].low, "ing") || participle(words[1].low)) &&
		len(g.lex.find(words, 1)) > 0
}

// among takes off "in the Bundestag", "of the G7", which say among whom somebody is looked for.
func (g grammar) among(words []token) ([]token, string) {
	if len(words) < 3 || !g.cased || words[0].opened > 0 || !amongWords[words[0].low] {
		return words, ""
	}
	if n := g.nameLength(words[1:]); n > 0 && n+1 < len(words) {
		return words[n+1:], textOf(words[:n+1])
	}
	return words, ""
}

// askedLast finds "by which states" at the end of "Donetsk was recognized by which states", 0 where it is not.
func askedLast(words []token) int {
	for i := 2; i+1 < len(words); i++ {
		byWhom := words[i].low == "by" && asksWhom[words[i+1].low] && len(skipNouns(words[i+2:])) == 0
		if byWhom && words[0].name && !isAuxiliary(words[0].low) && !asks[words[0].low] {
			return i
		}
	}
	return 0
}

// which reads "which countries", "what actions", "which African countries", "which oligarchs".
func (g grammar) which(words []token) (asked, []token, string) {
	rest := words[1:]
	for len(rest) > 1 && (adverbs[rest[0].low] || beforeAsked[rest[0].low] || articles[rest[0].low]) {
		rest = rest[1:]
	}
	switch {
	case askingNouns[rest[0].low]:
		rest, of := g.among(skipNouns(rest))
		return askWho, rest, of
	case thingNouns[rest[0].low]:
		return askWhat, rest[1:], ""
	}
	for k := 1; k < len(rest) && k <= 3; k++ {
		if isAuxiliary(rest[k-1].low) || sayVerbs[rest[k-1].low] || rest[k-1].opened > 0 {
			break
		}
		if askingNouns[rest[k].low] {
			rest, of := rest[k:], textOf(rest[:k])
			return askWho, skipNouns(rest), of
		}
	}
	if n := g.groupLength(rest, words[0].low == "which"); n > 0 {
		return askWho, rest[n:], textOf(rest[:n])
	}
	if whatThings(words[0], rest) {
		return askWho, rest[1:], rest[0].text
	}
	if words[0].low == "which" && !isAuxiliary(rest[0].low) {
		if len(rest) > 1 && !rest[0].name {
			if behind, of := g.among(rest[1:]); of != "" {
				return askWho, behind, rest[0].text + " " + of // members of the EU
			}
			return askWho, rest[1:], rest[0].text
		}
		return askWho, rest, ""
	}
	return askWhat, rest, ""
}

// whatThings reports whether a noun in the plural stands between "what" and an auxiliary, or one of capital letters
// between either asking word and one: what missiles | did, which NGOs | did.
func whatThings(asking token, rest []token) bool {
	if len(rest) < 3 || rest[0].opened > 0 || !doForms[rest[1].low] && !haveForms[rest[1].low] || !plural(rest[0]) {
		return false
	}
	capitals, cut := strings.CutSuffix(rest[0].text, "s")
	return asking.low == "what" && !rest[0].name || cut && allCapitals(capitals)
}

// groupLength is how many words before what somebody did name those who are asked for: news agencies | condemned. It is
// 0 where one does or none do. Those in the singular, and those with a name before them, are asked for by which, and by
// what where they spoke: which U.S. senator | said, what couple | joked.
func (g grammar) groupLength(words []token, which bool) int {
	for k := 1; k <= 3 && k+1 < len(words) && !isAuxiliary(words[k-1].low); k++ {
		noun, next := words[k], words[k+1]
		says, finite := sayVerbs[next.low] && !next.name, participle(next.low) || strings.HasSuffix(next.low, "s")
		does := isAuxiliary(next.low) || says || len(g.lex.find(words, k+1)) > 0
		if !does || noun.name || !nounWord(noun) || connectors[noun.low] {
			continue
		}
		if names := slices.ContainsFunc(words[:k], func(w token) bool { return w.name }); plural(noun) && !names {
			return k + 1
		}
		if finite = finite || isAuxiliary(next.low); finite && g.cased && (which || says) {
			return k + 1
		}
	}
	return 0
}

// mayOrMust reports whether a word is a modal verb that does not tell what is to come.
func mayOrMust(low string) bool { return modals[low] && !futureModals[low] }

func isAuxiliary(low string) bool {
	return doForms[low] || haveForms[low] || beForms[low] || modals[low] || negations[low]
}

func skipNouns(words []token) []token {
	for len(words) > 0 && words[0].opened == 0 && (askingNouns[words[0].low] || skippedBefore[words[0].low]) {
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
