package ask

import (
	"slices"
)

// givingStems are the giving verbs by their stems.
var givingStems = stemsOf(givingVerbs)

// given puts what is said of giving in the words and the order that the vocabulary knows: "supplied drones to
// Ethiopia", "provided Ethiopia with drones" and "sold Ethiopia drones" are all "supplied weapons to Ethiopia". It
// gives the verb's place and what is given, or false where there is nothing to put so.
func (g grammar) given(words []token) (said []token, verb int, goods []token, ok bool) {
	for i, w := range words {
		if !givingStems[w.stem] && g.lex.countingVaguely[w.stem] == nil || w.opened > 0 ||
			w.name && i > 0 {
			continue
		}
		rest := words[i+1:]
		for k := 1; k+1 < len(rest); k++ {
			switch {
			case rest[k].low == "to" && g.thing(rest[:k]):
				return g.delivered(words[:i+1], rest[:k], rest[k+1:])
			case rest[k].low == "with" && g.thing(rest[k+1:]) && g.phrase(rest[:k]).given():
				return g.delivered(words[:i+1], rest[k+1:], rest[:k])
			}
		}
		for k := 1; k < len(rest); k++ {
			if weaponry[rest[k].low] && g.thing(rest[k:]) {
				return g.delivered(words[:i+1], rest[k:], rest[:k])
			}
		}
	}
	return nil, 0, nil, false
}

// delivered writes "supplied", what and to whom as a vocabulary has it.
func (g grammar) delivered(upToVerb, goods, to []token) (said []token, verb int, what []token, ok bool) {
	word := "aid"
	if has(goods, weaponry) {
		word = "weapons"
	}
	verb = len(upToVerb) - 1
	said = slices.Concat(upToVerb[:verb], []token{newToken("gave"), newToken(word), newToken("to")}, to)
	known := slices.ContainsFunc(g.lex.find(said, verb), func(m match) bool { return m.end == verb+3 })
	return said, verb, trim(goods), known
}

// thing reports whether words name something that is given: no name, and no grammar.
func (g grammar) thing(words []token) bool {
	words = trim(words)
	if len(words) == 0 || len(words) > 4 || has(words, pronouns) || has(words, connectors) || has(words, anything) {
		return false
	}
	return !slices.ContainsFunc(words, func(w token) bool { return w.name && g.cased || isAuxiliary(w.low) }) &&
		(g.cased || has(words, weaponry))
}

// longestTail is how many words may belong to a verb behind its object: took X to the cleaners.
const longestTail = 5

// drawnTogether puts the object of a verb behind what belongs to the verb: "took Kim Wall hostage" is "took hostage Kim
// Wall", "kicked him out" is "kicked out him".
func (g grammar) drawnTogether(words []token) [][]token {
	var out [][]token
	for i := 0; i+2 < len(words); i++ {
		if words[i].opened > 0 || words[i].name && i > 0 {
			continue
		}
		for k := i + 2; k < len(words) && k <= i+longestName; k++ {
			if words[k].name || words[k].opened > 0 {
				continue
			}
			for n := 1; n <= longestTail && k+n <= len(words); n++ {
				moved := words[k : k+n]
				if !belongsToVerb(moved, words[k+n:]) {
					continue
				}
				said := slices.Concat(words[:i+1], moved, between(words[i+1:k]), outOf(words[k+n:]))
				whole := func(m match) bool { return m.end == i+1+n && m.start == i }
				if slices.ContainsFunc(g.lex.find(said, i), whole) && g.phrase(words[i+1:k]).given() {
					out = append(out, said)
				}
			}
		}
	}
	return out
}

// belongsToVerb reports whether words behind an object may belong to the verb before it. A preposition by itself does
// where another follows, or nothing: handed him over | to Italy, took him in.
func belongsToVerb(words, rest []token) bool {
	last := words[len(words)-1]
	switch {
	case articles[last.low]:
		return false
	case connectors[last.low]:
		return len(words) == 1 && (len(rest) == 0 || connectors[rest[0].low] && !articles[rest[0].low])
	}
	return true
}

// between gives the object that stands between a verb and what belongs to it: Kim Wall, of "took Kim Wall hostage".
// "The Kenyan", of an election, is Kenya, and "the presidential" is nobody.
func between(words []token) []token {
	if which := trim(words); len(which) == 1 && electionKinds[which[0].low] {
		return nil
	}
	for len(words) > 1 && electionKinds[words[len(words)-1].low] && !words[len(words)-1].name {
		words = words[:len(words)-1] // Nigeria's | presidential
	}
	state := demonyms[words[len(words)-1].text]
	if state != "" && len(words) == 2 && words[0].low == "the" {
		return tokenize(state)
	}
	return words
}

// outOf writes "of" behind a particle, which leads away, as "from": kicked out of Mali.
func outOf(words []token) []token {
	if len(words) < 2 || words[0].low != "of" || !words[1].name {
		return words
	}
	return slices.Concat([]token{newToken("from")}, words[1:])
}

// narrowed gives what the words of a match say of the deed beyond the predicate: security pact, of "signed a security
// pact with"; drones, of "sold drones to". It gives "" where they say no more.
func (m match) narrowed(words []token) string {
	if m.which != "" {
		return m.which + " " + words[m.end-2].low
	}
	if !m.pattern {
		return ""
	}
	for _, w := range words[m.start+1 : m.end] {
		if weaponry[w.low] && !givenAs[w.low] {
			return w.text
		}
	}
	return ""
}
