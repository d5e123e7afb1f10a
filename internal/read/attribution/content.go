package attribution

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/layout"
)

// content finds what was said with verb v and puts it into s; it is false where nothing was.
func (f *finder) content(s *Statement, q cue, v int, core [2]int, extra int) bool {
	switch {
	case q.takes("n"):
		s.how = 'p'
		return f.pointed(s, v, extra)
	case q.takes("c") && f.clause(s, v, core):
		s.how = 'c'
	case q.takes("i") && f.infinitive(s, v, extra):
		s.how = 'i'
	case q.takes("o") && f.ofDoing(s, v):
		s.how = 'o'
	case q.takes("g") && f.gerund(s, v):
		s.how = 'g'
	case q.takes("q") && f.quotedBeside(s, v, core):
		s.how = 'q'
	case q.takes("q") && f.quotedObject(s, v):
		s.how = 'Q'
		s.Confidence = 0.8
		return true
	case q.takes("c") && q.kind == kg.Speech && f.beforeCore(s, v, core):
		s.how = 'b'
		if f.d.Kind(v) == layout.Headline {
			s.how = 'h'
		}
		s.Confidence = 0.8
	default:
		return false
	}
	if q.kind == kg.Stance {
		s.how = 's'
	}
	f.otherSide(s, v, core)
	f.wholeQuotes(s)
	return len(s.Tokens) > 0
}

// clause takes a clause that is the verb's complement: after it, or before it and the source.
func (f *finder) clause(s *Statement, v int, core [2]int) bool {
	d := f.d
	sent := d.Sentences[d.Sentence[v]]
	for _, c := range d.All(v, "ccomp") {
		if d.Left[c] > v {
			if !f.propositional(c) {
				continue
			}
			first := d.Left[c]
			if m := d.Child(c, "mark"); m > v && m < c && d.Lower(m) == "that" {
				first = m + 1
			}
			if src := s.SourceToken; src > v && src < c {
				first = max(first, d.Right[src])
			}
			s.Root = c
			s.Tokens = append(s.Tokens, [2]int{first, f.clauseEnd(v, d.Right[c], sent.End)})
			return true
		}
		if c < core[0] && core[0] > sent.First && d.Tokens[min(d.Right[c], core[0]-1)].Text != ";" {
			s.Root = c
			s.Tokens = append(s.Tokens, f.left(v, c, sent.First, core[0]))
			return true
		}
	}
	for _, c := range d.All(v, "advcl") { // "X did not Y, Z said", with the clause taken for an adverbial one
		if c < core[0] && core[0] > sent.First && d.Child(c, "mark") < 0 && d.Child(c, "nsubj", "nsubjpass") >= 0 && d.Tokens[c].Tag != "VBG" {
			s.Root = c
			s.Tokens = append(s.Tokens, f.left(v, sent.First, sent.First, core[0]))
			return true
		}
	}
	if up := d.Tokens[v].Head; d.Tokens[v].Dep == "parataxis" && up != v {
		s.Root = up
		if l := f.left(v, up, sent.First, core[0]); l[1] > l[0] {
			s.Tokens = append(s.Tokens, l)
		}
		if right := d.Right[v]; right < sent.End && right <= up {
			s.Tokens = append(s.Tokens, [2]int{right, f.sentenceEnd(sent.End)})
		}
		return len(s.Tokens) > 0
	}
	return false
}

// propositional tells whether a clause says something: it has a subject or a mark, or is more than a bare verb.
func (f *finder) propositional(c int) bool {
	return f.d.Right[c]-f.d.Left[c] >= 2
}

