package attribution

import (
	"slices"

	"sayso/internal/kg"
)

// mendCarriers corrects whom a statement was taken from, where the one who carries the words was taken.
func (f *finder) mendCarriers(s *Statement) {
	if !slices.ContainsFunc(f.found, func(o Statement) bool { return retelling{f}.coversSaying(*s, o) }) {
		f.cues().carried(s)
	}
	f.cues().called(s)
}

// carried corrects quotations whose carrier was taken for their speaker: `“…,” he said, according to the Post`, where
// what the Post is the source of is the quotation with its own attribution.
func (f cueReader) carried(s *Statement) {
	d := f.d
	if len(s.Tokens) != 1 || s.SourceToken < 0 || s.CueToken < 0 {
		return
	}
	if !f.accordingTo(s.SourceToken) || f.cast.At[s.SourceToken] < 0 ||
		f.cast.Mentions[f.cast.At[s.SourceToken]].Type == kg.Person {
		return
	}
	r := s.Tokens[0]
	if d.Quoted[r[0]] < 0 {
		return
	}
	quote := f.quoteTokens(d.Quoted[r[0]])
	for v := quote[1]; v < r[1]; v++ {
		q, extra, ok := f.cueOf(v)
		if !ok || !d.Verb(v) || q.kind != kg.Speech || !q.takes("q") || d.Quoted[v] >= 0 {
			continue
		}
		src, passive := f.sources().subject(v)
		if src < quote[1] || src >= r[1] || passive {
			continue
		}
		carrier := f.cast.Mentions[f.cast.At[s.SourceToken]].Name
		*s = Statement{
			Kind:        kg.Speech,
			Modality:    q.modality,
			CueToken:    v,
			Main:        v,
			SourceToken: src,
			Lemma:       d.Lemma(v),
			Root:        -1,
			Confidence:  s.Confidence,
			Tokens:      [][2]int{quote},
			Via:         []string{carrier},
		}
		f.setCue(s, v, extra)
		return
	}
}

// called corrects quotations behind which a verb of calling stands with who called: `“What now?” cried X from the
// back`, where X and the place were taken for more of what was said, or for nobody's.
func (f cueReader) called(s *Statement) {
	d, v := f.d, s.CueToken
	if v < 0 || !d.Verb(v) || d.Quoted[v] >= 0 {
		return
	}
	q, _, ok := f.cueOf(v)
	if !ok || q.kind != kg.Speech || !q.takes("q") {
		return
	}
	src, passive := f.sources().subject(v)
	before := f.quotations().quoteBefore(v)
	if src >= 0 && src < v && before < 0 {
		before = f.quotations().quoteBefore(d.Left[src])
	}
	if before < 0 {
		return
	}
	if q := f.words.verbs[d.Lemma(v)]; !q.takes("c") && f.hasQuote(*s) { // it takes quoted words and no others
		s.Tokens = slices.DeleteFunc(s.Tokens, func(r [2]int) bool { return len(quotesIn(d, r)) == 0 })
	}
	if s.SourceToken >= 0 {
		return
	}
	if src >= 0 && !passive && d.Quoted[src] < 0 {
		s.Kind, s.Modality, s.SourceToken, s.Tokens = kg.Speech, q.modality, src, [][2]int{f.quoteTokens(before)}
		return
	}
	if k := f.personBehind(v); k >= 0 && d.Quotes[before].Closed {
		m := f.cast.Mentions[k]
		s.Kind, s.Modality, s.SourceToken, s.Tokens = kg.Speech, q.modality, m.Head(d), [][2]int{f.quoteTokens(before)}
		s.Source = []kg.Span{d.Trimmed(v+1, m.End)}
	}
}

// personBehind gives the mention of the person named behind a verb, after nouns for who that is at most; -1 for none.
func (f cueReader) personBehind(v int) int {
	d := f.d
	i := v + 1
	for i < len(d.Tokens) && (!d.Ink(i) || f.cast.At[i] < 0 && d.Noun(i) && i < v+4) {
		i++
	}
	if i >= len(d.Tokens) || f.cast.At[i] < 0 || f.cast.Mentions[f.cast.At[i]].Type != kg.Person {
		return -1
	}
	return f.cast.At[i]
}
