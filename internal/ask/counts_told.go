package ask

import (
	"slices"
	"strconv"
	"strings"
)

// toldConfidence is that of what a source said with a number, in place of the number that was asked for.
const toldConfidence = 0.5

// countTold reads a question for a number that names its source, whatever is counted: "By how much did the water fall,
// according to the Met Office?" It is for questions that no family takes.
func (r request) countTold() (Question, bool) {
	n := numberAsked.length(r.words)
	if n == 0 || r.speaker == "" {
		return Question{}, false
	}
	q := r.question(WhatSaid, toldConfidence).withNumber(textOf(r.words[n:]))
	q.Text = q.describe(r.lex)
	return q, q.About != ""
}

// Told gives, for a question for figures that names its source, what that source said with a number and with a word of
// the question or of the deed it asks for, for where no figure answers it. ok is false for other questions.
func (a *Asker) Told(q Question) (told Question, ok bool) {
	if q.Kind != HowMany || q.Speaker == "" {
		return q, false
	}
	words := []string{q.About, q.Actor, q.Target}
	for _, verb := range a.verbsOf(q.Predicates) {
		if len(words) < mostSearched {
			words = append(words, verb)
		}
	}
	told = q.withNumber(strings.Join(words, " "))
	told.Confidence = min(q.Confidence, toldConfidence)
	told.Text = strings.TrimSuffix(q.Text, ".") + ": no figure is given, so what was said with a number and any of " +
		quote(told.About) + "."
	return told, told.About != ""
}

// withNumber gives the question for what the same source said, in the same times, with a number and one of some words.
func (q Question) withNumber(words string) Question {
	q.Kind, q.Predicates, q.Actor, q.Target, q.Topic, q.Negated = WhatSaid, nil, "", "", false, false
	q.About = strings.Join(slices.Compact(contentOf(tokenize(words))), " ")
	q.SomeWords, q.Counted = true, true
	return q
}

// Numbers gives what numbers begin with, and those that are words, as a query of the search.
func Numbers() string {
	var out []string
	for digit := range 10 {
		out = append(out, strconv.Itoa(digit)+"*")
	}
	return strings.Join(append(out, entriesOf("numberWords")...), " OR ")
}
