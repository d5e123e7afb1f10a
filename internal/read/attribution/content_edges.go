package attribution

import (
	"slices"
	"strings"

	"sayso/internal/kg"
)

// edges puts the ends of what is said where its clause has them, whatever the tagger made of them.
type edges struct{ view }

func (f edges) mend(s *Statement) {
	f.withinPart(s)
	f.withinRelative(s)
	f.behindApposition(s)
	f.behindNoun(s)
	f.fromSubordinate(s)
	f.withoutManner(s)
	f.toClauseEnd(s)
	f.withoutContrast(s)
}

// withinRelative keeps what a relative clause has somebody say within that clause: "the plane, which X said carried
// arms, was shot down".
func (f edges) withinRelative(s *Statement) {
	w := s.CueToken
	if w < 0 || len(s.Tokens) == 0 || f.d.Tokens[w].Dep != "relcl" {
		return
	}
	which := f.d.Left[w]
	for which < w && f.d.Tokens[which].Tag != "WDT" && f.d.Tokens[which].Tag != "WP" {
		which++
	}
	end := f.relativeEnd(which, w)
	if which == w || end < 0 || s.Tokens[len(s.Tokens)-1][1] <= end || f.d.Quoted[which] != f.d.Quoted[end] {
		return
	}
	s.Tokens = slices.DeleteFunc(cutAt(s.Tokens, end), func(r [2]int) bool { return r[1] <= which })
}

// relativeEnd is the mark that closes a relative clause, with its pronoun and its verb: the like of the dash before it,
// or the last comma before the verb of which its noun is the subject; -1 for none.
func (f edges) relativeEnd(which, verb int) int {
	d := f.d
	last := f.sentenceEnd(d.Sentences[d.Sentence[verb]].End)
	if opening := d.Tokens[max(which-1, 0)].Text; strings.Contains(dashes, opening) {
		for i := verb + 1; i < last; i++ {
			if d.Tokens[i].Text == opening {
				return i
			}
		}
	}
	noun := d.Tokens[verb].Head
	up := d.Tokens[noun].Head
	if dep := d.Tokens[noun].Dep; up <= verb || !d.Verb(up) || dep != "nsubj" && dep != "nsubjpass" {
		return -1
	}
	for i := up; i > verb; i-- {
		if d.Tokens[i].Text == "," {
			return i
		}
	}
	return -1
}

// behindApposition cuts off what only says who the source of "according to" is: "According to X, the firm's lawyer,
// nobody was hurt".
func (f edges) behindApposition(s *Statement) {
	d := f.d
	if !accord[s.Lemma] && !accordingTo[d.Lower(s.CueToken)] || len(s.Tokens) == 0 || s.Tokens[0][0] <= s.CueToken {
		return
	}
	r := s.Tokens[0]
	comma := r[0]
	for comma < r[1] && d.Tokens[comma].Text != "," {
		comma++
	}
	if comma+2 >= r[1] || f.finite([2]int{r[0], comma}) || !f.nounPhrase(r[0], comma) {
		return
	}
	for i := comma + 1; i < r[1]; i++ {
		x := d.Child(i, "nsubj", "nsubjpass")
		if x > comma && x < i && d.Tokens[x].Tag[0] != 'W' && f.finite([2]int{x, i + 1}) {
			s.Tokens[0][0] = comma + 1
			return
		}
		if d.Tokens[i].Tag[0] == 'W' {
			return
		}
	}
}

// behindNoun cuts the noun off that only says again that something is said: "denied reports that it had paid", "said at
// the time that it had paid".
func (f edges) behindNoun(s *Statement) {
	d := f.d
	if len(s.Tokens) == 0 || s.Tokens[0][0] <= s.CueToken || !f.words.verbs[s.Lemma].takes("c") {
		return
	}
	first, end := s.Tokens[0][0], min(s.Tokens[0][0]+4, s.Tokens[0][1]-1)
	before := d.Tokens[first-1]
	for i := first; i < end && d.Quoted[i] < 0; i++ {
		if d.Verb(i) || !d.Ink(i) {
			return
		}
		that := d.Lower(i+1) == "that" && (d.Tokens[i+1].Dep == "mark" || d.Tokens[i+1].Tag == "IN")
		if d.Noun(i) && that && before.Dep == "prep" && before.Head == s.CueToken {
			s.Tokens[0][0] = i + 1
			return
		}
		noun, ok := f.words.nouns[d.Lemma(i)]
		if ok && noun.kind == kg.Speech && d.Tokens[i].Tag == "NNS" && denying[s.Lemma] && f.clauseAt(i+1) {
			s.Tokens[0][0] = i + 1
			return
		}
	}
}

// clauseAt reports whether a clause with or without "that" begins at token i: its subject, and a finite verb behind it.
func (f edges) clauseAt(i int) bool {
	d := f.d
	if d.Lower(i) == "that" {
		i++
	}
	for j := i; j < min(i+8, len(d.Tokens)) && d.Sentence[j] == d.Sentence[i]; j++ {
		if up := d.Tokens[j].Head; d.Tokens[j].Dep == "nsubj" || d.Tokens[j].Dep == "nsubjpass" {
			return up > j && d.Left[j] == i
		}
	}
	return false
}

