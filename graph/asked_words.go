package graph

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso/internal/ask"
	"sayso/internal/kg"
)

// having is the condition that a statement has words.
func having(words string) string { return "quote: {exact: {contains: " + graphString(words) + "}}" }

// inWords is the condition that a statement has each of some words, in any inflection and order.
func inWords(about string) string {
	return all("{quote: {exact: {contains: ", ask.ContentStems(about), ", ignoreCase: true}}}")
}

// words is the condition that a statement has the words that the question is about, or any of them, in any inflection,
// and a number where one is asked for. It is for questions whose speaker is not looked up first.
func (w *askedWriter) words() string {
	stems := beginnings(w.q.Target + " " + w.q.About)
	between, number := " ", ""
	if w.q.SomeWords {
		between = " OR "
	}
	if w.q.Counted {
		number = "and: [{" + arg("words", ask.Numbers()) + "}]"
	}
	return and(arg("words", strings.Join(stems, between)), number)
}

// beginnings gives what the first of the words of a text that are no grammar begin with, as terms of the search:
// letters and digits alone, since other signs mean something to it.
func beginnings(text string) []string {
	var out []string
	for _, stem := range ask.ContentStems(text) {
		for _, part := range strings.FieldsFunc(stem, separates) {
			if len(out) < mostWords && !slices.Contains(out, part+"*") {
				out = append(out, part+"*")
			}
		}
	}
	return out
}

// articleWithWords is the condition that the article of a statement has each of the names among some words or, where
// there are none, each of the words, in any inflection and order.
func articleWithWords(words string) string {
	names := slices.DeleteFunc(strings.Fields(words), func(w string) bool {
		first, _ := utf8.DecodeRuneInString(w)
		return !unicode.IsUpper(first)
	})
	if len(names) > 0 {
		words = strings.Join(names, " ")
	}
	stems := ask.ContentStems(words)
	if len(stems) == 0 {
		return ""
	}
	return object("article", all("{text: {contains: ", stems, ", ignoreCase: true}}"))
}

// objectInWords is the condition that a claim's object is called so: the words up to the first preposition stand in it,
// and those behind it in a statement ("condemned the arrests in Lipova" has the arrests for its object).
func objectInWords(words string) string {
	head, rest := ask.HeadStems(words)
	if len(head) == 0 {
		return "objectText: {contains: " + graphString(words) + "}"
	}
	object := all("{objectText: {contains: ", head, ", ignoreCase: true}}")
	if len(rest) == 0 {
		return object
	}
	told := all("{quote: {exact: {contains: ", rest, ", ignoreCase: true}}}")
	return strings.TrimSuffix(object, "]") + ", {assertedBy: {some: {statement: {" + told + "}}}}]"
}

// all is the condition that holds when it does so for each of some words, which are written between before and behind;
// it is empty where there are none.
func all(before string, words []string, behind string) string {
	conditions := make([]string, len(words))
	for i, word := range words {
		conditions[i] = before + graphString(word) + behind
	}
	if len(words) == 0 {
		return ""
	}
	return "and: [" + strings.Join(conditions, ", ") + "]"
}

// mostWords is how many words are looked for in what is said or denied.
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

// separates reports whether a rune is in no term of the search.
func separates(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
