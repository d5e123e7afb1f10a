package attribution

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/layout"
)

// behindClause reads "…, X said", "…, its mayor, X, confirmed to the agency" off the words, whatever the parser makes
// of them: a clause that begins the sentence, a comma, a noun phrase and a verb of saying that has nothing said behind
// it. It is false where the words may stand otherwise.
func (f clauses) behindClause(v int) (content, source [2]int, ok bool) {
	d := f.d
	q, _, known := f.cueOf(v)
	if !known || q.kind != kg.Speech || !q.takes("c") || !q.takes("q") || !f.tells(v) {
		return content, source, false
	}
	sent := d.Sentences[d.Sentence[v]]
	if !f.nothingBehind(v, f.sentenceEnd(sent.End), q.takes("t")) {
		return content, source, false
	}
	source, ok = f.sources().sourceBefore(v, sent.First)
	if !ok {
		return content, source, false
	}
	first, cut := sent.First, source[0]-1
	for first < cut && f.beforeWords(first) {
		first++
	}
	content = [2]int{first, cut}
	if cut-first < 3 || opens[d.Lower(first)] || !f.finite(content) || !f.quotations().unquoted(cut-1, cut) {
		return content, source, false
	}
	return content, source, true
}

// tells reports whether a token of running text is a finite verb of the article's own, in the active and without "not".
func (f clauses) tells(v int) bool {
	d := f.d
	if d.Quoted[v] >= 0 || d.Sentence[v] < 0 || d.Kind(v) != layout.Body {
		return false
	}
	return f.finiteAt(v) && d.Child(v, "neg", "auxpass") < 0
}

// beforeWords reports whether a token at the beginning of a sentence is none of what is said: a blank, a joining word,
// the number of a list.
func (f clauses) beforeWords(i int) bool {
	t := f.d.Tokens[i]
	return !f.d.Ink(i) || t.Dep == "cc" || t.Tag == "CD" && strings.Contains(t.Text, ".")
}

// finiteAt reports whether a token is a finite verb, or a participle with its auxiliary before it.
func (f clauses) finiteAt(v int) bool {
	switch f.d.Tokens[v].Tag {
	case "VBD", "VBZ", "VBP":
		return true
	case "VBN":
		return v > 0 && perfect[f.d.Lower(v-1)]
	}
	return false
}

// nothingBehind reports whether only to whom, when, where and how it was said stands between a verb and the end of its
// sentence.
func (f clauses) nothingBehind(v, end int, addressed bool) bool {
	d := f.d
	for i := v + 1; i < end; i++ {
		t := d.Tokens[i]
		first := i == v+1
		switch {
		case !d.Ink(i):
		case d.Quoted[i] >= 0,
			t.Text == ":",
			t.Text == ";",
			d.Lower(i) == "that",
			strings.HasPrefix(t.Tag, "W"),
			f.finite([2]int{i, i + 1}):
			return false
		case t.Text == ",":
			return i+1 < end && d.Tokens[i+1].Tag == "VBG"
		case addressed && t.Tag == "VB": // "told drivers to leave"
			return false
		case first && !addressed && !f.adverbial(i):
			return false
		}
	}
	return true
}

// adverbial reports whether a token begins words of when, where or how.
func (f clauses) adverbial(i int) bool {
	t := f.d.Tokens[i]
	return t.Tag == "IN" || t.Tag == "TO" || strings.HasPrefix(t.Tag, "RB") || when[f.d.Lower(i)]
}

// sourceBefore finds the noun phrase between a comma and a verb: "…, the agency said", "…, its mayor, X, said".
func (f sources) sourceBefore(v, first int) (source [2]int, ok bool) {
	d := f.d
	end := v
	for end > first && (strings.HasPrefix(d.Tokens[end-1].Tag, "RB") || perfect[d.Lower(end-1)]) {
		end--
	}
	if end == first { // "Said."
		return source, false
	}
	last := end
	if d.Tokens[end-1].Text == "," {
		last = end - 1
	}
	start := f.commaBefore(last, first)
	if start < 0 || !f.nounPhrase(start+1, last) {
		return source, false
	}
	if last < end { // "its mayor, X," or "X, its mayor,"
		at := start
		if start = f.commaBefore(
			at,
			first,
		); start < 0 || !f.nounPhrase(start+1, at) ||
			f.named(start+1, at) == f.named(at+1, last) {
			return source, false
		}
	}
	return [2]int{start + 1, end}, true
}

// voiceOf is the head of a source read by sourceBefore: that of the name that it ends or, with a comma behind, begins
// with, else its own.
func (f sources) voiceOf(source [2]int) int {
	end := source[1]
	if f.d.Tokens[end-1].Text == "," {
		end--
	}
	for _, i := range []int{end - 1, source[0]} {
		if k := f.cast.At[i]; k >= 0 && f.cast.Mentions[k].Type == kg.Person &&
			(i == end-1 || f.cast.Mentions[k].End < len(f.d.Tokens) && f.d.Tokens[f.cast.Mentions[k].End].Text == ",") {
			return f.cast.Mentions[k].Head(f.d)
		}
	}
	return f.top([][2]int{source})
}

