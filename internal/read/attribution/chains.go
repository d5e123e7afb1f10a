package attribution

import (
	"slices"

	"sayso/internal/kg"
)

// chains goes back from an outlet to whom it cites: in "A said, citing B, which cited C, that …" the words are C's, via
// B and A, the nearest to the speaker first.
func (f *finder) chains() {
	d := f.d
	cited := map[int]bool{}
	for v := range d.Tokens {
		if !citing[d.Lemma(v)] || !d.Verb(v) || d.Sentence[v] < 0 || d.Quoted[v] >= 0 || d.Tokens[v].Tag == "VBN" {
			continue
		}
		o := d.Child(v, "dobj")
		if o < 0 {
			continue
		}
		if k := f.citer(v); k >= 0 && f.voices().hasVoice(o) {
			f.voices().passBack(&f.found[k], v, o)
			cited[v] = true
		}
	}
	f.found = slices.DeleteFunc(f.found, func(s Statement) bool { return cited[s.CueToken] && len(s.Quotes) == 0 })
}

// citer finds the statement of the outlet that cites somebody by verb v; -1 for none.
func (f *finder) citer(v int) int {
	d := f.d
	for k := range f.found {
		s := &f.found[k]
		if s.Kind != kg.Speech || s.CueToken == v || s.CueToken < 0 || d.Sentence[s.CueToken] != d.Sentence[v] {
			continue
		}
		if s.Holds(v) && s.Tokens[0][0] != v {
			continue
		}
		outlet, ok := f.voices().outletOf(s.SourceToken)
		if !ok && !f.voices().press(s.SourceToken) {
			continue
		}
		if by := f.voices().citing(v); by >= 0 && by != s.SourceToken {
			if other, same := f.voices().outletOf(by); !same || other != outlet {
				continue
			}
		}
		return k
	}
	return -1
}

// hasVoice reports whether a noun stands for somebody who speaks; with "citing a report" the outlet stays the one
// named.
func (f voices) hasVoice(i int) bool {
	if _, named := f.speaker(i, 0); named {
		return true
	}
	return f.somebody(i)
}

// passBack makes a statement of an outlet one of whom it cites by verb v, the noun o, via the outlet.
func (f voices) passBack(s *Statement, v, o int) {
	if outlet, ok := f.outletOf(s.SourceToken); ok {
		s.Via = slices.Insert(s.Via, 0, outlet)
	}
	f.cutCited(s, v, o)
	s.SourceToken, s.Source = o, nil
	s.Source = f.sources().sourceSpan(*s)
}

// press reports whether a source is outlets without a name: "local media".
func (f voices) press(i int) bool {
	return i >= 0 && f.cast.At[i] < 0 && press[f.d.Lower(i)]
}

// citing is who cites by verb v: its subject, or the noun that its relative clause hangs on; -1 when it shares that of
// another verb.
func (f voices) citing(v int) int {
	d := f.d
	s := d.Child(v, "nsubj")
	if s >= 0 && d.Tokens[s].Tag[0] == 'W' && d.Tokens[v].Dep == "relcl" {
		return d.Tokens[v].Head
	}
	return s
}

// somebody reports whether a noun stands for people without a name: "two officials", "a source in the ministry".
func (f voices) somebody(i int) bool {
	return f.d.Noun(i) && f.cast.At[i] < 0 && f.personNoun(i)
}

// whichCited corrects "According to the agency, which cited X, …", where all of it was taken for what was cited: the
// words are X's, via the agency.
func (f voices) whichCited(s *Statement) {
	d, v := f.d, s.CueToken
	if !citing[d.Lemma(v)] || d.Sentence[v] < 0 || s.SourceToken < 0 {
		return
	}
	if d.Tokens[s.SourceToken].Tag != "WDT" || len(s.Tokens) != 1 || s.Tokens[0][0] != v+1 {
		return
	}
	sent := d.Sentences[d.Sentence[v]]
	outlet, ok := f.outletOf(s.SourceToken)
	if !ok || !accordingTo[d.Lower(sent.First)] {
		return
	}
	first := v + 1
	for first < s.Tokens[0][1] && d.Tokens[first].Text != "," {
		first++
	}
	cited := [2]int{v + 1, first}
	if first+1 >= s.Tokens[0][1] || !f.nounPhrase(cited[0], cited[1]) || !f.asserts([2]int{first + 1, s.Tokens[0][1]}) {
		return
	}
	s.addVia(outlet)
	s.Tokens[0][0] = first + 1
	s.SourceToken, s.Source = f.top([][2]int{cited}), []kg.Span{d.Trimmed(cited[0], cited[1])}
	s.Cue = []kg.Span{d.Span(sent.First, sent.First+2)}
	s.CueToken, s.Main, s.Lemma = sent.First, sent.First, d.Lemma(sent.First)
}

// outletOf names the outlet that a noun phrase or a relative pronoun stands for: "Tass", "the state agency Tass",
// "which", "the daily".
func (f voices) outletOf(i int) (string, bool) {
	if i < 0 {
		return "", false
	}
	if a, ok := f.cast.Who(i); ok {
		return a.Name, a.Kind == "outlet"
	}
	d := f.d
	if det := d.Child(
		i,
		"det",
	); det < 0 || d.Lower(det) != "the" || d.Tokens[i].Tag != "NN" ||
		f.cast.Words.Class(d.Lemma(i), d.Lower(i)) != "outlet" {
		return "", false
	}
	for j := i - 1; j >= 0 && d.Paragraph(i)-d.Paragraph(j) <= 1; j-- { // "the daily" is the one that the text has named
		if k := f.cast.At[j]; k >= 0 && f.cast.Mentions[k].Kind == "outlet" {
			return f.cast.Mentions[k].Name, true
		}
	}
	return "", false
}

