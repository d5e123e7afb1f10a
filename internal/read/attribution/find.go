package attribution

import (
	"slices"
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
	byClause := map[int][]int{}
	for _, a := range attributions {
		s, ok := f.tagged(a)
		if !ok || slices.ContainsFunc(byClause[s.Main], func(k int) bool { return f.found[k].sameAs(s) }) {
			continue
		}
		byClause[s.Main] = append(byClause[s.Main], len(f.found))
		f.found = append(f.found, s)
	}
	f.addMissed()
	for k := range f.found {
		f.carried(&f.found[k])
		f.called(&f.found[k])
	}
	f.leadIns()
	f.found = append(f.found, f.answers()...)
	f.cutTails()
	f.joinQuotes()
	f.joinedSayings()
	f.retold()
	f.handedOn()
	for k := range f.found {
		f.finish(&f.found[k])
	}
	f.chains()
	f.speakers()
	f.outlets()
	f.passed()
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
	f.joinedSource(s)
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
