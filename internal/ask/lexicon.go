package ask

import (
	"slices"
	"strings"

	"sayso/internal/kg"
)

// lexicon is the words of one state of a vocabulary, by their stems.
type lexicon struct {
	of      *kg.Predicate // the first predicate of that state; another state has another
	count   int
	phrases map[string][]sense
	longest int
	nouns   map[string][]kg.PredicateID
	labels  map[kg.PredicateID]string
	asking  map[kg.PredicateID]kg.Asking
	spelled map[string]bool                      // words as they are written, those of the lists too
	objects map[string]map[string]kg.PredicateID // by the stems of a verb and of an object that shows its sense
	actors  map[kg.PredicateID]bool              // those whose object is an actor and never mere words
	toward  map[kg.PredicateID]bool              // those with a phrase whose object stands behind "to": travelled to
	posts   []kg.PredicateID                     // those whose object is where somebody holds a post
	denial  kg.PredicateID                       // the predicate that denies, "" where the vocabulary has none

	// wider has the phrases too, for questions that cannot be read for sure without; nil in itself.
	wider *lexicon

	// withSomeNoun are the predicates that a verb's stem and a preposition tell with some noun between: impose … on.
	withSomeNoun map[string][]kg.PredicateID

	// The predicates that figures are told with, by the stem of the word that asks for them.
	counting, countingVaguely, countingLast map[string][]kg.PredicateID
}

// sense is a predicate that a phrase may stand for.
type sense struct {
	id      kg.PredicateID
	inverse bool // the phrase reads from the object
	stative bool // the phrase has "is" before it: is twinned with
	pair    bool // it needs two in front, since its "with" was left out: China and Fiji cut ties
	pattern bool // it is the reader's, no synonym: less sure
	unsure  bool // it may well mean another thing
	noun    bool // it stands behind an article: a deal with
	light   bool // it means so only of something named: took Bunagana
}

// skipped are words that do not change what a phrase means.
func skipped(low string) bool {
	return articles[low] || possessives[low] || adverbs[low] || phraseFillers[low]
}

// keyOf brings a phrase to the form that lexicons compare.
func keyOf(words []string) string {
	for len(words) > 1 && (beForms[words[0]] || haveForms[words[0]]) {
		words = words[1:]
	}
	var stems []string
	for i, w := range words {
		if skipped(w) && (i > 0 || len(words) > 1) {
			continue
		}
		stems = append(stems, stemOf(w))
	}
	return strings.Join(stems, " ")
}

// wordsNow gives the lexicon of the vocabulary as it is now.
func (a *Asker) wordsNow() *lexicon {
	all := a.vocabulary.All()
	if have := a.lexicon.Load(); have != nil && len(all) > 0 && have.of == &all[0] && have.count == len(all) {
		return have
	}
	made := newLexicon(all)
	made.wider = newLexicon(all)
	made.wider.addPhrases(all)
	a.lexicon.Store(made)
	return made
}

func newLexicon(all []kg.Predicate) *lexicon {
	l := &lexicon{
		count:   len(all),
		phrases: map[string][]sense{},
		nouns:   map[string][]kg.PredicateID{},
		labels:  map[kg.PredicateID]string{},
		asking:  map[kg.PredicateID]kg.Asking{},
		objects: map[string]map[string]kg.PredicateID{},
		actors:  map[kg.PredicateID]bool{},
		toward:  map[kg.PredicateID]bool{},
		spelled: knownWordsOfLists(),

		withSomeNoun: map[string][]kg.PredicateID{},
	}
	if len(all) > 0 {
		l.of = &all[0]
	}
	for _, p := range all {
		for _, w := range append([]string{strings.ReplaceAll(string(p.ID), "_", " "), p.Label}, p.Synonyms...) {
			l.addOf(p, w, sense{id: p.ID})
		}
	}
	for _, p := range all { // what reads from the object counts only where nothing reads so from the subject
		if fields := strings.Fields(
			strings.ToLower(p.Inverse),
		); len(fields) > 0 &&
			!slices.ContainsFunc(l.phrases[keyOf(fields)], func(s sense) bool { return s.id == p.ID }) {
			if last := fields[len(fields)-1]; last != "by" || !participle(fields[min(1, len(fields)-1)]) {
				l.add(p.Inverse, sense{id: p.ID, inverse: true})
			}
		}
	}
	for _, p := range all {
		for _, phrase := range p.Asking.Inverses {
			l.add(phrase, sense{id: p.ID, inverse: true})
		}
	}
	l.addPosts(all)
	l.addPatterns(all)
	l.addWithSomeNoun(all)
	l.addAsking(all)
	return l
}

// addOf notes a phrase of a predicate, and of one that two do together also what is said of the two: cut ties.
func (l *lexicon) addOf(p kg.Predicate, phrase string, s sense) {
	l.add(phrase, s)
	if together, with := strings.CutSuffix(phrase, " with"); with && p.Asking.Has(kg.Mutual) {
		l.add(together, sense{id: p.ID, pair: true, pattern: s.pattern})
	}
}

