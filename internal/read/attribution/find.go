package attribution

import (
	"sort"

	"sayso/internal/kg"
	"sayso/internal/read/syntax"
	"sayso/internal/read/tagger"
)

// finder holds the statements of one text while the passes work on them.
type finder struct {
	view
	given []tagger.Attribution // what the tagger found
	found []Statement

	byMain map[int][]int // attributing verb or noun -> statements
	byPara map[int][]int // paragraph of the cue -> statements that verbs attribute
}

func first(s Statement) int {
	if len(s.Tokens) == 0 {
		return 0
	}
	return s.Tokens[0][0]
}

func (f view) readable(i int) bool {
	return f.d.Readable(i)
}

// cueOf looks a verb up, with its particle or preposition first.
func (f view) cueOf(v int) (cue, int, bool) {
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

// nested reports whether a statement stands inside what somebody else is said to have said.
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
		s.Source = f.sources().sourceSpan(*s)
	}
	f.sources().joinedSource(s)
	s.Modality = f.cues().modality(*s)
	if len(s.Quotes) > 0 && s.Kind == kg.Stance && !f.nested(*s) && f.quotations().quotable(*s) {
		s.Kind = kg.Speech
	}
}

// quotesIn lists the quotations that lie in a token range.
func quotesIn(d *syntax.Document, r [2]int) map[int]bool {
	out := map[int]bool{}
	for i := r[0]; i < r[1]; i++ {
		q := d.Quoted[i]
		if q >= 0 && !out[q] && d.Ink(i) && d.Quotes[q].Start >= d.Tokens[r[0]].Start-2 &&
			d.Quotes[q].End <= d.Tokens[r[1]-1].End {
			out[q] = true
		}
	}
	return out
}