// fromSubordinate begins what is said with the clause that opens the sentence and hangs on it: "While X did, Y did, he
// said".
func (f edges) fromSubordinate(s *Statement) {
	d := f.d
	if len(s.Tokens) == 0 || s.Tokens[0][1] > s.CueToken || d.Quoted[s.Tokens[0][0]] >= 0 {
		return
	}
	r := s.Tokens[0]
	first := d.Sentences[d.Sentence[r[0]]].First
	for v := first; v < r[0]; v++ {
		up := d.Tokens[v].Head
		if d.Tokens[v].Dep != "advcl" || up < r[0] || up >= r[1] || d.Left[v] != first || d.Quoted[first] >= 0 {
			continue
		}
		if m := d.Child(v, "mark", "advmod"); m == first && opens[d.Lower(m)] && f.inked(d.Right[v], r[0]) == 0 {
			s.Tokens[0][0] = first
		}
		return
	}
}

// withoutManner takes out what stands behind a clause and its source and tells how it was said: "…, he said, without
// elaborating".
func (f edges) withoutManner(s *Statement) {
	d := f.d
	k := len(s.Tokens) - 1
	if k < 1 || s.Tokens[k][0] <= s.CueToken || s.Tokens[0][1] > s.CueToken {
		return
	}
	first := s.Tokens[k][0]
	if manner[d.Lower(first)] && d.Child(first, "pcomp") >= 0 && d.Quoted[first] < 0 {
		s.Tokens = s.Tokens[:k]
	}
}

// withoutContrast cuts off what the text itself holds against what is said: "said 12 had died, but pictures showed
// more".
func (f edges) withoutContrast(s *Statement) {
	d := f.d
	k := len(s.Tokens) - 1
	if k < 0 || s.Tokens[k][0] <= s.CueToken {
		return
	}
	for v := s.Tokens[k][0]; v < s.Tokens[k][1]; v++ {
		x := d.Child(v, "nsubj")
		if d.Tokens[v].Dep != "conj" || !showing[d.Lemma(v)] || d.Quoted[v] >= 0 {
			continue
		}
		if x < 0 || x > v || !d.Noun(x) {
			continue
		}
		if but := d.Left[x] - 1; but > s.Tokens[k][0] && contrasts[d.Lower(but)] {
			s.Tokens = cutAt(s.Tokens, but)
			return
		}
	}
}

// toClauseEnd stretches what is said behind its cue over what the same clause goes on with: a prepositional phrase
// behind a quotation, another verb of the same subject, another clause with "that". Relative clauses are left to the
// tagger: "said he was in Ghent, which lies in Belgium" goes on in the article's own voice as often as not.
func (f edges) toClauseEnd(s *Statement) {
	k := len(s.Tokens) - 1
	if k < 0 || s.Tokens[k][0] <= s.CueToken || s.Root < 0 || !s.Holds(s.Root) {
		return
	}
	for range 3 {
		end := f.continued(s, s.Tokens[k])
		if end <= s.Tokens[k][1] {
			return
		}
		s.Tokens[k][1] = end
	}
}

// continued is where a content ends with what continues its clause right behind it; its own end where nothing does.
func (f edges) continued(s *Statement, r [2]int) int {
	d := f.d
	last := f.sentenceEnd(d.Sentences[d.Sentence[r[0]]].End)
	i := r[1]
	for i < last && (!d.Ink(i) || d.Tokens[i].Text == "," || d.Tokens[i].Tag == "''") {
		i++
	}
	if i >= last || d.Quoted[i] >= 0 && d.Quoted[i] == d.Quoted[s.CueToken] {
		return r[1]
	}
	inside := func(i int) bool { return r[0] <= i && i < r[1] }
	end := r[1]
	switch t := d.Tokens[i]; {
	case t.Dep == "prep" && inside(t.Head) && i-r[1] <= 1 && d.Quoted[r[1]-1] >= 0:
		end = d.Right[i]
	case t.Dep == "cc" && inside(t.Head):
		if v := f.goesOn(i, t.Head); v >= 0 {
			end = d.Right[v]
		}
	case t.Dep == "cc" && t.Head == s.CueToken:
		if v := f.notOfSource(s, i); v >= 0 {
			end = d.Right[v]
		}
	}
	return min(end, last)
}

// notOfSource is the verb behind a conjunction at i that the parser joined to the cue and that cannot be the source's
// own: "X said the tanks were old, and were no threat", "X admitted the army lacked men and had lost ground"; -1 for
// none.
func (f edges) notOfSource(s *Statement, i int) int {
	d := f.d
	if s.SourceToken < 0 || d.Tokens[s.CueToken].Tag != "VBD" || len(d.Coordinated(s.SourceToken)) > 1 {
		return -1
	}
	one := d.Tokens[s.SourceToken].Tag == "NN" || d.Tokens[s.SourceToken].Tag == "NNP"
	for _, v := range d.All(s.CueToken, "conj") {
		if v < i || d.Child(v, "nsubj", "nsubjpass", "expl") >= 0 {
			continue
		}
		for _, a := range append([]int{v}, d.All(v, "aux", "auxpass")...) {
			if past := d.Tokens[v].Tag == "VBN" && a != v && pluperfect[d.Lower(a)]; past || one && plural[d.Lower(a)] {
				return v
			}
		}
	}
	return -1
}

// goesOn is the verb behind a conjunction at i that has its subject, or "that", in common with the verb up; -1 for
// none.
func (f edges) goesOn(i, up int) int {
	d := f.d
	for _, v := range d.All(up, "conj") {
		if v < i || !d.Verb(v) && d.Tokens[v].Pos != "AUX" {
			continue
		}
		if that := d.Child(v, "mark"); that > i && d.Lower(that) == "that" {
			return v
		}
		if d.Child(v, "nsubj", "nsubjpass", "expl") < 0 && !f.words.Speech(d.Lemma(v)) {
			return v
		}
	}
	return -1
}
