package ask

import "strings"

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

// asking gives what is asked for, and the words behind that.
func (r request) asking() (asked, []token) { return r.kind, r.rest }

// ask takes the asking words off: "who", "which countries", "countries that", "by whom", "did". What they say of those
// who are asked for, such as "African" in "which African countries", is given apart.
func (r request) ask() (kind asked, rest []token, of string) {
	words := r.words
	switch {
	case len(words) < 2:
		return askNothing, words, ""
	case askedLast(words) > 0:
		return askByWhom, words[:askedLast(words)], ""
	case begins(words, byWhich):
		rest := words[2:]
		if words[0].low == "from" {
			return askWhat, skipNouns(rest), ""
		}
		return askByWhom, skipNouns(rest), ""
	case len(words) > 3 && firstLast[words[0].low] && askingNouns[words[1].low] && words[2].low == "to":
		return askWho, words[3:], "" // first country to recognize Kosovo
	case begins(words, whoAll):
		return askWho, words[2:], ""
	case opensWith(words, "whose") && descriptive[words[1].low]:
		return askWho, words[2:], "" // whose independence
	case whoWords[words[0].low]:
		rest, of := r.among(skipNouns(words[1:]))
		return askWho, rest, of
	case begins(words, whichOrWhat):
		return r.which(words)
	case words[0].low == "where":
		return askWhere, words[1:], ""
	case isAuxiliary(words[0].low) && !modals[words[0].low] && !bareNegations[words[0].low]:
		return askWhether, words, ""
	case begins(words, everythingSaid) && has(words, sayVerbs) && len(words) > 2:
		rest := words[1:]
		if relatives[rest[0].low] {
			rest = rest[1:]
		}
		return askWhat, rest, ""
	case askingNouns[words[0].low] && r.participial(words):
		return askWho, words[1:], "" // countries recognizing Taiwan, people arrested by the police
	case askingNouns[words[0].low] || everybody[words[0].low]:
		if at := indexIn(
			words,
			relatives,
		); at > 0 && len(skipNouns(words[:at])) <= 1 &&
			(everybody[words[0].low] || len(skipNouns(words[:at])) == 0) {
			return askWho, words[at+1:], ""
		}
	}
	return askNothing, words, ""
}

// participial reports whether a verb of the vocabulary follows as a participle: "countries recognizing".
func (r request) participial(words []token) bool {
	return len(words) > 2 && !words[1].name && (strings.HasSuffix(words[1].low, "ing") || participle(words[1].low)) &&
		len(r.lex.find(words, 1)) > 0
}

// among takes off "in the Bundestag", "of the G7", which say among whom somebody is looked for.
func (r request) among(words []token) ([]token, string) {
	if len(words) < 3 || !r.cased || words[0].opened > 0 || !amongWords[words[0].low] {
		return words, ""
	}
	if n := r.nameLength(words[1:]); n > 0 && n+1 < len(words) {
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
func (r request) which(words []token) (asked, []token, string) {
	rest := words[1:]
	for len(rest) > 1 && (adverbs[rest[0].low] || beforeAsked[rest[0].low] || articles[rest[0].low]) {
		rest = rest[1:]
	}
	switch {
	case askingNouns[rest[0].low]:
		rest, of := r.among(skipNouns(rest))
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
	if words[0].low == "which" && !isAuxiliary(rest[0].low) {
		if len(rest) > 1 && !rest[0].name {
			if behind, of := r.among(rest[1:]); of != "" {
				return askWho, behind, rest[0].text + " " + of // members of the EU
			}
			return askWho, rest[1:], rest[0].text
		}
		return askWho, rest, ""
	}
	return askWhat, rest, ""
}

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
