package vocabulary

import (
	"slices"
	"strings"
)

// notAsked are the kinds of objects that no question names: amounts, what is denied, nothing.
var notAsked = []string{"measure", "figure", "denied", "deed", "none", "matter", "any", "through", "undertaking"}

// noPhrase are the places of an object that are no words behind the verb.
var noPhrase = []string{"clause", "dative", "inner", "inner-verb", "inner-with", "inner-on", "inner-against",
	"inner-to", "inner-for", "poss", "attr", "nsubj", "npadvmod", "thatsubject",
	"nummod", "acomp", "compound", "none"}

// verbPhrases gives the words by which the patterns say an entry, verb first, in their base forms: "fire on", "pay
// visit to". Patterns that ask for more than verb, particle, noun and preposition give none.
func (e Entry) verbPhrases() []string {
	var out []string
	for _, p := range e.Patterns {
		if p.asksForMore() || slices.Contains(notAsked, p.Need) {
			continue
		}
		for _, slot := range p.Object {
			for _, said := range p.phrasesBefore(slot) {
				if !slices.Contains(out, said) {
					out = append(out, said)
				}
			}
		}
	}
	return out
}

// asksForMore reports whether a pattern holds only where words stand that a phrase before the object has no place for,
// or where the object stands in front.
func (p Pattern) asksForMore() bool {
	words := len(p.As) + len(p.Called) + len(p.Modified) + len(p.In) + len(p.Against) + len(p.WithNoun) + len(p.WithAny) +
		len(p.Infinitive) + len(p.With)
	marks := []bool{p.AsPartOf, p.Negated, p.Passive, p.Stative, p.Swapped, p.DobjAny}
	return words > 0 || slices.Contains(marks, true)
}

// phrasesBefore lists what stands before an object in a place.
func (p Pattern) phrasesBefore(slot string) []string {
	if slices.Contains(noPhrase, slot) || slot == "dobj" && len(p.Light) > 0 {
		return nil
	}
	if slot == "dobj" {
		slot = ""
	}
	var out []string
	for _, verb := range p.Verb {
		for _, particle := range orNothing(p.Particle) {
			for _, light := range orNothing(p.Light) {
				out = append(out, strings.Join(strings.Fields(strings.Join([]string{verb, particle, light, slot}, " ")), " "))
			}
		}
	}
	return out
}

func orNothing(words []string) []string {
	if len(words) == 0 {
		return []string{""}
	}
	return words
}
