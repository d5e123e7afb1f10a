package attribution

import (
	"slices"

	"sayso/internal/kg"
	"sayso/internal/read/layout"
)

// joinedSayings parts what two say in one sentence: in "X said that A, but Y reported that B" what X said ends where Y
// begins, and Y's words are those behind the verb.
func (f *finder) joinedSayings() {
	d := f.d
	for w := range d.Tokens {
		v := d.Tokens[w].Head
		if !f.readable(w) || d.Tokens[w].Dep != "conj" || v >= w || !d.Verb(w) || !d.Verb(v) || d.Quoted[w] >= 0 ||
			d.Child(w, "neg") >= 0 {
			continue
		}
		q, _, known := f.cueOf(w)
		s, c := d.Child(w, "nsubj"), f.thatClause(w)
		if !known || q.kind != kg.Speech || s < 0 || s > w || c < 0 {
			continue
		}
		cut := d.Left[s]
		for cut > v+1 && (d.Tokens[cut-1].Dep == "cc" || d.Tokens[cut-1].Text == "," || d.Tokens[cut-1].Text == ";") {
			cut--
		}
		if cut <= v+1 || d.Tokens[cut].Text != "," && d.Tokens[cut].Text != ";" {
			continue
		}
		own, said := f.clauseRange(c), false
		for k := range f.found {
			switch o := &f.found[k]; {
			case o.Main == v || o.CueToken == v:
				o.Tokens = cutAt(o.Tokens, cut)
			case o.CueToken > w && citing[o.Lemma] && d.Tokens[o.CueToken].Head == w && o.Holds(c):
				// whom an outlet cites is not who reports
				o.Tokens = nil
			case o.CueToken == w || o.Main == w:
				if said = true; len(o.Tokens) > 0 && o.Tokens[len(o.Tokens)-1][1] <= w {
					o.Tokens, o.Root, o.SourceToken, o.Source = [][2]int{own}, c, s, nil
				}
			}
		}
		f.found = slices.DeleteFunc(f.found, func(o Statement) bool { return len(o.Tokens) == 0 })
		if !said {
			f.found = append(f.found, f.cues().sayingOf(w, s, c))
		}
	}
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
	f.setCue(&out, w, extra)
	return out
}

// telling are the verbs by which somebody passes words on to somebody else.

// retold adds what somebody is said to have said: in "X said that Y had told Z that A" Y's words are there too, through
// X.
func (f *finder) retold() {
	d := f.d
	for w := range d.Tokens {
		told := telling[d.Lemma(w)]
		if !f.readable(w) || !told && !f.words.Speech(d.Lemma(w)) || !d.Verb(w) || d.Quoted[w] >= 0 && !told ||
			d.Child(w, "neg") >= 0 ||
			f.modalAt(w) {
			continue
		}
		s, c := d.Child(w, "nsubj"), f.thatClause(w)
		if s >= 0 && c < 0 && f.reportedWhole(w, s) {
			c = d.Child(w, "ccomp")
		}
		if s < 0 || s > w || c < 0 || told && d.Child(w, "dobj", "dative") < 0 || f.cast.At[s] < 0 ||
			slices.ContainsFunc(f.found, func(o Statement) bool { return o.CueToken == w || o.Main == w }) {
			continue
		}
		for _, o := range f.found {
			if o.Kind == kg.Speech && o.CueToken >= 0 && o.Holds(w) && o.Holds(c) && d.Sentence[o.CueToken] == d.Sentence[w] {
				inner := f.cues().sayingOf(w, s, c)
				inner.through = o.CueToken + 1
				f.found = append(f.found, inner)
				break
			}
		}
	}
}

// reportedWhole reports whether an outlet is said to report all that subject s says by verb w: "X said the port was
// closed, the agency reported".
func (f *finder) reportedWhole(w, s int) bool {
	c := f.d.Child(w, "ccomp")
	return c > w && slices.ContainsFunc(f.found, func(o Statement) bool {
		if o.Kind != kg.Speech || o.CueToken < c || len(o.Tokens) != 1 || o.Tokens[0][0] != f.d.Left[s] || !o.Holds(c) {
			return false
		}
		_, outlet := f.voices().outletOf(o.SourceToken)
		return outlet
	})
}

// handedOn notes for what the tagger found inside of another's words through whom it comes: "X told me that A," said Y.
func (f *finder) handedOn() {
	for k := range f.found {
		s := &f.found[k]
		if s.through > 0 || s.Kind != kg.Speech || s.CueToken < 0 || !telling[s.Lemma] || f.modalAt(s.CueToken) ||
			f.d.Kind(s.CueToken) == layout.Headline {
			continue
		}
		best := -1
		for n, o := range f.found {
			if n != k && o.Kind == kg.Speech && o.CueToken >= 0 && o.Holds(s.CueToken) &&
				(best < 0 || o.size() < f.found[best].size()) {
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
