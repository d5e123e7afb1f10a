package attribution

import (
	"strings"

	"sayso/internal/kg"
)

// doneBy corrects "was accused by X of hiding cracks", where the parser hangs what the accusation is on X: it is no
// part of the source but of the content.
func (f cueReader) doneBy(s *Statement) {
	d := f.d
	if !f.words.verbs[s.Lemma].takes("o") || s.SourceToken < s.CueToken {
		return
	}
	src := f.tokens(s.Source)
	if len(src) == 0 {
		return
	}
	first, end := src[0][0], src[len(src)-1][1]
	for i := first + 1; i+1 < end; i++ {
		if d.Lower(i) != "of" || !strings.HasSuffix(d.Lower(i+1), "ing") {
			continue
		}
		s.Source = []kg.Span{d.Trimmed(first, i)}
		s.Tokens = append(s.Tokens, [2]int{i, f.sentenceEndAt(end, i)})
		s.sortTokens()
		s.SourceToken = f.top([][2]int{{first, i}})
		return
	}
}

// sentenceEndAt is end, or what the subtree of the clause behind "of" at i reaches to, within the sentence.
func (f cueReader) sentenceEndAt(end, i int) int {
	d := f.d
	stop := f.sentenceEnd(d.Sentences[d.Sentence[i]].End)
	return min(max(end, d.Right[i+1]), stop)
}

// accusedBy reads "accused by X of hiding cracks, …" off the participle v.
func (f cueReader) accusedBy(v int) (Statement, bool) {
	d := f.d
	if d.Tokens[v].Tag != "VBN" && d.Tokens[v].Tag != "VBD" || !f.words.verbs[d.Lemma(v)].takes("o") ||
		v+2 >= len(d.Tokens) ||
		d.Lower(v+1) != "by" {
		return Statement{}, false
	}
	sent := d.Sentences[d.Sentence[v]]
	of := -1
	for i := v + 2; i+1 < min(sent.End, v+14) && of < 0 && d.Tokens[i].Text != ","; i++ {
		if d.Lower(i) == "of" && strings.HasSuffix(d.Lower(i+1), "ing") {
			of = i
		}
	}
	if of < v+3 {
		return Statement{}, false
	}
	end := of + 2
	for stop := f.sentenceEnd(sent.End); end < stop && d.Tokens[end].Text != ","; { // whatever the parser makes of it
		end++
	}
	s := Statement{
		Kind:       kg.Speech,
		Modality:   kg.Asserted,
		CueToken:   v,
		Main:       v,
		Lemma:      d.Lemma(v),
		Root:       of + 1,
		Confidence: 0.8,
		SourceToken: f.top(
			[][2]int{{v + 2, of}},
		),
		Source: []kg.Span{d.Trimmed(v+2, of)},
		Cue:    []kg.Span{d.Span(v, v+1)},
		Tokens: [][2]int{{of, end}},
	}
	return s, s.SourceToken >= 0
}

// reportedToHave hedges "X is reported to have said", and corrects its source where that was taken to be "X is
// reported".
func (f cueReader) reportedToHave(s *Statement) {
	d := f.d
	if up := d.Tokens[s.Main].Head; d.Tokens[s.Main].Dep == "xcomp" && d.Child(up, "auxpass") >= 0 &&
		f.words.Speech(d.Lemma(up)) &&
		s.Modality == kg.Asserted {
		s.Modality = kg.Hedged
	}
	v := s.SourceToken
	if v < 0 || !d.Verb(v) || d.Child(v, "auxpass") < 0 || !f.words.Speech(d.Lemma(v)) {
		return
	}
	p := d.Child(v, "nsubjpass", "nsubj")
	src := f.tokens(s.Source)
	if p < 0 || p > v || len(src) == 0 || !within(src, p) {
		return
	}
	s.SourceToken, s.Source = p, []kg.Span{d.Trimmed(src[0][0], max(d.Right[p], p+1))}
}

// nominal reads a statement off a noun that attributes a clause and has an owner: "the allegation by X that …", "X's
// claim that …".
func (f cueReader) nominal(i int) (Statement, bool) {
	d := f.d
	n, ok := f.words.nouns[d.Lemma(i)]
	if !ok || n.kind != kg.Speech || !d.Noun(i) || d.Tokens[i].Tag == "NNP" || d.Quoted[i] >= 0 {
		return Statement{}, false
	}
	src := d.Child(i, "poss")
	for _, p := range d.All(i, "prep", "agent") {
		if w := d.Lower(p); src < 0 && byFrom[w] {
			src = d.Child(p, "pobj")
		}
	}
	clause := -1
	for _, holder := range []int{i, src} { // the parser may hang the clause on the owner
		if holder < 0 {
			continue
		}
		for _, c := range d.All(holder, "acl", "ccomp", "relcl") {
			if c > i && clause < 0 && f.thatOf(c) >= 0 {
				clause = c
			}
		}
	}
	if src < 0 || clause < 0 || d.Sentence[clause] != d.Sentence[i] {
		return Statement{}, false
	}
	that := f.thatOf(clause)
	s := Statement{
		Kind:        n.kind,
		Modality:    n.modality,
		CueToken:    i,
		Main:        i,
		Lemma:       d.Lemma(i),
		SourceToken: src,
		Root:        clause,
		Confidence:  0.7,
		Tokens:      [][2]int{{that, max(d.Right[clause], clause+1)}},
		Cue:         []kg.Span{d.Span(i, i+1)},
	}
	first, end := d.Left[src], min(max(d.Right[src], src+1), that)
	if src < i {
		end = min(end, i)
	}
	s.Source = []kg.Span{d.Trimmed(first, end)}
	return s, true
}

// thatOf is the "that" which a clause begins with and has no place of its own in it, unlike one that stands for a noun;
// -1 for none.
func (f cueReader) thatOf(c int) int {
	d := f.d
	if m := d.Child(c, "mark"); m >= 0 && d.Lower(m) == "that" {
		return m
	}
	that := d.Left[c]
	if d.Lower(that) != "that" || that == c || d.Child(c, "nsubj", "nsubjpass") < 0 || d.Tokens[that].Dep != "dobj" ||
		len(d.All(d.Tokens[that].Head, "dobj")) < 2 {
		return -1
	}
	return that
}

// nounOfCue moves the noun of "repeated her warning that …" from the content to the cue.
func (f cueReader) nounOfCue(s *Statement) {
	d := f.d
	if !repeats[s.Lemma] || len(s.Tokens) == 0 || s.Tokens[0][0] <= s.CueToken {
		return
	}
	first := s.Tokens[0][0]
	for i := first; i < min(first+5, s.Tokens[0][1]-1); i++ {
		n, ok := f.words.nouns[d.Lemma(i)]
		if ok && n.kind == kg.Speech && d.Noun(i) && d.Lower(i+1) == "that" {
			s.Tokens[0][0] = i + 1
			if k := len(s.Cue) - 1; s.Cue[k][1] <= d.Tokens[first].Start {
				s.Cue[k][1] = d.Tokens[i].End
			}
			return
		}
	}
}
