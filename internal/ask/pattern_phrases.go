package ask

import (
	"maps"
	"slices"
	"strings"

	"sayso/internal/kg"
)

// addPatterns adds what the reader's patterns say where no synonym says it: what is read of the news may be asked for
// in its words.
func (l *lexicon) addPatterns(all []kg.Predicate) {
	known, light := maps.Clone(l.phrases), lightVerbsOf(all)
	for _, p := range all {
		for _, phrase := range p.VerbPhrases {
			words := strings.Fields(phrase)
			if _, ok := known[keyOf(words)]; ok || l.begunBy(words, p.ID, known) {
				continue
			}
			l.addOf(p, phrase, sense{id: p.ID, pattern: true, light: len(words) == 1 && light[phrase]})
		}
	}
}

// begunBy reports whether the verb of a phrase says the predicate by itself: promised, of "promised aid to".
func (l *lexicon) begunBy(words []string, id kg.PredicateID, known map[string][]sense) bool {
	return len(words) > 1 && slices.ContainsFunc(known[keyOf(words[:1])], func(s sense) bool { return s.id == id })
}

// lightVerbsOf lists the verbs that mean little without a noun: they begin longer phrases of several predicates.
func lightVerbsOf(all []kg.Predicate) map[string]bool {
	begins := map[string]map[kg.PredicateID]bool{}
	for _, p := range all {
		for _, phrase := range p.VerbPhrases {
			verb, rest, _ := strings.Cut(phrase, " ")
			if !strings.Contains(rest, " ") {
				continue // plain, or with a preposition
			}
			if begins[verb] == nil {
				begins[verb] = map[kg.PredicateID]bool{}
			}
			begins[verb][p.ID] = true
		}
	}
	out := map[string]bool{}
	for verb, of := range begins {
		out[verb] = len(of) > 1
	}
	return out
}

// addPhrases adds the further ways to ask for a predicate, where nothing else is said by the same words.
func (l *lexicon) addPhrases(all []kg.Predicate) {
	known := maps.Clone(l.phrases)
	add := func(p kg.Predicate, phrases []string, s sense) {
		for _, phrase := range phrases {
			phrase = strings.ReplaceAll(phrase, "…", " ") // [grammar.drawnTogether] puts an object behind
			if _, ok := known[keyOf(strings.Fields(strings.ToLower(phrase)))]; !ok {
				l.addOf(p, phrase, s)
			}
		}
	}
	for _, p := range all {
		add(p, p.Asking.Phrases, sense{id: p.ID})
	}
	for _, p := range all {
		add(p, p.Asking.UnsurePhrases, sense{id: p.ID, unsure: true})
	}
}
