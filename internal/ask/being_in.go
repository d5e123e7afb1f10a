package ask

import "strings"

// beingIn reads "is Montenegro in NATO", "is Donetsk in Russia": it may lie in it, be a part of it, or its member.
func (r deedReader) beingIn() []Question {
	words, at := r.words, indexOf(r.words, "in")
	if r.kind != askWhether || !r.cased || !beForms[words[0].low] || at < 2 || at+1 >= len(words) {
		return nil
	}
	who, in := r.phrase(words[1:at]), r.phrase(words[at+1:])
	if !who.named(true) || !in.named(true) || who.junk+in.junk > 0 {
		return nil
	}
	q := r.question(WhoDid, 0.85)
	q.Actor, q.Target = who.text, in.text
	for _, phrase := range waysToBeIn {
		for _, s := range r.lex.phrases[keyOf(phrase)] {
			q.Predicates = append(q.Predicates, s.id)
		}
	}
	return []Question{q}
}

// waysToBeIn are the phrases of the vocabulary that "in" may stand for.
var waysToBeIn = func() (out [][]string) {
	for _, e := range entriesOf("waysToBeIn") {
		out = append(out, strings.Fields(e))
	}
	return out
}()