func (l *lexicon) add(phrase string, s sense) {
	fields := strings.Fields(strings.ToLower(phrase))
	key := keyOf(fields)
	if key == "" || connectors[key] {
		return // "is in" would make a deed of every "in"
	}
	for _, w := range fields {
		l.spelled[w] = true
	}
	if len(fields) > 1 && fields[len(fields)-1] == "to" {
		l.toward[s.id] = true
	}
	s.stative, s.noun = beForms[fields[0]], articles[fields[0]] && len(fields) > 1
	if at := slices.IndexFunc(l.phrases[key], func(have sense) bool { return have.id == s.id }); at >= 0 {
		have := &l.phrases[key][at]
		have.stative, have.pair, have.noun = have.stative || s.stative, have.pair && s.pair, have.noun && s.noun
		return
	}
	if s.pair && (articles[fields[0]] || len(fields) == 1 || len(l.phrases[key]) > 0) {
		return // a noun, or a verb of another meaning
	}
	l.phrases[key] = append(l.phrases[key], s)
	l.longest = max(l.longest, strings.Count(key, " ")+1)
}

// addAsking notes what questions need to know of each predicate.
func (l *lexicon) addAsking(all []kg.Predicate) {
	for _, p := range all {
		l.labels[p.ID], l.asking[p.ID], l.actors[p.ID] = p.Label, p.Asking, p.OnlyActors
		for _, noun := range p.Asking.Nouns {
			l.spelled[noun] = true
			l.nouns[noun] = append(l.nouns[noun], p.ID)
		}
		for verb, nouns := range p.Asking.Objects {
			l.addObjects(stemOf(verb), nouns, p.ID)
		}
		if l.denial == "" && p.Asking.Has(kg.Denies) {
			l.denial = p.ID
		}
	}
	l.counting = countingWith(all, func(a kg.Asking) []string { return a.Counts })
	l.countingVaguely = countingWith(all, func(a kg.Asking) []string { return a.CountsVaguely })
	l.countingLast = countingWith(all, func(a kg.Asking) []string { return a.CountsLast })
}

// addObjects notes nouns that show which predicate a verb stands for.
func (l *lexicon) addObjects(verb string, nouns []string, id kg.PredicateID) {
	if l.objects[verb] == nil {
		l.objects[verb] = map[string]kg.PredicateID{}
	}
	for _, n := range nouns {
		l.objects[verb][stemOf(n)] = id
	}
}

// meant gives the predicate that a verb stands for where one of the words is its object; id where none shows another.
func (l *lexicon) meant(verb string, id kg.PredicateID, object []token) kg.PredicateID {
	for _, w := range object {
		if other, ok := l.objects[verb][w.stem]; ok {
			return other
		}
	}
	return id
}

// countingWith gives the predicates of each word of a list, by the word's stem, those first that say so.
func countingWith(all []kg.Predicate, list func(kg.Asking) []string) map[string][]kg.PredicateID {
	out := map[string][]kg.PredicateID{}
	for _, p := range all {
		for _, w := range list(p.Asking) {
			stem := stemOf(w)
			switch have := out[stem]; {
			case slices.Contains(have, p.ID):
			case slices.Contains(p.Asking.CountsFirst, w):
				out[stem] = append([]kg.PredicateID{p.ID}, have...)
			default:
				out[stem] = append(have, p.ID)
			}
		}
	}
	return out
}

// is reports whether a property holds of a predicate.
func (l *lexicon) is(id kg.PredicateID, p kg.Property) bool { return l.asking[id].Has(p) }

// leads reports whether a preposition behind what a deed was done to leads to why.
func (l *lexicon) leads(id kg.PredicateID, preposition string) bool {
	return slices.Contains(l.asking[id].Reason, preposition)
}

// plainly reports whether a word is the one that the vocabulary calls a predicate by.
func (l *lexicon) plainly(w token, id kg.PredicateID) bool { return w.stem == stemOf(l.labels[id]) }

// match is a place in a question where a phrase of the lexicon stands.
type match struct {
	start, end int
	key        string
	which      string // a word inside that says which: security, of "signed a security pact with"
	sense
}

// find lists the phrases that begin at word i, longest first.
func (l *lexicon) find(words []token, i int) []match {
	var out []match
	key, parts := "", 0
	for j := i; j < len(words) && parts < l.longest; j++ {
		if j > i && skipped(words[j].low) {
			continue
		}
		if words[j].opened > 0 {
			break
		}
		if parts > 0 {
			key += " "
		}
		key += words[j].stem
		parts++
		for _, s := range l.phrases[key] {
			if s.light && !nameAhead(words[j+1:]) || s.noun && (i == 0 || !articles[words[i-1].low]) {
				continue
			}
			out = append(out, match{start: i, end: j + 1, key: key, sense: s})
		}
	}
	slices.SortStableFunc(out, func(a, b match) int { return b.end - a.end })
	return out
}

// findModified lists the phrases that begin at word i where a word that says which stands before their noun: signed a
// SECURITY pact with. That word is kept in the match.
func (l *lexicon) findModified(words []token, i int) []match {
	for j := i + 1; j+2 < len(words) && j < i+3; j++ {
		which := words[j+1]
		plain := !which.name && which.opened == 0 && !skipped(which.low) && !connectors[which.low]
		if !articles[words[j].low] || !plain {
			continue
		}
		said := slices.Delete(slices.Clone(words), j+1, j+2)
		found := slices.DeleteFunc(l.find(said, i), func(m match) bool { return m.end < j+3 })
		for k := range found { // the noun and its preposition stand behind
			found[k].which, found[k].end = which.low, found[k].end+1
		}
		return found
	}
	return nil
}
