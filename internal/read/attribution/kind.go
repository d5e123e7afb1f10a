package attribution

import (
	"sayso/internal/kg"
	"sayso/internal/read/layout"
)

// judge decides whether a statement is speech or a stance, and with what modality its cue gives it. Speech has a
// source, a cue of saying and a proposition or quoted words.
func (f cueReader) judge(s *Statement, cue [][2]int) {
	q := f.cueWords(s.CueToken, cue)
	s.Kind, s.Modality = q.kind, q.modality
	passive := f.d.Tokens[s.CueToken].Tag == "VBN" && f.d.Child(s.CueToken, "auxpass") >= 0
	if s.SourceToken < 0 && q.kind == kg.Speech && q.modality == kg.Asserted && passive && !reckoning[s.Lemma] {
		s.Modality = kg.Hedged // "is reported to have …", "it has been claimed that …"
	}
	if f.d.Child(s.CueToken, "neg") >= 0 || s.SourceToken < 0 && !f.saidByNobody(*s, q) || !f.proposes(*s, q) {
		s.Kind = kg.Stance
	}
}

// saidByNobody reports whether a passive gives a proposition of which only who says it is left out: "it is alleged that
// …", "is estimated to be worth …", "is accused of …ing".
func (f cueReader) saidByNobody(s Statement, q cue) bool {
	v := s.CueToken
	if q.kind != kg.Speech || q.modality == kg.Ordered || s.Root < 0 {
		return false
	}
	if f.d.Tokens[v].Tag != "VBN" || f.d.Child(v, "auxpass") < 0 {
		return false
	}
	if q.takes("o") {
		return f.d.Tokens[s.Root].Tag == "VBG"
	}
	return q.takes("c") && (f.infinitiveAt(s.Root) || f.d.Child(s.Root, "nsubj", "nsubjpass", "expl") >= 0)
}

// proposes reports whether a content is a proposition: a clause, "of doing", an infinitive where the cue takes one,
// what a thing is pointed to as or called, or the words before the source of a title, which often lack their verb.
func (f cueReader) proposes(s Statement, q cue) bool {
	switch {
	case s.Root < 0:
		title := f.d.Kind(s.CueToken) == layout.Headline && s.Tokens[0][0] < s.CueToken
		return title || q.takes("n") || q.takes("d") && (f.calls(s.CueToken) || f.callsAtEnd(s))
	case f.infinitiveAt(s.Root):
		return q.takes("i") != (s.SourceToken < 0 && q.takes("c")) // "is said to be", and not "is asked to be"
	}
	return true
}

// calls reports whether a verb says what its object is: "called the plan reckless", "described X as a thief".
func (f cueReader) calls(v int) bool {
	d := f.d
	o := d.Child(v, "dobj")
	if o < v {
		return false
	}
	if d.Child(v, "oprd") > o {
		return true
	}
	for _, p := range d.All(v, "prep") {
		if p > o && d.Lower(p) == "as" {
			return true
		}
	}
	return false
}

// callsAtEnd reports whether what something is called ends a content, where the parser hung it on what stands between:
// "called the charges against X unfounded".
func (f cueReader) callsAtEnd(s Statement) bool {
	d := f.d
	r := s.Tokens[len(s.Tokens)-1]
	last := r[1] - 1
	for last > r[0] && !d.Ink(last) {
		last--
	}
	o := d.Child(s.CueToken, "dobj")
	if t := d.Tokens[last]; t.Head > last || t.Dep != "amod" || t.Tag != "JJ" && t.Tag != "VBN" {
		return false
	}
	return r[0] == s.CueToken+1 && o >= r[0] && o < last
}

// infinitiveAt reports whether a verb is a "to" infinitive.
func (f cueReader) infinitiveAt(v int) bool {
	aux := f.d.Child(v, "aux")
	return aux >= 0 && f.d.Lower(aux) == "to" && f.d.Child(v, "nsubj", "nsubjpass") < 0
}

// cueWords looks a cue up: its verb with a particle, its noun, or its verb alone. Words that are not listed say
// nothing.
func (f cueReader) cueWords(v int, words [][2]int) cue {
	d := f.d
	q, _, known := f.cueOf(v)
	for _, r := range words {
		for i := r[0]; i < r[1]; i++ {
			if n, ok := f.words.nouns[d.Lemma(i)]; ok && d.Noun(i) &&
				(i == v || d.Tokens[i].Head == v && d.Tokens[i].Dep == "dobj") {
				if i == v || !known {
					return n
				}
				if n.modality != kg.Asserted {
					q.modality = n.modality
				}
				return q
			}
		}
	}
	switch {
	case known:
		return q
	case accordingTo[d.Lower(v)]:
		return cue{kind: kg.Speech, modality: kg.Asserted}
	}
	return cue{kind: kg.Stance, modality: kg.Asserted}
}

// quotable reports whether a statement with quoted words can be speech: its cue says something, all of its words are
// quoted, or beside a verb that is no cue a whole piece of it.
func (f quotations) quotable(s Statement) bool {
	if s.CueToken < 0 || s.SourceToken < 0 {
		return false
	}
	q, _, known := f.cueOf(s.CueToken)
	if known && q.kind == kg.Speech {
		return true
	}
	all, utterance := true, false
	for _, r := range s.Tokens {
		quoted := f.d.Quoted[r[0]] >= 0
		all = all && quoted
		utterance = utterance || quoted && f.inked(r[0], r[1]) >= fewestWords
	}
	return known && all || !known && utterance
}

// fewestWords is how many quoted words make an utterance beside a verb that is no cue: "voted “yes”" says nothing.
const fewestWords = 3