// left is the content before the attributing words: from the start of the sentence, or of the clause where the verb is joined to another.
func (f *finder) left(v, c, from, core int) [2]int {
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

// clauseEnd lets content run to the end of its subtree, or of the sentence when nothing but punctuation is left of it.
func (f *finder) clauseEnd(v, right, sentEnd int) int {
	end := f.sentenceEnd(sentEnd)
	for i := right; i < end; i++ {
		if f.d.Ink(i) && f.d.Tokens[i].Dep != "punct" {
			return right
		}
	}
	return max(min(end, sentEnd), min(right, sentEnd))
}

// sentenceEnd is the end of a sentence without its full stop, unless that is inside a quotation.
func (f *finder) sentenceEnd(end int) int {
	d := f.d
	for end > 0 && !d.Ink(end-1) {
		end--
	}
	if end > 0 && (d.Tokens[end-1].Text == "." || d.Tokens[end-1].Text == ";") && d.Quoted[end-1] < 0 {
		end--
	}
	return end
}

// infinitive takes "urged Y to do", "promised to do", "called on Y to do".
func (f *finder) infinitive(s *Statement, v, extra int) bool {
	d := f.d
	for _, x := range d.All(v, "xcomp", "ccomp", "advcl") {
		if x < v || d.Child(x, "aux") < 0 || d.Lower(d.Child(x, "aux")) != "to" {
			continue
		}
		if d.Tokens[x].Dep == "advcl" && d.Child(v, "dobj") < 0 && extra < 0 {
			continue
		}
		first := d.Left[x]
		if o := d.Child(v, "dobj"); o > v && o < x && s.Modality == kg.Ordered {
			first = min(first, d.Left[o])
		}
		if extra > v && d.Tokens[extra].Dep == "prep" {
			if o := d.Child(extra, "pobj"); o >= 0 && o < x {
				first = min(first, d.Left[o])
			}
		}
		if d.Lemma(v) == "tell" || d.Lemma(v) == "claim" {
			if o := d.Child(v, "dobj", "dative"); o > v && o < x {
				first, s.Modality = d.Left[o], kg.Ordered
			}
		}
		s.Root = x
		s.Tokens = append(s.Tokens, [2]int{first, d.Right[x]})
		return true
	}
	if extra > v && d.Tokens[extra].Dep == "prep" {
		if o := d.Child(extra, "pobj"); o >= 0 {
			if x := d.Child(o, "acl", "relcl"); x >= 0 && d.Child(x, "aux") >= 0 && d.Lower(d.Child(x, "aux")) == "to" {
				s.Root = x
				s.Tokens = append(s.Tokens, [2]int{d.Left[o], d.Right[x]})
				return true
			}
		}
		if x := d.Child(extra, "pcomp"); x >= 0 {
			s.Root = x
			s.Tokens = append(s.Tokens, [2]int{d.Left[x], d.Right[x]})
			return true
		}
	}
	return false
}

// ofDoing takes "accused Y of doing".
func (f *finder) ofDoing(s *Statement, v int) bool {
	d := f.d
	o := d.Child(v, "dobj", "nsubjpass")
	ups := []int{v}
	if o >= 0 {
		ups = append(ups, o)
	}
	for _, up := range ups {
		for _, p := range d.All(up, "prep") {
			if x := d.Child(p, "pcomp"); x >= 0 && d.Lower(p) == "of" {
				first := p
				if o > v && o < p {
					first = d.Left[o]
				}
				s.Root = x
				s.Tokens = append(s.Tokens, [2]int{first, d.Right[x]})
				return true
			}
		}
	}
	return false
}

// gerund takes "denied doing".
func (f *finder) gerund(s *Statement, v int) bool {
	d := f.d
	for _, x := range d.All(v, "xcomp", "dobj") {
		if x > v && d.Tokens[x].Tag == "VBG" && d.Verb(x) {
			s.Root = x
			s.Tokens = append(s.Tokens, [2]int{d.Left[x], d.Right[x]})
			return true
		}
	}
	return false
}

// pointed takes "pointed to Y as Z": a thing and what it is said to be.
func (f *finder) pointed(s *Statement, v, extra int) bool {
	d := f.d
	o := d.Child(extra, "pobj")
	if o < 0 {
		return false
	}
	for _, p := range append(d.All(v, "prep"), d.All(o, "prep")...) {
		if d.Lower(p) == "as" && p > o {
			s.Root = o
			s.Tokens = append(s.Tokens, [2]int{d.Left[o], d.Right[p]})
			return true
		}
	}
	return f.quotedObject(s, v)
}

// quotedObject takes an object, complement or prepositional phrase of the verb that has quoted words in it.
func (f *finder) quotedObject(s *Statement, v int) bool {
	d := f.d
	first, end := -1, -1
	for _, c := range d.Children[v] {
		switch d.Tokens[c].Dep {
		case "dobj", "oprd", "attr", "prep", "xcomp", "ccomp", "acomp", "dative", "pobj":
			if c > v {
				if first < 0 {
					first = d.Left[c]
				}
				end = max(end, d.Right[c])
			}
		}
	}
	if first <= v || end <= first || d.Quoted[v] >= 0 {
		return false
	}
	for i := first; i < end; i++ {
		if d.Quoted[i] >= 0 && !d.Quotes[d.Quoted[i]].Single {
			s.Tokens = append(s.Tokens, [2]int{first, end})
			s.Root = -1
			f.wholeQuotes(s)
			return true
		}
	}
	return false
}

// beforeCore takes a title's or sentence's words before ", X said" at its end, where the parser saw no clause.
func (f *finder) beforeCore(s *Statement, v int, core [2]int) bool {
	d := f.d
	sent := d.Sentences[d.Sentence[v]]
	comma := core[0] - 1
	if comma <= sent.First+1 || d.Tokens[comma].Text != "," && d.Tokens[comma].Text != "-" && d.Tokens[comma].Text != "\"" && d.Tokens[comma].Text != "–" {
		return false
	}
	for i := core[1]; i < f.sentenceEnd(sent.End); i++ {
		if dep := d.Tokens[i].Dep; d.Kind(v) == layout.Body && (dep == "dobj" || dep == "ccomp" || dep == "conj") && d.Tokens[i].Head == v {
			return false
		}
	}
	if d.Tokens[v].Dep != "ROOT" && d.Tokens[v].Dep != "conj" && d.Kind(v) != layout.Headline {
		return false
	}
	if d.Kind(v) == layout.Body && !f.hasVerb(sent.First, comma) {
		return false
	}
	switch d.Lower(sent.First) {
	case "if", "unless", "when", "while", "although", "though", "because", "after", "before", "as", "since":
		if f.cast.Doc.Child(v, "aux") >= 0 { // "If X does Y, Z will respond"
			return false
		}
	}
	s.Tokens = append(s.Tokens, f.left(v, sent.First, sent.First, core[0]))
	return true
}

func (f *finder) hasVerb(first, end int) bool {
	for i := first; i < end; i++ {
		if f.d.Tokens[i].Tag == "VBD" || f.d.Tokens[i].Tag == "VBZ" || f.d.Tokens[i].Tag == "VBP" || f.d.Tokens[i].Tag == "MD" {
			return f.d.Child(i, "nsubj", "nsubjpass") >= 0
		}
	}
	return false
}

// accordingTo takes the sentence around "according to X".
func (f *finder) accordingTo(i int) (Statement, bool) {
	d := f.d
	if i+1 >= len(d.Tokens) || d.Lower(i+1) != "to" || d.Quoted[i] >= 0 {
		return Statement{}, false
	}
	o := d.Child(i+1, "pobj")
	if o < 0 {
		if o = d.Child(i, "pobj"); o < 0 {
			return Statement{}, false
		}
	}
	sent := d.Sentences[d.Sentence[i]]
	s := Statement{Kind: kg.Speech, Modality: kg.Asserted, CueToken: i, Main: i, SourceToken: o, Lemma: "according", how: 'a', Root: -1, Confidence: 0.9,
		Cue: []kg.Span{d.Span(i, i+2)}}
	end := max(d.Right[o], i+2)
	for end < sent.End && d.Tokens[end-1].Text != "," && d.Tokens[end].Text != "," && !strings.ContainsAny(d.Tokens[end].Text, ".;") && d.Left[end] < end && d.Left[end] > i {
		end++
	}
	up := d.Tokens[i].Head
	if up != i {
		s.Root = up
	}
	if l := f.left(i, sent.First, sent.First, i); l[1] > l[0]+1 {
		s.Tokens = append(s.Tokens, l)
	}
	if last := f.sentenceEnd(sent.End); end < last-1 {
		s.Tokens = append(s.Tokens, [2]int{end, last})
	}
	f.wholeQuotes(&s)
	return s, len(s.Tokens) > 0
}

// nominal takes "X expressed hope that …", "X's claim that …".
func (f *finder) nominal(n int) (Statement, bool) {
	d := f.d
	word, ok := f.words.nouns[d.Lemma(n)]
	mod := word.modality
	if !ok || d.Quoted[n] >= 0 {
		return Statement{}, false
	}
	c := d.Child(n, "acl", "ccomp", "relcl")
	if c < n {
		return Statement{}, false
	}
	mark := d.Child(c, "mark")
	infinitive := d.Child(c, "aux") >= 0 && d.Lower(d.Child(c, "aux")) == "to" && mod != kg.Asserted
	if (mark < 0 || d.Lower(mark) != "that") && !infinitive {
		return Statement{}, false
	}
	src, main := d.Child(n, "poss"), n
	if up := d.Tokens[n].Head; src < 0 && (d.Tokens[n].Dep == "dobj") && d.Verb(up) {
		src, _ = f.subject(up)
		main = up
	}
	if src < 0 {
		return Statement{}, false
	}
	s := Statement{Kind: kg.Speech, Modality: mod, CueToken: n, Main: main, SourceToken: src, Lemma: d.Lemma(n), how: 'n', Root: c, Confidence: 0.75,
		Cue: []kg.Span{d.Span(min(main, n), n+1)}}
	if main != n && (n-main > 4 || main > n) {
		s.Cue = []kg.Span{d.Span(main, main+1), d.Span(n, n+1)}
	}
	first := d.Left[c]
	if mark >= 0 {
		first = mark + 1
	}
	s.Tokens = [][2]int{{first, d.Right[c]}}
	f.wholeQuotes(&s)
	return s, true
}
