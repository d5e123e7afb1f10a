package attribution

import "sayso/internal/kg"

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

// dropAddressee takes whom it was said to out of the content: "…, X told the agency Y on Monday".
func (f *finder) dropAddressee(s *Statement) {
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
