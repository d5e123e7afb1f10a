package attribution

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/tagger"
)

// tagged turns an attribution that the tagger found into a statement; it is false where its words are no tokens of a
// sentence.
func (f cueReader) tagged(a tagger.Attribution) (Statement, bool) {
	cue, content := f.tokens(a.Cue), f.tokens(a.Content)
	v := f.speechIn(cue, f.top(cue))
	if v < 0 || len(content) == 0 || !f.readable(v) || strings.HasPrefix(f.d.Tokens[v].Text, "@") {
		return Statement{}, false // a handle is who says it, and is read as the label that it is
	}
	s := Statement{
		Source:      a.Source,
		Cue:         a.Cue,
		Tokens:      content,
		CueToken:    v,
		Main:        v,
		Lemma:       f.d.Lemma(v),
		Confidence:  a.Score,
		SourceToken: f.top(f.tokens(a.Source)),
	}
	if up := f.d.Tokens[v].Head; f.d.Noun(v) && f.d.Tokens[v].Dep == "dobj" && f.d.Verb(up) {
		s.Main = up
	} else if f.d.Tokens[v].Dep == "pcomp" && f.d.Lower(up) == "as" &&
		citing[f.d.Lemma(f.d.Tokens[up].Head)] { // "was quoted by Y as saying"
		s.Main = f.d.Tokens[up].Head
	}
	f.sources().subjectSource(&s)
	f.quotedAs(&s)
	f.quotations().quotedTail(&s)
	f.sources().nameBesideVerb(&s)
	f.sources().dropAddressee(&s)
	f.quotations().quotedBy(&s)
	f.quotations().quotedSaying(&s)
	f.voices().whichCited(&s)
	f.fronted(&s)
	f.clauses().afterClause(&s)
	f.doneBy(&s)
	f.participle(&s)
	f.sources().nounSubject(&s)
	f.nounOfCue(&s)
	f.quotations().openQuote(&s)
	f.quotations().clauseBefore(&s)
	f.clauses().conditioned(&s)
	f.sources().addressee(&s)
	s.Root = f.root(s)
	f.edges().mend(&s)
	s.Root = f.root(s)
	f.judge(&s, cue)
	f.reportedToHave(&s)
	return s, !f.quotations().quotedOnly(s) && !f.quotations().onlyNamed(s) && !f.quotations().onlyFollows(s)
}

// onlyFollows reports whether a verb that is none of saying only stands in the sentence behind a quotation that ended
// with a full stop: `"I never saw him again." Her lawyer touched her arm.`
func (f quotations) onlyFollows(s Statement) bool {
	d := f.d
	first := s.Tokens[0]
	if !d.Verb(s.CueToken) || f.words.Speech(s.Lemma) || first[1] > d.Sentences[d.Sentence[s.CueToken]].First {
		return false
	}
	q := d.Quoted[first[1]-1]
	if q < 0 || d.Quoted[s.CueToken] >= 0 || f.quoteTokens(q)[1] > s.CueToken {
		return false
	}
	end := f.quoteTokens(q)[1] - 1
	for end > first[0] && !d.Ink(end) || end > first[0] && strings.ContainsAny(d.Tokens[end].Text, `"'”’`) {
		end--
	}
	return d.Tokens[end].Text == "."
}

// speechIn gives the verb of saying that ends a cue whose head says nothing: of "managed to escape claimed" the last.
func (f cueReader) speechIn(cue [][2]int, top int) int {
	if top < 0 || len(cue) != 1 || cue[0][1]-top < 2 || !f.d.Verb(top) {
		return top
	}
	last := cue[0][1] - 1
	if _, _, known := f.cueOf(top); known || !f.d.Verb(last) || !f.words.Speech(f.d.Lemma(last)) || f.modalAt(last) {
		return top
	}
	return last
}

// quotedOnly reports whether all that is said is who was quoted: "X was quoted by the agency as saying" has its words
// behind another cue.
func (f quotations) quotedOnly(s Statement) bool {
	for _, r := range s.Tokens {
		if f.finite(r) || f.d.Quoted[r[0]] >= 0 || r[1] > s.CueToken {
			return false
		}
	}
	return quotedBy[s.Lemma] && f.d.Child(s.CueToken, "auxpass") >= 0 && f.d.Child(s.CueToken, "prep", "agent") >= 0
}

