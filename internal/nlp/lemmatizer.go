package nlp

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// lemmatizer finds dictionary forms by rules for endings, checked against a list of known forms, with a table of
// exceptions; all of them by part of speech in lower case.
type lemmatizer struct {
	rules      map[string][][2]string
	exceptions map[string]map[string][]string
	index      map[string]string // known forms, sorted by bytes, one a line
}

func newLemmatizer(rules, exceptions []byte, index map[string]string) (*lemmatizer, error) {
	l := &lemmatizer{index: index}
	if err := json.Unmarshal(rules, &l.rules); err != nil {
		return nil, fmt.Errorf("nlp: the rules for lemmas are not readable: %w", err)
	}
	if err := json.Unmarshal(exceptions, &l.exceptions); err != nil {
		return nil, fmt.Errorf("nlp: the exceptions for lemmas are not readable: %w", err)
	}
	return l, nil
}

// known reports whether word is in the list of forms of a part of speech, by bisecting the text of the list.
func (l *lemmatizer) known(pos, word string) bool {
	list := l.index[pos]
	for list != "" {
		middle := strings.LastIndexByte(list[:len(list)/2], '\n') + 1
		line, rest, _ := strings.Cut(list[middle:], "\n")
		switch c := strings.Compare(word, line); {
		case c == 0:
			return true
		case c > 0:
			list = rest
		default:
			list = list[:middle]
		}
	}
	return false
}

// lemma returns the dictionary form of a word with a part of speech such as "NOUN" and its morphology.
func (l *lemmatizer) lemma(word, pos, morph string) string {
	if pos == "" || pos == "SPACE" || isBaseForm(pos, morph) {
		return lower(word)
	}
	class := strings.ToLower(pos)
	if len(l.rules[class]) == 0 && len(l.exceptions[class]) == 0 && l.index[class] == "" {
		if pos == "PROPN" {
			return word
		}
		return lower(word)
	}
	low := lower(word)
	var forms, unknown []string
	for _, rule := range l.rules[class] {
		stem, ok := strings.CutSuffix(low, rule[0])
		form := stem + rule[1]
		switch {
		case !ok || form == "":
		case l.known(class, form):
			forms = slices.Insert(forms, 0, form)
		case !allLetters(form):
			forms = append(forms, form)
		default:
			unknown = append(unknown, form)
		}
	}
	for _, form := range l.exceptions[class][low] {
		if !slices.Contains(forms, form) {
			forms = slices.Insert(forms, 0, form)
		}
	}
	forms = append(forms, unknown...)
	if len(forms) == 0 {
		return word
	}
	return forms[0]
}

// isBaseForm reports whether morphology says that the word is its own dictionary form.
func isBaseForm(pos, morph string) bool {
	if morph == "" {
		return false
	}
	has := func(feature string) bool {
		return morph == feature || strings.HasPrefix(morph, feature+"|") || strings.HasSuffix(morph, "|"+feature) ||
			strings.Contains(morph, "|"+feature+"|")
	}
	switch {
	case has("VerbForm=Inf"), has("Degree=Pos"):
		return true
	case pos == "NOUN":
		return has("Number=Sing")
	case pos == "VERB":
		return has("VerbForm=Fin") && has("Tense=Pres") && !strings.Contains(morph, "Number=")
	}
	return false
}
