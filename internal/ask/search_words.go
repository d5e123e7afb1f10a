package ask

import (
	"slices"
	"strings"

	"sayso/internal/kg"
)

// Limits of what is searched for in place of a question.
const (
	mostSearched      = 12 // names and words of the question
	mostOtherVerbs    = 6  // verbs that say what was asked for, beside the question's own
	shortestBeginning = 4  // letters of a word that stand for all its forms
)

// searchFor writes the names of a question, its other words that are no grammar in any of their forms, and verbs that
// say what was asked for. Any of them may be found.
func (a *Asker) searchFor(words []token, asked []kg.PredicateID) string {
	var out []string
	add := func(term string) {
		if term != "" && !slices.Contains(out, term) {
			out = append(out, term)
		}
	}
	for i := 0; i < len(words) && len(out) < mostSearched; i++ {
		name := func(k int) bool { return words[k].name && !asks[words[k].low] && !isAuxiliary(words[k].low) }
		end := i + 1
		for name(i) && end < len(words) && name(end) && !words[end-1].comma {
			end++
		}
		if text := textOf(words[i:end]); end > i+1 {
			add(`"` + text + `"`)
			add(textOf(words[end-1 : end])) // a person is called by the surname behind the first mention
		} else if name(i) {
			add(text)
		} else if content(words[i]) {
			add(allForms(words[i].low, words[i].stem, text))
		}
		i = end - 1
	}
	for n, verb := range a.verbsOf(asked) {
		if n == mostOtherVerbs {
			break
		}
		add(allForms(verb, stemOf(verb), verb))
	}
	return strings.Join(out, " OR ")
}

// allForms writes a word by its beginning, where its forms share one: perform* finds performed and performance. The
// last letter of a stem may be written otherwise: that of dismiss ends in z.
func allForms(low, stem, text string) string {
	begins, of := []rune(low), []rune(stem)
	n := 0
	for n < len(of) && n < len(begins) && of[n] == begins[n] {
		n++
	}
	if n < max(shortestBeginning, len(of)-1) {
		return text
	}
	return string(of[:n]) + "*"
}

// verbsOf gives the verbs by which the reader's patterns say one of some predicates, without those of several words.
func (a *Asker) verbsOf(asked []kg.PredicateID) (out []string) {
	for _, id := range asked {
		p, _ := a.vocabulary.Get(id)
		for _, phrase := range p.VerbPhrases {
			if !strings.Contains(phrase, " ") {
				out = append(out, phrase)
			}
		}
	}
	return out
}
