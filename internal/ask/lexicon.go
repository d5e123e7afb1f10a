package ask

import (
	_ "embed"
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
	known   map[kg.PredicateID]bool
	labels  map[kg.PredicateID]string
}

// sense is a predicate that a phrase may stand for.
type sense struct {
	id      kg.PredicateID
	inverse bool // the phrase reads from the object
	stative bool // the phrase has "is" before it: is twinned with
}

//go:embed data/nouns.txt
var nounsFile string

// skipped are words that do not change what a phrase means.
func skipped(low string) bool {
	return articles[low] || possessives[low] || adverbs[low] || phraseFillers[low]
}

var phraseFillers = set("diplomatic diplomatically formal formally official officially new more further any some all military its humanitarian bilateral full direct fresh recent")

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
	a.lexicon.Store(made)
	return made
}

func newLexicon(all []kg.Predicate) *lexicon {
	l := &lexicon{count: len(all), phrases: map[string][]sense{}, nouns: map[string][]kg.PredicateID{}, known: map[kg.PredicateID]bool{}, labels: map[kg.PredicateID]string{}}
	if len(all) > 0 {
		l.of = &all[0]
	}
	for _, p := range all {
		for _, w := range append([]string{strings.ReplaceAll(string(p.ID), "_", " "), p.Label}, p.Synonyms...) {
			l.add(w, sense{id: p.ID})
		}
	}
	for _, p := range all { // what reads from the object counts only where nothing reads so from the subject
		if fields := strings.Fields(strings.ToLower(p.Inverse)); len(fields) > 0 && !slices.ContainsFunc(l.phrases[keyOf(fields)], func(s sense) bool { return s.id == p.ID }) {
			if last := fields[len(fields)-1]; last != "by" || !participle(fields[min(1, len(fields)-1)]) {
				l.add(p.Inverse, sense{id: p.ID, inverse: true})
			}
		}
	}
	l.addNouns(all)
	return l
}

func (l *lexicon) add(phrase string, s sense) {
	fields := strings.Fields(strings.ToLower(phrase))
	key := keyOf(fields)
	if key == "" || connectors[key] {
		return // "is in" would make a deed of every "in"
	}
	s.stative = beForms[fields[0]]
	if at := slices.IndexFunc(l.phrases[key], func(have sense) bool { return have.id == s.id }); at >= 0 {
		l.phrases[key][at].stative = l.phrases[key][at].stative || s.stative
		return
	}
	l.phrases[key] = append(l.phrases[key], s)
	l.longest = max(l.longest, strings.Count(key, " ")+1)
}

// addNouns reads what deeds are called; predicates that this vocabulary does not have are left out.
func (l *lexicon) addNouns(all []kg.Predicate) {

	for _, p := range all {
		l.known[p.ID], l.labels[p.ID] = true, p.Label
	}
	for _, fields := range linesOf(nounsFile) {
		if id := kg.PredicateID(fields[0]); l.known[id] {
			for _, w := range fields[1:slices.Index(fields, ":")] {
				l.nouns[w] = append(l.nouns[w], id)
			}
		}
	}
}

// match is a place in a question where a phrase of the lexicon stands.
type match struct {
	start, end int
	key        string
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
			out = append(out, match{i, j + 1, key, s})
		}
	}
	slices.SortStableFunc(out, func(a, b match) int { return b.end - a.end })
	return out
}
