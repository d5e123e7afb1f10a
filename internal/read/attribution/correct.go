package attribution

import (
	"slices"

	"sayso/internal/kg"
)

// quotedAs moves "saying" of "was quoted as saying by the agency that …" from the content to the cue, and leaves the
// agency out of both.
func (f cueReader) quotedAs(s *Statement) {
	d, i := f.d, s.Tokens[0][0]
	if i == 0 || !quotedSaying[d.Lower(i)] || d.Lower(i-1) != "as" || i+1 >= s.Tokens[0][1] {
		return
	}
	first := i + 1
	if d.Lower(first) == "by" {
		for first < s.Tokens[0][1]-1 && d.Lower(first) != "that" && d.Tokens[first].Text != "," &&
			d.Tokens[first].Text != ":" {
			first++
		}
	}
	s.Tokens[0][0] = first
	if k := len(s.Cue) - 1; s.Cue[k][1] <= d.Tokens[i].Start {
		s.Cue[k][1] = d.Tokens[i].End
	}
}

// quotedTail takes "saying by the agency" off the end of what "was quoted as saying by the agency" gives.
func (f quotations) quotedTail(s *Statement) {
	d, k := f.d, len(s.Tokens)-1
	if k < 1 {
		return
	}
	i := s.Tokens[k][0]
	said := i > s.CueToken && quotedSaying[d.Lower(i)] && d.Lower(i-1) == "as"
	if said && i+1 < s.Tokens[k][1] && d.Lower(i+1) == "by" && !f.finite(s.Tokens[k]) {
		s.Tokens = s.Tokens[:k]
	}
}

// nameBesideVerb corrects a source that begins with the end of what was said: in "…, a port, spokesman X said" it is
// X's words alone, and the port belongs to the content.
func (f sources) nameBesideVerb(s *Statement) {
	src := s.SourceToken
	if src < 0 || src > s.CueToken {
		return
	}
	name := f.besideVerb(src, s.CueToken)
	if name == src {
		return
	}
	s.SourceToken = name
	source := f.tokens(s.Source)
	first, end := source[0][0], source[len(source)-1][1]
	cut := name
	for cut > first && f.d.Tokens[cut-1].Text != "," {
		cut--
	}
	k := len(s.Tokens) - 1
	for k >= 0 && s.Tokens[k][1] > first {
		k--
	}
	if cut == first || k < 0 || !f.separatedOnly(s.Tokens[k][1], first) {
		return
	}
	s.Tokens[k][1] = cut
	s.Source = []kg.Span{f.d.Trimmed(cut, end)}
}

// separatedOnly reports whether nothing but punctuation stands between two tokens.
func (f sources) separatedOnly(from, to int) bool {
	for i := from; i < to; i++ {
		if f.d.Ink(i) && f.d.Tokens[i].Pos != "PUNCT" {
			return false
		}
	}
	return from <= to
}

// dropAddressee takes whom it was said to out of the content: "…, X told the agency Y on Monday".
func (f sources) dropAddressee(s *Statement) {
	k := len(s.Tokens) - 1
	if k < 1 || s.Tokens[k][0] != s.CueToken+1 || s.Tokens[0][0] > s.CueToken || !f.words.verbs[s.Lemma].takes("t") {
		return
	}
	for i := s.Tokens[k][0]; i < s.Tokens[k][1]; i++ {
		if f.d.Quoted[i] >= 0 || f.d.Tokens[i].Dep == "mark" {
			return
		}
	}
	s.Tokens = s.Tokens[:k]
}

// addressee takes the name of whom it was said to off the front of a clause with "that".
func (f sources) addressee(s *Statement) {
	i := s.Tokens[0][0]
	k := f.cast.At[i]
	if f.objectBefore(s, i) || i != s.CueToken+1 || k < 0 || !f.words.verbs[s.Lemma].takes("t") ||
		f.cast.Mentions[k].Type == kg.Place {
		return
	}
	if that := f.cast.Mentions[k].End; that < s.Tokens[0][1]-1 && f.d.Lower(that) == "that" && f.d.Quoted[i] < 0 {
		s.Tokens[0][0] = that
	}
}

