package attribution

import (
	"sort"

	"sayso/internal/kg"
	"sayso/internal/read/mention"
	"sayso/internal/read/syntax"
	"sayso/internal/read/tagger"
)

// finder holds what the rules share while they go through one text.
type finder struct {
	d     *syntax.Document
	cast  *mention.Cast
	words *Lexicon
	found []Statement

	byMain map[int][]int // attributing verb or noun -> statements
	byPara map[int][]int // paragraph of the cue -> statements that verbs attribute
}

// Find reads the statements of a text.
func Find(cast *mention.Cast, attributions []tagger.Attribution, words *Lexicon) *Result {
	f := &finder{d: cast.Doc, cast: cast, words: words}
	for i := range f.d.Tokens {
		if !f.readable(i) {
			continue
		}
		if s, ok := f.statementAt(i); ok {
			f.found = append(f.found, s)
		}
	}
	f.dropRepeats()
	f.dropShadowed()
	f.labels()
	byRule := f.found
	f.found = nil
	for _, a := range attributions {
		if s, ok := f.tagged(a); ok {
			f.found = append(f.found, s)
		}
	}
	f.addMissed(byRule)
	f.joinQuotes()
	for k := range f.found {
		f.finish(&f.found[k])
	}
	f.speakers()
	f.outlets()
	sort.SliceStable(f.found, func(i, j int) bool { return first(f.found[i]) < first(f.found[j]) })
	out := &Result{Cast: cast, Statements: f.found, Words: words}
	out.index()
	return out
}

func first(s Statement) int {
	if len(s.Tokens) == 0 {
		return 0
	}
	return s.Tokens[0][0]
}

func (f *finder) readable(i int) bool {
	return f.d.Readable(i)
}

func (f *finder) statementAt(i int) (Statement, bool) {
	d := f.d
	switch {
	case d.Lower(i) == "according":
		return f.accordingTo(i)
	case d.Verb(i) || d.Lemma(i) == "read" || d.Lemma(i) == "say":
		return f.verbal(i)
	case d.Noun(i):
		return f.nominal(i)
	}
	return Statement{}, false
}

// cueOf looks a verb up, with its particle or preposition first.
func (f *finder) cueOf(v int) (cue, int, bool) {
	lemma := f.d.Lemma(v)
	for _, c := range f.d.Children[v] {
		switch f.d.Tokens[c].Dep {
		case "prt", "prep", "acomp", "advmod", "oprd", "ccomp":
			if q, ok := f.words.phrases[lemma+" "+f.d.Lower(c)]; ok {
				return q, c, true
			}
		}
	}
	q, ok := f.words.verbs[lemma]
	return q, -1, ok
}

func (f *finder) verbal(v int) (Statement, bool) {
	q, extra, ok := f.cueOf(v)
	if !ok {
		return Statement{}, false
	}
	src, passive := f.subject(v)
	s := Statement{Kind: q.kind, Modality: q.modality, CueToken: v, Main: v, SourceToken: src, Lemma: f.d.Lemma(v), Root: -1, Confidence: 0.9}
	if src < 0 && !passive && f.d.Tokens[v].Tag != "VBG" {
		src = f.startOfSentence(v)
		s.SourceToken = src
	}
	if src < 0 && !f.quoteBeside(v) || passive && src < 0 {
		return Statement{}, false
	}
	if f.d.Quoted[v] >= 0 && (src < 0 || firstPerson[f.d.Lower(src)] || q.kind == kg.Stance) {
		return Statement{}, false
	}
	if f.isQuestion(v) || q.kind == kg.Speech && q.takes("c") && f.d.Child(v, "neg") >= 0 && !f.quoteBeside(v) {
		return Statement{}, false
	}
	core := f.core(v, src, extra)
	if !f.content(&s, q, v, core, extra) {
		return Statement{}, false
	}
	f.setCue(&s, v, extra)
	return s, true
}

var firstPerson = map[string]bool{"i": true, "we": true, "you": true, "me": true, "us": true, "who": true, "what": true, "it": true}

// isQuestion refuses cues asked about: "Did he say …?"
func (f *finder) isQuestion(v int) bool {
	s := f.d.Sentences[f.d.Sentence[v]]
	last := s.End - 1
	for last > s.First && !f.d.Ink(last) {
		last--
	}
	return f.d.Tokens[last].Text == "?" && f.d.Quoted[last] < 0 && f.d.Tokens[v].Head == v && f.d.Quoted[v] < 0
}

// setCue gives the cue its auxiliaries, negation and particle.
func (f *finder) setCue(s *Statement, v, extra int) {
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

// dropRepeats keeps one statement of two with the same cue or the same content.
func (f *finder) dropRepeats() {
	var out []Statement
	type key struct{ first, end int }
	seen := map[key]int{}
	for _, s := range f.found {
		if len(s.Tokens) == 0 {
			continue
		}
		k := key{s.Tokens[0][0], s.Tokens[len(s.Tokens)-1][1]}
		if at, twice := seen[k]; twice {
			if out[at].Kind == kg.Stance && s.Kind == kg.Speech {
				out[at] = s
			}
			continue
		}
		seen[k] = len(out)
		out = append(out, s)
	}
	f.found = out
}

// dropShadowed leaves out the verb of "expressed hope that …" where the noun attributes.
func (f *finder) dropShadowed() {
	nouns := map[int]bool{}
	for _, s := range f.found {
		if s.Main != s.CueToken {
			nouns[s.Main] = true
		}
	}
	var out []Statement
	for _, s := range f.found {
		if s.Main == s.CueToken && nouns[s.Main] {
			continue
		}
		out = append(out, s)
	}
	f.found = out
}

// nested tells whether a statement stands inside what somebody else is said to have said.
func (f *finder) nested(s Statement) bool {
	for _, o := range f.found {
		if o.Kind == kg.Speech && o.CueToken != s.CueToken && s.CueToken >= 0 && o.Holds(s.CueToken) {
			return true
		}
	}
	return false
}

// finish turns tokens into spans and reads modality and quotations.
func (f *finder) finish(s *Statement) {
	d := f.d
	s.sortTokens()
	for _, r := range s.Tokens {
		if sp := d.Trimmed(r[0], r[1]); sp[1] > sp[0] {
			s.Content = append(s.Content, sp)
		}
		for q := range quotesIn(d, r) {
			quote := d.Quotes[q]
			s.Quotes = append(s.Quotes, kg.Span{quote.Start, quote.End})
		}
	}
	sort.Slice(s.Quotes, func(i, j int) bool { return s.Quotes[i][0] < s.Quotes[j][0] })
	if s.SourceToken >= 0 && s.Source == nil {
		s.Source = f.sourceSpan(*s)
	}
	s.Modality = f.modality(*s)
	if len(s.Quotes) > 0 && s.Kind == kg.Stance && !f.nested(*s) && f.quotable(*s) {
		s.Kind = kg.Speech
	}
}

// quotesIn lists the quotations that lie in a token range.
func quotesIn(d *syntax.Document, r [2]int) map[int]bool {
	out := map[int]bool{}
	for i := r[0]; i < r[1]; i++ {
		q := d.Quoted[i]
		if q >= 0 && !out[q] && d.Ink(i) && d.Quotes[q].Start >= d.Tokens[r[0]].Start-2 && d.Quotes[q].End <= d.Tokens[r[1]-1].End {
			out[q] = true
		}
	}
	return out
}