// onlyNamed reports whether a participle with nobody who does it only gives a name: "the striker, nicknamed
// "the Wall"," has said nothing and nobody has said it.
func (f quotations) onlyNamed(s Statement) bool {
	v := s.CueToken
	return naming[s.Lemma] && s.Root < 0 && s.SourceToken < 0 && f.d.Tokens[v].Tag == "VBN" && f.d.Child(v, "agent") < 0
}

// openQuote stretches a content that ends in an unclosed quotation to its end where only marks are left of it.
func (f quotations) openQuote(s *Statement) {
	k := len(s.Tokens) - 1
	q := f.d.Quoted[s.Tokens[k][1]-1]
	if q < 0 || f.d.Quotes[q].Closed {
		return
	}
	if end := f.quoteTokens(q)[1]; end > s.Tokens[k][1] && f.sources().separatedOnly(s.Tokens[k][1], end) {
		s.Tokens[k][1] = end
	}
}

// joinedSource gives a source the names listed before it: in "X, Y and two others warned" the source begins with X.
func (f sources) joinedSource(s *Statement) {
	src := f.tokens(s.Source)
	if s.SourceToken < 0 || s.SourceToken > s.CueToken || len(src) != 1 || f.cast.At[src[0][0]] < 0 ||
		!f.conjoins(src[0]) {
		return
	}
	typ, first := f.cast.Mentions[f.cast.At[src[0][0]]].Type, src[0][0]
	for first >= 2 && f.d.Tokens[first-1].Text == "," && f.cast.At[first-2] >= 0 {
		m := f.cast.Mentions[f.cast.At[first-2]]
		if m.Type != typ || s.Holds(m.First) || f.d.Sentence[m.First] != f.d.Sentence[s.CueToken] {
			break
		}
		first = m.First
	}
	if first < src[0][0] && f.d.Sentences[f.d.Sentence[first]].First == first {
		s.SourceToken = f.cast.Mentions[f.cast.At[first]].Head(f.d)
		s.Source = []kg.Span{f.d.Trimmed(first, src[0][1])}
	}
}

// conjoins reports whether "and" stands in a stretch.
func (f sources) conjoins(r [2]int) bool {
	for i := r[0]; i < r[1]; i++ {
		if f.d.Tokens[i].Dep == "cc" {
			return true
		}
	}
	return false
}

// tokens gives the tokens of spans, without blanks at the ends.
func (f view) tokens(spans []kg.Span) [][2]int {
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
func (f view) tops(ranges [][2]int) []int {
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
func (f view) top(ranges [][2]int) int {
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

// root is the main verb of the content, -1 when it has none.
func (f view) root(s Statement) int {
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
		for _, p := range append([]int{i}, f.d.All(i, "prep")...) {
			if x := f.d.Child(p, "pcomp"); x >= 0 && s.Holds(x) && (p == i || f.d.Lower(p) == "of") {
				return x
			}
		}
	}
	if x := f.ofDoing(s); x >= 0 {
		return x
	}
	return f.marked(s)
}

// marked finds the first finite verb of a content that opens with "that" or a question word, whatever the parser makes
// of it.
func (f view) marked(s Statement) int {
	if !clauseOpeners[f.d.Lower(s.Tokens[0][0])] {
		return -1
	}
	for i := s.Tokens[0][0] + 1; i < s.Tokens[0][1]; i++ {
		switch t := f.d.Tokens[i]; t.Tag {
		case "VBD", "VBZ", "VBP", "MD":
			if (t.Dep == "aux" || t.Dep == "auxpass") && s.Holds(t.Head) {
				return t.Head
			}
			return i
		}
	}
	return -1
}

// ofDoing finds the "-ing" word right behind "of" after a cue that takes one, where the parser saw no verb; -1 for
// none.
func (f view) ofDoing(s Statement) int {
	if !f.words.verbs[s.Lemma].takes("o") {
		return -1
	}
	for _, r := range s.Tokens {
		for i := r[0] + 1; i < r[1]; i++ {
			if f.d.Lower(i-1) == "of" && strings.HasSuffix(f.d.Lower(i), "ing") {
				return i
			}
		}
	}
	return -1
}

// clausal reports whether a token is the verb of a clause.
func (f view) clausal(i int) bool {
	t := f.d.Tokens[i]
	switch {
	case t.Pos != "VERB" && t.Pos != "AUX":
		return false
	case t.Tag == "VBN" && t.Dep == "amod":
		return false
	}
	return true
}