// objectBefore takes the noun phrase to which it was said off the front of a clause without "that", and reports
// whether there is one: "told the court he had paid".
func (f sources) objectBefore(s *Statement, i int) bool {
	d, v := f.d, s.CueToken
	if i != v+1 || !f.words.verbs[s.Lemma].takes("t") || d.Quoted[i] >= 0 || !d.Verb(v) {
		return false
	}
	o := d.Child(v, "dobj", "dative")
	if o < 0 || d.Left[o] != i {
		return false
	}
	for _, c := range append(d.All(v, "ccomp"), d.All(o, "relcl")...) {
		x := d.Child(c, "nsubj", "nsubjpass")
		if first := d.Left[c]; first > o && x >= first && x < c && d.Tokens[first].Tag[0] != 'W' && s.Holds(c) {
			s.Tokens[0][0] = first
			return true
		}
	}
	return false
}

// subjectSource makes the source of what the grammar shows to be one: the subject of an active cue, or of "was quoted
// as saying", that was taken for a part of the content.
func (f sources) subjectSource(s *Statement) {
	d, v := f.d, s.CueToken
	if s.SourceToken >= 0 || !d.Verb(v) || len(s.Tokens) < 2 {
		return
	}
	if s.Tokens[0][1] > v || d.Quoted[s.Tokens[0][0]] >= 0 || f.finite(s.Tokens[0]) {
		return
	}
	sub, _ := f.subject(v)
	if citing[d.Lemma(v)] && v+1 < len(d.Tokens) && d.Lower(v+1) == "as" {
		sub = max(sub, d.Child(v, "nsubjpass"))
	} else if d.Child(v, "auxpass", "nsubjpass", "agent") >= 0 {
		return
	}
	if q, _, known := f.cueOf(v); !known || q.kind != kg.Speech {
		return
	}
	if sub < 0 || sub > v || !within(s.Tokens[:1], sub) || !f.noun(sub) {
		return
	}
	s.SourceToken = sub
	s.Source = []kg.Span{d.Trimmed(s.Tokens[0][0], s.Tokens[0][1])}
	s.Tokens = s.Tokens[1:]
}

// noun reports whether a token is a noun, a name or a pronoun.
func (f view) noun(i int) bool {
	p := f.d.Tokens[i].Pos
	return p == "NOUN" || p == "PROPN" || p == "PRON"
}

// participle takes the main clause out of the content of a cue that only describes a noun: in "the islands, claimed by
// X, were visited" what is claimed is the islands.
func (f cueReader) participle(s *Statement) {
	d, v := f.d, s.CueToken
	h := d.Tokens[v].Head
	if d.Tokens[v].Tag != "VBN" || d.Tokens[v].Dep != "acl" || h >= v || d.Child(v, "agent") < 0 ||
		!d.Verb(d.Tokens[h].Head) {
		return
	}
	main := d.Tokens[h].Head
	if main < v || len(s.Tokens) < 2 {
		return
	}
	s.Tokens = slices.DeleteFunc(s.Tokens, func(r [2]int) bool { return r[0] <= main && main < r[1] })
}

// nounSubject ends what a noun says before the verb that the noun is the subject of: "X's claim that … is false".
func (f sources) nounSubject(s *Statement) {
	d, v := f.d, s.CueToken
	main := d.Tokens[v].Head
	if !d.Noun(v) || d.Tokens[v].Dep != "nsubj" && d.Tokens[v].Dep != "nsubjpass" || main < v || len(s.Tokens) == 0 {
		return
	}
	r := &s.Tokens[len(s.Tokens)-1]
	if r[0] <= v || main <= r[0] || main >= r[1] {
		return
	}
	cut := main
	for cut > r[0]+1 && d.Tokens[cut-1].Head == main && d.Tokens[cut-1].Dep != "nsubj" &&
		d.Tokens[cut-1].Dep != "nsubjpass" {
		cut--
	}
	r[1] = cut
}
