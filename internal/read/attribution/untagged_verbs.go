package attribution

import (
	"slices"

	"sayso/internal/kg"
	"sayso/internal/read/layout"
)

// addMissed adds what the tagger did not find but rules are sure of: quotations beside a verb of saying, ", X said"
// after a clause or at the end of a title, "NAME: words", the turns of transcripts, and quotations signed with a name.
func (f *finder) addMissed() {
	cues, contents := f.tagged()
	var missed []Statement
	for i := range f.d.Tokens {
		if !f.readable(i) || cues[i] {
			continue
		}
		if s, ok := f.missedAt(i); ok {
			missed = append(missed, s)
		}
	}
	titles := f.headings().titled()
	turns := f.transcript()
	for _, s := range slices.Concat(missed, turns.labels(), f.headings().ledQuotes(), turns.signed(), titles) {
		if k := contents[first(s)]; len(s.Tokens) > 0 &&
			(k == 0 || retelling{f}.distinct(f.found[k-1], s)) {
			f.found = append(f.found, s)
		}
	}
	for _, t := range titles {
		source := f.tokens(t.Source)
		f.found = slices.DeleteFunc(f.found, func(s Statement) bool { // who speaks is nothing said
			return s.CueToken != t.CueToken &&
				!slices.ContainsFunc(s.Tokens, func(r [2]int) bool { return !within(source, r[0]) || r[1] > t.CueToken+1 })
		})
	}
}

// tagged gives the tokens that are cues of what was found, and for each token one more than the number of the statement
// that holds it, 0 for none.
func (f *finder) tagged() (cues map[int]bool, contents []int) {
	cues, contents = map[int]bool{}, make([]int, len(f.d.Tokens))
	for k, s := range f.found {
		cues[s.Main], cues[s.CueToken] = true, true
		for _, r := range f.tokens(s.Cue) {
			for i := r[0]; i < r[1]; i++ {
				cues[i] = true
			}
		}
		for _, r := range s.Tokens {
			for i := r[0]; i < r[1]; i++ {
				contents[i] = k + 1
			}
		}
	}
	return cues, contents
}

// missedAt reads a statement off a verb or a noun by the first rule that finds one.
func (f *finder) missedAt(i int) (Statement, bool) {
	rules := []func(int) (Statement, bool){
		f.clauses().verbal, f.cues().accusedBy, f.clauses().missedClause, f.clauses().complement,
	}
	if !f.d.Verb(i) && !readSay[f.d.Lemma(i)] {
		rules = []func(int) (Statement, bool){f.cues().nominal}
		if !f.d.Noun(i) {
			return Statement{}, false
		}
	}
	for _, rule := range rules {
		if s, ok := rule(i); ok {
			return s, true
		}
	}
	return Statement{}, false
}

// noted reports whether what is said is only what another takes a stand on: "took note of a report by X that …".
func (f clauses) noted(stand, s Statement) bool {
	return stand.Kind == kg.Stance && f.d.Noun(s.CueToken) && f.d.Child(s.CueToken, "poss") < 0 && stand.Holds(s.CueToken)
}

// distinct reports whether a statement is another one than o, in whose content it begins.
func (f retelling) distinct(o, s Statement) bool {
	return shared(o.Tokens, s.Tokens) <= .5 || f.clauses().noted(o, s) || f.coversSaying(o, s)
}

// coversSaying reports whether a statement that tells what others say holds another whole, with the verb that says it:
// `"A," X said in Lima, the agency reported`, "according to Y, X said A".
func (f retelling) coversSaying(outer, s Statement) bool {
	_, tells := f.outletOfSource(outer)
	tells = tells || outer.CueToken >= 0 && f.accordingTo(max(outer.SourceToken, 0))
	if !tells || outer.Kind != kg.Speech || s.CueToken < 0 || outer.CueToken == s.CueToken {
		return false
	}
	return outer.Holds(s.CueToken) && outer.Holds(s.SourceToken)
}

// shared is the share of common tokens among the tokens of either.
func shared(a, b [][2]int) float64 {
	both, all := 0, 0
	for _, r := range a {
		all += r[1] - r[0]
		for _, q := range b {
			both += max(0, min(r[1], q[1])-max(r[0], q[0]))
		}
	}
	for _, q := range b {
		all += q[1] - q[0]
	}
	if all == both {
		return 1
	}
	return float64(both) / float64(all-both)
}

