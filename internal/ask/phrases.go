package ask

import (
	"slices"
	"strings"
	"unicode"

	"sayso/internal/kg"
)

// longestName is how many words a name may have.
const longestName = 9

// phrase is a name or a few words in a place of a question, and how much speaks against its being one.
type phrase struct {
	text  string
	topic bool // words, no name
	junk  int  // words that do not belong into a name
	bad   bool // it cannot be one
	pair  bool // two names with "and" between them, or one that has "and" in it
}

func (p phrase) given() bool { return p.text != "" }

// named reports whether the words may be a name. strict is for questions that write names with upper-case letters,
// where words in lower case are none.
func (p phrase) named(strict bool) bool { return p.given() && !p.bad && !(p.topic && strict) }

// phraseOf reads what is left between words of grammar. cased tells that the question writes names with upper-case
// letters.
func phraseOf(words []token, cased bool) phrase {
	words = trim(words)
	var p phrase
	names, lower := 0, 0
	for i, w := range words {
		switch {
		case w.opened > 0, w.name, i > 0 && words[i-1].name && number(w.low): // Nord Stream 2
			names++
		case joinsNames(words, i, cased):
			p.pair, p.junk = true, p.junk+2
		case noPartOfName(w) || joins[w.low] && i == 0:
			p.bad = true
		case inName[w.low]:
		default:
			lower++
			p.junk += junkOf(w, cased, names > 0, i == len(words)-1)
		}
	}
	p.text = textOf(words)
	p.bad = p.bad || len(words) > 0 && strings.IndexFunc(p.text, unicode.IsLetter) < 0
	switch {
	case !cased:
		p.junk += max(0, len(words)-4)
	case names == 0:
		p.topic = len(words) > 0
	case lower > 0 && len(words) > 0 && !words[0].name:
		p.topic = true // "the invasion of Ukraine"
	default:
		p.junk += lower
	}
	p.bad = p.bad || len(words) > longestName
	return p
}

// joinsNames reports whether "and" or "or" at word i joins two names.
func joinsNames(words []token, i int, cased bool) bool {
	if !joins[words[i].low] || i == 0 || i+1 == len(words) {
		return false
	}
	return !cased || words[i-1].name && nameAhead(words[i+1:])
}

// nameAhead reports whether words begin with a name, or an article and a name.
func nameAhead(words []token) bool {
	if len(words) == 0 {
		return false
	}
	return words[0].name || articles[words[0].low] && len(words) > 1 && words[1].name
}

// noPartOfName reports whether a word can stand in no name.
func noPartOfName(w token) bool {
	bare, _, _ := strings.Cut(strings.ReplaceAll(w.low, "’", "'"), "'") // they're
	return comparing[w.low] || pronouns[bare] || isAuxiliary(w.low)
}

// junkOf tells how much a word in lower case speaks against the words around it being a name. behind tells that a name
// stands before it, last that nothing follows.
func junkOf(w token, cased, behind, last bool) int {
	junk := 0
	if cased && behind && connectors[w.low] {
		junk++ // Biden to CNN
	}
	switch {
	case last && behind && reportNouns[w.low]: // the UN report
	case sayVerbs[w.low] || denialVerbs[w.low] || disputeWords[w.low] || sayNouns[w.low] && !cased:
		junk += 2 // the grammar around it was not understood
	case cased && behind && last && !bodies[w.low]:
		junk++ // names end with upper-case letters, but for armies and the like
	}
	return junk
}

// trim takes off articles, prepositions and fillers at both ends.
func trim(words []token) []token {
	for len(words) > 0 && trimmedFront(words) {
		words = words[1:]
	}
	for len(words) > 0 && words[len(words)-1].opened == 0 {
		last := words[len(words)-1]
		if last.name || !connectors[last.low] && !adverbs[last.low] && !articles[last.low] && !lastTrimmed[last.low] {
			break
		}
		words = words[:len(words)-1]
	}
	return words
}

