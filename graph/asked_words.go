package graph

import (
	"slices"
	"strings"

	"sayso/internal/ask"
	"sayso/internal/kg"
)

// having is the condition that a statement has words.
func having(words string) string { return "quote: {exact: {contains: " + graphString(words) + "}}" }

// inWords is the condition that a statement has each of some words, in any inflection and order.
func inWords(about string) string {
	var all []string
	for _, stem := range ask.ContentStems(about) {
		all = append(all, "{quote: {exact: {contains: "+graphString(stem)+", ignoreCase: true}}}")
	}
	if len(all) == 0 {
		return ""
	}
	return "and: [" + strings.Join(all, ", ") + "]"
}

// mostWords is how many words for a deed are looked for in what is denied.
const mostWords = 16

// wordsOf is the condition that a claim's words tell of a deed.
func (w *askedWriter) wordsOf(ids []kg.PredicateID) string {
	var words []string
	for _, id := range ids {
		p, _ := w.vocabulary.Get(id)
		for _, word := range append([]string{p.Label}, p.Synonyms...) {
			word, _, _ = strings.Cut(strings.TrimPrefix(strings.TrimPrefix(word, "is "), "was "), " ")
			stem := strings.TrimSuffix(strings.TrimSuffix(word, "ing"), "ed")
			if len(stem) > 2 && !slices.Contains(words, stem) && len(words) < mostWords {
				words = append(words, stem)
			}
		}
	}
	if len(words) == 0 {
		return ""
	}
	for i, word := range words {
		words[i] = "{text: {contains: " + graphString(word) + "}}"
	}
	return "or: [" + strings.Join(words, ", ") + "]"
}