// named reports whether a person's or a body's name begins or ends in a stretch.
func (f sources) named(first, end int) bool {
	for _, i := range []int{first, end - 1} {
		if k := f.cast.At[i]; k >= 0 && f.cast.Mentions[k].Type != kg.Place && f.cast.Mentions[k].End == end {
			return true
		}
	}
	return false
}

// commaBefore gives the last comma before a token, -1 where none or other marks stand there.
func (f sources) commaBefore(i, first int) int {
	d := f.d
	for j := i - 1; j > first; j-- {
		if t := d.Tokens[j]; t.Text == "," {
			return j
		} else if t.Pos == "PUNCT" && t.Tag != "HYPH" || d.Quoted[j] >= 0 {
			return -1
		}
	}
	return -1
}

// nounPhrase reports whether a stretch can be one noun phrase without a clause of its own.
func (f view) nounPhrase(first, end int) bool {
	d := f.d
	if first >= end {
		return false
	}
	noun := false
	for i := first; i < end; i++ {
		t := d.Tokens[i]
		switch {
		case strings.HasPrefix(t.Tag, "NN"), t.Tag == "PRP" && end == first+1:
			noun = true
		case t.Tag == "DT", strings.HasPrefix(t.Tag, "JJ"), t.Tag == "PRP$", t.Tag == "HYPH", t.Tag == "CD", !d.Ink(i):
		case t.Tag == "POS", t.Tag == "CC", t.Tag == "IN", t.Tag == "TO", t.Tag == "FW":
			if i == first {
				return false
			}
		case (t.Tag == "VBG" || t.Tag == "VBN") && i+1 < end && t.Dep == "amod":
		default:
			return false
		}
	}
	return noun
}

// afterClause corrects a statement whose content was not found to be the clause before the comma that its source
// follows.
func (f clauses) afterClause(s *Statement) {
	content, source, ok := f.behindClause(s.CueToken)
	if !ok || len(s.Tokens) != 1 || s.Tokens[0][0] <= content[0]+1 || f.asserts(s.Tokens[0]) {
		return
	}
	s.Tokens, s.Source = [][2]int{content}, []kg.Span{f.d.Trimmed(source[0], source[1])}
	s.SourceToken = f.sources().voiceOf(source)
	v := s.CueToken
	s.Main = v
	f.setCue(s, v, -1)
}

// conditioned adds what follows the speaker of "If A, said X, an analyst, B": the condition alone says nothing.
func (f clauses) conditioned(s *Statement) {
	d := f.d
	if len(s.Tokens) != 1 || s.CueToken < 0 || s.SourceToken < s.CueToken || s.Tokens[0][1] > s.CueToken {
		return
	}
	if !opens[d.Lower(s.Tokens[0][0])] || !f.words.Speech(s.Lemma) {
		return
	}
	src := f.tokens(s.Source)
	if len(src) == 0 || d.Sentence[s.CueToken] < 0 {
		return
	}
	first, end := src[len(src)-1][1], f.sentenceEnd(d.Sentences[d.Sentence[s.CueToken]].End)
	if first > 0 && first < end && d.Tokens[first].Text == "," {
		first++
	} else if first > end || d.Tokens[first-1].Text != "," {
		return
	}
	if first >= end || d.Quoted[first] >= 0 || d.Tokens[first].Dep == "cc" || !f.asserts([2]int{first, end}) {
		return
	}
	if tag := d.Tokens[first].Tag; tag != "VBG" && !strings.HasPrefix(tag, "W") {
		s.Tokens = append(s.Tokens, [2]int{first, end})
	}
}

// asserts reports whether a stretch has a finite verb; an infinitive is none.
func (f view) asserts(r [2]int) bool {
	for i := r[0]; i < r[1]; i++ {
		if t := f.d.Tokens[i].Tag; t == "VBD" || t == "VBZ" || t == "VBP" || t == "MD" {
			return true
		}
	}
	return false
}

// missedClause reads the statement that behindClause finds for verb v.
func (f clauses) missedClause(v int) (Statement, bool) {
	content, source, ok := f.behindClause(v)
	if !ok {
		return Statement{}, false
	}
	q, extra, _ := f.cueOf(v)
	s := Statement{
		Kind:        q.kind,
		Modality:    q.modality,
		CueToken:    v,
		Main:        v,
		SourceToken: f.sources().voiceOf(source),
		Lemma:       f.d.Lemma(v),
		Confidence:  0.8,
		Tokens:      [][2]int{content},
		Source:      []kg.Span{f.d.Trimmed(source[0], source[1])},
	}
	f.quotations().wholeQuotes(&s)
	s.Root = f.root(s)
	f.setCue(&s, v, extra)
	return s, true
}
