package attribution

import (
	"sayso/internal/kg"
	"sayso/internal/read/tagger"
)

// tagged turns an attribution that the tagger found into a statement; it is false where its words are no tokens of a sentence.
func (f *finder) tagged(a tagger.Attribution) (Statement, bool) {
	cue, content := f.tokens(a.Cue), f.tokens(a.Content)
	v := f.top(cue)
	if v < 0 || len(content) == 0 || !f.readable(v) {
		return Statement{}, false
	}
	s := Statement{Source: a.Source, Cue: a.Cue, Tokens: content, CueToken: v, Main: v, Lemma: f.d.Lemma(v), Confidence: a.Score,
		SourceToken: f.top(f.tokens(a.Source))}
	if up := f.d.Tokens[v].Head; f.d.Noun(v) && f.d.Tokens[v].Dep == "dobj" && f.d.Verb(up) {
		s.Main = up
	}
	f.quotedAs(&s)
	f.nameBesideVerb(&s)
	s.Root = f.root(s)
	f.judge(&s, cue)
	return s, true
}

// tokens gives the tokens of spans, without blanks at the ends.
func (f *finder) tokens(spans []kg.Span) [][2]int {
	var out [][2]int
	for _, sp := range spans {
		first := f.d.TokenAt(sp[0])
		end := first
		for end < len(f.d.Tokens) && f.d.Tokens[end].Start < sp[1] {
			end++
		}
		for end > first && !f.d.Ink(end-1) {
			end--
		}
		for first < end && !f.d.Ink(first) {
			first++
		}
		if end > first {
			out = append(out, [2]int{first, end})
		}
	}
	return out
}

// tops lists the tokens of ranges that hang on none of the others.
func (f *finder) tops(ranges [][2]int) []int {
	var out []int
	for _, r := range ranges {
		for i := r[0]; i < r[1]; i++ {
			if h := f.d.Tokens[i].Head; (h == i || !within(ranges, h)) && f.d.Ink(i) && f.d.Tokens[i].Dep != "punct" {
				out = append(out, i)
			}
		}
	}
	return out
}

func within(ranges [][2]int, i int) bool {
	for _, r := range ranges {
		if r[0] <= i && i < r[1] {
			return true
		}
	}
	return false
}

// top is the first of the tops that is a verb, a noun or a pronoun, or the first of all; -1 for none.
func (f *finder) top(ranges [][2]int) int {
	tops := f.tops(ranges)
	for _, i := range tops {
		if p := f.d.Tokens[i].Pos; p == "VERB" || p == "NOUN" || p == "PROPN" || p == "PRON" {
			return i
		}
	}
	if len(tops) == 0 {
		return -1
	}
	return tops[0]
}

// quotedAs moves "saying" of "was quoted as saying by the agency that …" from the content to the cue, and leaves the agency out of both.
func (f *finder) quotedAs(s *Statement) {
	d, i := f.d, s.Tokens[0][0]
	if i == 0 || d.Lower(i) != "saying" || d.Lower(i-1) != "as" || i+1 >= s.Tokens[0][1] {
		return
	}
	first := i + 1
	if d.Lower(first) == "by" {
		for first < s.Tokens[0][1]-1 && d.Lower(first) != "that" && d.Tokens[first].Text != "," && d.Tokens[first].Text != ":" {
			first++
		}
	}
	s.Tokens[0][0] = first
	if k := len(s.Cue) - 1; s.Cue[k][1] <= d.Tokens[i].Start {
		s.Cue[k][1] = d.Tokens[i].End
	}
}

// nameBesideVerb corrects a source that begins with the end of what was said: in "…, a port, spokesman X said" it is X's words alone, and
// the port belongs to the content.
func (f *finder) nameBesideVerb(s *Statement) {
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

// separatedOnly tells whether nothing but punctuation stands between two tokens.
func (f *finder) separatedOnly(from, to int) bool {
	for i := from; i < to; i++ {
		if f.d.Ink(i) && f.d.Tokens[i].Pos != "PUNCT" {
			return false
		}
	}
	return from <= to
}

// root is the main verb of the content, -1 when it has none.
func (f *finder) root(s Statement) int {
	tops := f.tops(s.Tokens)
	for _, want := range []func(i int) bool{
		func(i int) bool { return f.d.Tokens[i].Head == s.CueToken && f.clausal(i) },
		f.clausal,
	} {
		for _, i := range tops {
			if want(i) {
				return i
			}
		}
	}
	for _, i := range tops { // behind a preposition: "of doing"
		if x := f.d.Child(i, "pcomp"); x >= 0 && s.Holds(x) {
			return x
		}
		for _, p := range f.d.All(i, "prep") {
			if x := f.d.Child(p, "pcomp"); x >= 0 && s.Holds(x) && f.d.Lower(p) == "of" {
				return x
			}
		}
	}
	return -1
}

// clausal tells whether a token is the verb of a clause.
func (f *finder) clausal(i int) bool {
	t := f.d.Tokens[i]
	switch {
	case t.Pos != "VERB" && t.Pos != "AUX":
		return false
	case t.Tag == "VBN" && t.Dep == "amod":
		return false
	}
	return true
}