// cutCited takes "citing X" off the start of a content whose clause follows with "that".
func (f voices) cutCited(s *Statement, v, o int) {
	if s.Tokens[0][0] != v {
		return
	}
	for i := o + 1; i < s.Tokens[0][1]; i++ {
		if f.d.Lower(i) == "that" && f.d.Tokens[i-1].Text == "," {
			s.Tokens[0][0] = i
			s.Content[0] = f.d.Trimmed(i, s.Tokens[0][1])
			return
		}
	}
}

func (f voices) outletAt(i int) bool {
	return i >= 0 && f.cast.At[i] >= 0 && f.cast.Mentions[f.cast.At[i]].Kind == "outlet"
}

// quotedSaying corrects "…, the agency quoted X as saying" and "the agency quoted X as saying that …": the words are
// X's, via the agency. What is said stands behind, or before the comma that the agency follows.
func (f quotations) quotedSaying(s *Statement) {
	d, v := f.d, s.CueToken
	if !citing[d.Lemma(v)] || !d.Verb(v) || d.Child(v, "auxpass") >= 0 || s.SourceToken < 0 || len(s.Tokens) == 0 {
		return
	}
	o, saying := d.Child(v, "dobj"), f.sayingBehind(v)
	if saying < 0 || s.SourceToken >= v {
		return
	}
	if o < 0 || o > saying {
		o = saying - 2
		if k := f.cast.At[o]; k < 0 {
			return
		}
	}
	sent := d.Sentences[d.Sentence[v]]
	content := [2]int{saying + 1, f.sentenceEnd(sent.End)}
	if f.inked(content[0], content[1]) == 0 {
		src := f.tokens(s.Source)
		if len(src) == 0 || src[0][0] <= sent.First+1 || d.Tokens[src[0][0]-1].Pos != "PUNCT" {
			return
		}
		content = [2]int{sent.First, src[0][0] - 1}
	}
	if k := f.cast.At[s.SourceToken]; k >= 0 {
		s.addVia(f.cast.Mentions[k].Name)
	}
	s.Tokens, s.SourceToken, s.Source = [][2]int{content}, o, []kg.Span{d.Trimmed(v+1, saying-1)}
	s.Cue = []kg.Span{d.Span(v, v+1), d.Span(saying-1, saying+1)}
}

// longestTail is how many tokens from its end a source is looked for in what is said.
const longestTail = 40

// cutSources cuts ", citing a source" off the end of what is said where it tells how an outlet knows.
func (f voices) cutSources(s *Statement) {
	d := f.d
	last := len(s.Tokens) - 1
	if s.CueToken < 0 || last < 0 {
		return
	}
	for i := max(s.Tokens[last][0]+2, s.Tokens[last][1]-longestTail); i < s.Tokens[last][1]; i++ {
		if citing[d.Lemma(i)] && d.Tokens[i].Tag == "VBG" && d.Tokens[i-1].Text == "," && d.Quoted[i] < 0 &&
			f.outletAt(s.SourceToken) {
			s.Tokens[last][1] = i - 1
			return
		}
	}
}

// cutGovernor cuts off the end of what is said the clause by which somebody else reports all of it: "X said the port
// was shut, the agency reported".
func (f *finder) cutGovernor(s *Statement) {
	d := f.d
	if s.CueToken < 0 || d.Tokens[s.Main].Dep != "ccomp" {
		return
	}
	up, k := d.Tokens[s.Main].Head, len(s.Tokens)-1
	if k < 0 || up < s.CueToken || !s.Holds(up) || !f.words.Speech(d.Lemma(up)) {
		return
	}
	by, _ := f.sources().subject(up)
	switch first := s.Tokens[k][0]; {
	case by < 0 || by > up:
	case d.Left[by] == first && k > 0:
		s.Tokens = s.Tokens[:k]
	case d.Left[by] > first+1 && d.Tokens[d.Left[by]-1].Text == ",":
		s.Tokens[k][1] = d.Left[by] - 1
		f.quotations().wholeQuotes(s)
	}
}

// cutTails cuts ", the agency reported" off the end of what somebody else is quoted with in the same sentence.
func (f *finder) cutTails() {
	d := f.d
	for k := range f.found {
		s := &f.found[k]
		f.voices().cutSources(s)
		f.cutGovernor(s)
		if s.CueToken < 0 {
			continue
		}
		for n := range f.found {
			if cue := f.found[n].CueToken; cue < 0 || cue == s.CueToken || !s.Holds(cue) || !f.found[n].Holds(s.CueToken) ||
				!f.voices().outletAt(f.found[n].SourceToken) {
				continue
			}
			o := f.found[n]
			if o.Source == nil {
				o.Source = f.sources().sourceSpan(o)
			}
			src := f.tokens(o.Source)
			if len(src) == 0 {
				continue
			}
			tail := min(src[0][0], o.CueToken) // "the agency reported", "according to the agency"
			if !s.Holds(tail) || tail == 0 || d.Tokens[tail-1].Text != "," {
				continue
			}
			for at, r := range s.Tokens {
				if cut := tail - 1; r[0] < cut && cut < r[1] && d.Quoted[cut] < 0 {
					s.Tokens[at][1] = cut
					s.Root = f.root(*s)
				}
			}
		}
	}
}
