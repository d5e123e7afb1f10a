package attribution

import (
	"slices"

	"sayso/internal/kg"
	"sayso/internal/read/layout"
)

// joinedSayings parts what two say in one sentence: in "X said that A, but Y reported that B" what X said ends where Y
// begins, and Y's words are those behind the verb.
func (f *finder) joinedSayings() {
	for w := range f.d.Tokens {
		s, c, ok := f.joinedSaying(w)
		if !ok {
			continue
		}
		v := f.d.Tokens[w].Head
		if cut := f.joinedAt(v, s); cut >= 0 && !f.partSayings(v, w, s, c, cut) {
			f.found = append(f.found, f.cues().sayingOf(w, s, c))
		}
	}
}

// joinedSaying gives the subject and the clause with "that" of a verb of saying that is joined to a verb before it.
func (f *finder) joinedSaying(w int) (subject, clause int, ok bool) {
	d := f.d
	v := d.Tokens[w].Head
	if !f.readable(w) || d.Tokens[w].Dep != "conj" || v >= w || !d.Verb(w) || !d.Verb(v) {
		return -1, -1, false
	}
	q, _, known := f.cueOf(w)
	if !known || q.kind != kg.Speech || d.Quoted[w] >= 0 || d.Child(w, "neg") >= 0 {
		return -1, -1, false
	}
	subject, clause = d.Child(w, "nsubj"), f.thatClause(w)
	return subject, clause, subject >= 0 && subject <= w && clause >= 0
}

// joinedAt gives the mark behind verb v at which a clause with the subject s is joined to it; -1 for none.
func (f *finder) joinedAt(v, s int) int {
	d := f.d
	cut := d.Left[s]
	for cut > v+1 && (d.Tokens[cut-1].Dep == "cc" || d.Tokens[cut-1].Text == "," || d.Tokens[cut-1].Text == ";") {
		cut--
	}
	if cut <= v+1 || d.Tokens[cut].Text != "," && d.Tokens[cut].Text != ";" {
		return -1
	}
	return cut
}

// partSayings ends at cut what is said by verb v, gives verb w its own clause c and subject s, and reports whether a
// statement by w was there.
func (f *finder) partSayings(v, w, s, c, cut int) (said bool) {
	own := f.clauseRange(c)
	for k := range f.found {
		switch o := &f.found[k]; {
		case o.Main == v || o.CueToken == v:
			o.Tokens = cutAt(o.Tokens, cut)
		case o.CueToken > w && citing[o.Lemma] && f.d.Tokens[o.CueToken].Head == w && o.Holds(c):
			// whom an outlet cites is not who reports
			o.Tokens = nil
		case o.CueToken == w || o.Main == w:
			if said = true; len(o.Tokens) > 0 && o.Tokens[len(o.Tokens)-1][1] <= w {
				o.Tokens, o.Root, o.SourceToken, o.Source = [][2]int{own}, c, s, nil
			}
		}
	}
	f.found = slices.DeleteFunc(f.found, func(o Statement) bool { return len(o.Tokens) == 0 })
	return said
}

// cutAt leaves of ranges what stands before a token.
func cutAt(ranges [][2]int, cut int) [][2]int {
	var out [][2]int
	for _, r := range ranges {
		if r[0] < cut {
			out = append(out, [2]int{r[0], min(r[1], cut)})
		}
	}
	return out
}

// thatClause gives the verb of the clause with "that" that verb w governs and has before it; -1 for none.
func (f view) thatClause(w int) int {
	for _, c := range f.d.All(w, "ccomp") {
		if first := f.d.Left[c]; c > w && first > w && f.d.Lower(first) == "that" && f.d.Quoted[first] == f.d.Quoted[w] {
			return c
		}
	}
	return -1
}

// clauseRange is the tokens of a clause, to the end of its sentence where nothing but marks follows it.
func (f view) clauseRange(c int) [2]int {
	d := f.d
	end := d.Right[c]
	if last := f.sentenceEnd(d.Sentences[d.Sentence[c]].End); last > end && f.inked(end, last) == 0 || end > last {
		end = last
	}
	return [2]int{d.Left[c], max(end, c+1)}
}

// sayingOf is the statement that verb w attributes to the subject s, with the clause c for its content.
func (f cueReader) sayingOf(w, s, c int) Statement {
	q, extra, _ := f.cueOf(w)
	out := Statement{
		Kind:        q.kind,
		Modality:    q.modality,
		CueToken:    w,
		Main:        w,
		SourceToken: s,
		Lemma:       f.d.Lemma(w),
		Root:        c,
		Confidence:  0.7,
		Tokens:      [][2]int{f.clauseRange(c)},
	}
	f.quotations().wholeQuotes(&out)
	f.setCue(&out, w, extra)
	return out
}

// retold adds what somebody is said to have said: in "X said that Y had told Z that A" Y's words are there too, through
// X.
func (f *finder) retold() {
	for w := range f.d.Tokens {
		s := f.d.Child(w, "nsubj")
		if s < 0 || s > w || f.cast.At[s] < 0 {
			continue
		}
		if !f.retells(w) ||
			slices.ContainsFunc(f.found, func(o Statement) bool { return o.CueToken == w || o.Main == w }) {
			continue
		}
		inner, ok := f.innerSaying(w, s)
		if !ok {
			continue
		}
		for _, o := range f.found {
			if o.Kind == kg.Speech && o.CueToken >= 0 && o.Holds(w) && o.Holds(inner.Tokens[0][0]) &&
				f.d.Sentence[o.CueToken] == f.d.Sentence[w] {
				inner.through = o.CueToken + 1
				f.found = append(f.found, inner)
				break
			}
		}
	}
}