// verbal reads a statement off the verb v.
func (f clauses) verbal(v int) (Statement, bool) {
	q, extra, ok := f.cueOf(v)
	if !ok || q.kind != kg.Speech {
		return Statement{}, false
	}
	if !q.takes("q") && !(q.takes("t") && f.d.Kind(v) == layout.Headline) || f.d.Quoted[v] >= 0 {
		return Statement{}, false
	}
	src, passive := f.sources().subject(v)
	if src < 0 && !passive && f.d.Tokens[v].Tag != "VBG" {
		src = f.sources().startOfSentence(v)
	}
	quoted, denied := f.quotations().quoteBeside(v), f.d.Child(v, "neg") >= 0
	if src < 0 && (passive || !quoted) {
		return Statement{}, false
	}
	if f.cues().isQuestion(v) || denied && !quoted {
		return Statement{}, false
	}
	s := Statement{
		Kind:        q.kind,
		Modality:    q.modality,
		CueToken:    v,
		Main:        v,
		SourceToken: src,
		Lemma:       f.d.Lemma(v),
		Root:        -1,
		Confidence:  0.8,
	}
	core := f.sources().core(v, src, extra)
	if !f.trailing(&s, q, v, core) && !f.quotations().quotedBeside(&s, v, core) {
		return Statement{}, false
	}
	f.quotations().otherSide(&s, v, core)
	f.quotations().wholeQuotes(&s)
	f.setCue(&s, v, extra)
	return s, true
}

// isQuestion refuses cues asked about: "Did he say …?"
func (f cueReader) isQuestion(v int) bool {
	s := f.d.Sentences[f.d.Sentence[v]]
	last := s.End - 1
	for last > s.First && !f.d.Ink(last) {
		last--
	}
	return f.d.Tokens[last].Text == "?" && f.d.Quoted[last] < 0 && f.d.Tokens[v].Head == v && f.d.Quoted[v] < 0
}

// setCue gives the cue its auxiliaries, negation and particle.
func (f view) setCue(s *Statement, v, extra int) {
	d := f.d
	first, end := v, v+1
	for _, c := range d.Children[v] {
		switch d.Tokens[c].Dep {
		case "aux", "auxpass", "neg":
			if c < v && v-c <= 5 {
				first = min(first, c)
			}
		}
	}
	if s.SourceToken >= first && s.SourceToken < v {
		first = v
	}
	if extra > v && extra-v <= 2 {
		end = extra + 1
	}
	s.Cue = []kg.Span{d.Span(first, end)}
}

// trailing takes the clause, or the words of a title, before ", X said".
func (f clauses) trailing(s *Statement, q cue, v int, core [2]int) bool {
	d := f.d
	sent := d.Sentences[d.Sentence[v]]
	if !q.takes("c") || core[0] <= sent.First+1 || d.Tokens[core[0]-1].Pos != "PUNCT" {
		return false
	}
	c := d.Child(v, "ccomp")
	if up := d.Tokens[v].Head; c < 0 && d.Tokens[v].Dep == "parataxis" {
		c = up
	}
	switch {
	case c >= 0 && c < core[0]:
		s.Root = c
	case d.Kind(v) != layout.Headline && !f.endsSentence(v, core):
		return false
	}
	r := f.left(v, max(s.Root, sent.First), sent.First, core[0])
	if r[1] <= r[0] || d.Tokens[r[0]].Tag == "IN" && !f.finite(r) && c < 0 { // "On May 3, X wrote:"
		return false
	}
	s.Tokens = append(s.Tokens, r)
	return true
}

// endsSentence reports whether the attributing words close a sentence that is a clause without them.
func (f clauses) endsSentence(v int, core [2]int) bool {
	d := f.d
	sent := d.Sentences[d.Sentence[v]]
	for _, c := range d.Children[v] {
		switch d.Tokens[c].Dep {
		case "advcl":
			if c < core[0] { // "If X does, Y will respond"
				return false
			}
		case "dobj", "ccomp", "conj":
			if c >= core[1] && c < f.sentenceEnd(sent.End) {
				return false
			}
		}
	}
	return (d.Tokens[v].Dep == "ROOT" || d.Tokens[v].Dep == "conj") && f.hasVerb(sent.First, core[0]-1)
}

// left is the content before the attributing words: from the start of the sentence, or of the clause where the verb is
// joined to another.
func (f view) left(v, c, from, core int) [2]int {
	d := f.d
	first := from
	if d.Tokens[v].Dep == "conj" || d.Tokens[v].Dep == "advcl" {
		first = max(from, d.Left[c])
	}
	for first < core && (!d.Ink(first) || d.Tokens[first].Dep == "cc" && first == from) {
		first++
	}
	return [2]int{first, max(first, core)}
}

// sentenceEnd is the end of a sentence without its full stop, unless that is inside a quotation.
func (f view) sentenceEnd(end int) int {
	d := f.d
	for end > 0 && !d.Ink(end-1) {
		end--
	}
	if end > 0 && (d.Tokens[end-1].Text == "." || d.Tokens[end-1].Text == ";") && d.Quoted[end-1] < 0 {
		end--
	}
	return end
}

func (f view) hasVerb(first, end int) bool {
	for i := first; i < end; i++ {
		if f.d.Tokens[i].Tag == "VBD" || f.d.Tokens[i].Tag == "VBZ" || f.d.Tokens[i].Tag == "VBP" ||
			f.d.Tokens[i].Tag == "MD" {
			return f.d.Child(i, "nsubj", "nsubjpass") >= 0
		}
	}
	return false
}
