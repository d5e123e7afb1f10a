package ask

import (
	"slices"
	"strings"
)

// containsDeed reports whether a verb in the past stands in words that are to be what a deed was done to.
func (g grammar) containsDeed(text string) bool {
	words := tokenize(text)
	for i, w := range words {
		if !w.name && participle(w.low) && len(g.lex.find(words, i)) > 0 {
			return true
		}
	}
	return false
}

// containsPhrase reports whether a word that is to be a name leads to a predicate itself.
func (g grammar) containsPhrase(text string) bool {
	words := tokenize(text)
	for i := range words {
		if len(g.lex.find(words, i)) > 0 {
			return true
		}
	}
	return false
}

// endsWith reports whether a phrase of the vocabulary ends with the word.
func (g grammar) endsWith(m match, low string) bool {
	_, ok := g.lex.phrases[m.key+" "+low]
	return ok
}

// containsNoun reports whether words hold a deed that is named as a noun: Navalny's release.
func (l *lexicon) containsNoun(text string) bool {
	return slices.ContainsFunc(tokenize(text), func(w token) bool { return len(l.deedsCalled(w.low)) > 0 })
}

// opensWithVerb reports whether words in lower case that are to be a name begin with a verb, or are a common word. In a
// question that writes names with upper-case letters only verbs in the past count, for what somebody is called may be
// one too.
func (g grammar) opensWithVerb(text string) bool {
	words := tokenize(text)
	past := len(words) > 1 && isPast(words[0])
	if g.cased || past {
		return past
	}
	return commonVerbs[stemOf(strings.ToLower(text))] || len(words) > 1 && len(g.lex.find(words, 0)) > 0
}

// hasDeed reports whether words hold a verb of the vocabulary.
func (g grammar) hasDeed(words []token) bool {
	for i, w := range words {
		if w.opened == 0 && !(w.name && g.cased) && (len(g.lex.find(words, i)) > 0 || g.lex.counting[w.stem] != nil) {
			return true
		}
	}
	return false
}