// retells reports whether a verb says that somebody said something.
func (f *finder) retells(w int) bool {
	told := telling[f.d.Lemma(w)]
	if !f.readable(w) || !told && !f.words.Speech(f.d.Lemma(w)) || !f.d.Verb(w) {
		return false
	}
	return (told || f.d.Quoted[w] < 0) && f.d.Child(w, "neg") < 0 && !f.modalAt(w)
}

// innerSaying reads what verb w says of its subject s where somebody else is said to report it: a clause with "that",
// and where an outlet reports the whole, any clause, what somebody is urged to do, and what something is called.
func (f *finder) innerSaying(w, s int) (Statement, bool) {
	told := telling[f.d.Lemma(w)] && f.d.Child(w, "dobj", "dative") < 0
	if c := f.thatClause(w); c >= 0 {
		return f.cues().sayingOf(w, s, c), !told
	}
	if !f.reportedWhole(w, s) {
		return Statement{}, false
	}
	if c := f.d.Child(w, "ccomp"); c > w {
		return f.cues().sayingOf(w, s, c), !told
	}
	if out, ok := f.saidBefore(w, s); ok {
		return out, !told
	}
	return f.clauses().urging(w, s)
}

// saidBefore reads the clause before subject s that verb w ends, where an outlet is said to report both: "the port was
// shut, X said, the agency reported".
func (f *finder) saidBefore(w, s int) (Statement, bool) {
	c := f.d.Child(w, "ccomp")
	for _, o := range f.found {
		if c < 0 || c > s || !o.Holds(w) || len(o.Tokens) != 1 || f.inked(w+1, o.Tokens[0][1]) > 0 {
			continue
		}
		out := f.cues().sayingOf(w, s, c)
		out.Tokens = [][2]int{{o.Tokens[0][0], f.d.Left[s]}}
		if end := f.d.Left[s] - 1; end > o.Tokens[0][0] && f.d.Tokens[end].Text == "," && f.d.Quoted[end] < 0 {
			out.Tokens[0][1] = end
		}
		return out, true
	}
	return Statement{}, false
}

// reportedWhole reports whether an outlet is said to report all that subject s says by verb w: "X said the port was
// closed, the agency reported".
func (f *finder) reportedWhole(w, s int) bool {
	return slices.ContainsFunc(f.found, func(o Statement) bool {
		if o.Kind != kg.Speech || o.CueToken < 0 || len(o.Tokens) != 1 || !o.Holds(w) {
			return false
		}
		opens := o.Tokens[0][0]
		last := f.inked(w+1, o.Tokens[0][1]) == 0
		if opens > f.d.Left[s] || !last && f.inked(opens, f.d.Left[s]) > 1 { // "But X says"
			return false
		}
		_, outlet := f.outletOfSource(o)
		return outlet
	})
}

// outletOfSource names the outlet that a source is, or whose message it is: "an account published by Tass".
func (f *finder) outletOfSource(s Statement) (string, bool) {
	if name, ok := f.voices().outletOf(s.SourceToken); ok || s.SourceToken < 0 || !f.voices().isMessage(s.SourceToken) {
		return name, ok
	}
	source := s.Source
	if source == nil {
		source = f.sources().sourceSpan(s)
	}
	for _, r := range f.tokens(source) {
		for i := r[0]; i < r[1]; i++ {
			if f.voices().outletAt(i) {
				return f.cast.Mentions[f.cast.At[i]].Name, true
			}
		}
	}
	return "", false
}

// handedOn notes for what the tagger found inside of another's words through whom it comes: "X told me that A," said Y.
func (f *finder) handedOn() {
	for k := range f.found {
		s := &f.found[k]
		if s.through > 0 || s.Kind != kg.Speech || s.CueToken < 0 {
			continue
		}
		if !telling[s.Lemma] || f.modalAt(s.CueToken) || f.d.Kind(s.CueToken) == layout.Headline {
			continue
		}
		best := -1
		for n, o := range f.found {
			around := n != k && o.Kind == kg.Speech && o.CueToken >= 0 && o.Holds(s.CueToken)
			if around && (best < 0 || o.size() < f.found[best].size()) {
				best = n
			}
		}
		if best >= 0 {
			s.through = f.found[best].CueToken + 1
		}
	}
}

// modalAt reports whether a verb is only possible or to come.
func (f view) modalAt(v int) bool {
	for _, c := range f.d.Children[v] {
		if f.d.Tokens[c].Tag == "MD" || whetherTo[f.d.Lower(c)] {
			return true
		}
	}
	return false
}

// passed notes who passed on what was retold.
func (f *finder) passed() {
	for k := range f.found {
		s := &f.found[k]
		if s.through == 0 {
			continue
		}
		for _, o := range f.found {
			if o.CueToken == s.through-1 && o.Speaker != "" && o.Speaker != s.Speaker {
				s.addVia(o.Speaker)
			}
		}
	}
}