// trimmedFront reports whether the first word belongs to no name that follows.
func trimmedFront(words []token) bool {
	w := words[0]
	if w.opened > 0 || w.name && len(words) > 1 && w.low != "the" {
		return false
	}
	return articles[w.low] || connectors[w.low] || adverbs[w.low] || possessives[w.low]
}

// bare takes off "the independence of".
func bare(words []token) []token {
	words = trim(words)
	if len(words) > 2 && !words[0].name && descriptive[words[0].low] && words[1].low == "of" {
		return trim(words[2:])
	}
	if n := len(words); n > 1 && words[n-2].owner && statehood[words[n-1].low] {
		return words[:n-1] // Kosovo's independence
	}
	return words
}

// aboutAt finds where a name ends and the reason begins: "the U.S. | for the crisis", but "Organization for Security"
// is one name. leads are prepositions that begin a reason even before a name.
func aboutAt(words []token, leads []string) (at int, found bool) {
	for i := 1; i+1 < len(words); i++ {
		w := words[i]
		if w.opened > 0 || w.name {
			continue
		}
		next := words[i+1]
		named := next.name || articles[next.low] && i+2 < len(words) && words[i+2].name
		switch {
		case slices.Contains(leads, w.low), reasons[w.low] && (!named || w.low != "for"):
			return i, true
		case w.low == "from" && strings.HasSuffix(next.low, "ing") && !next.name: // blocked Sweden | from joining NATO
			return i, true
		case reasonPlaces[w.low] && !named, w.low == "to" && purpose(next): // hired Clooney | to argue the case
			return i, true
		}
	}
	return 0, false
}

// purpose reports whether a word behind "to" is a verb, so that it says what for: to argue.
func purpose(next token) bool {
	base := next.stem == next.low || next.stem+"e" == next.low
	return !next.name && base && commonVerbs[next.stem]
}

// reasonOff cuts what leads to why off what a deed was done to.
func (g grammar) reasonOff(id kg.PredicateID, words []token) (name, reason []token) {
	name, reason = withoutReason(words, g.lex.asking[id].Reason)
	owned := slices.ContainsFunc(name, func(w token) bool { return w.owner })
	if n := len(name); n > 0 && len(reason) > 0 && !owned && atWhat[words[n].low] && g.lex.containsNoun(name[n-1].low) {
		return words, nil // the attack on the school, but the Taliban's ban | on women
	}
	return name, reason
}

// withoutReason cuts the reason off a name; leads are prepositions that begin one.
func withoutReason(words []token, leads []string) (name, reason []token) {
	at, found := aboutAt(words, leads)
	if !found {
		return words, nil
	}
	reason = words[at+1:]
	for len(reason) > 1 && ofTo[reason[0].low] {
		reason = reason[1:]
	}
	return words[:at], reason
}

// isCased reports whether names are written with upper-case letters: some word behind the first is. Abbreviations do
// not tell where the first word is in lower-case letters: "what did zelensky tell CNN".
func isCased(words []token) bool {
	for i, w := range words {
		if i == 0 || !w.name || w.low == "i" {
			continue
		}
		abbreviation := w.text != w.low && w.text == strings.ToUpper(w.text)
		if w.opened > 0 || words[0].name || !abbreviation {
			return true
		}
	}
	return false
}

func has(words []token, what map[string]bool) bool {
	for _, w := range words {
		if what[w.low] && w.opened == 0 {
			return true
		}
	}
	return false
}

// indexOf finds a word, -1 where it is not there.
func indexOf(words []token, low string) int {
	return slices.IndexFunc(words, func(w token) bool { return w.low == low && w.opened == 0 })
}

// indexIn finds the first word that a list has, -1 for none.
func indexIn(words []token, list map[string]bool) int {
	return slices.IndexFunc(words, func(w token) bool { return list[w.low] && w.opened == 0 })
}
