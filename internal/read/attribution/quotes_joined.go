package attribution

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/layout"
)

// joinQuotes gives quotations that no verb attributes to the statement they go on from, or to who spoke last.
func (f *finder) joinQuotes() {
	owner := make([]int, len(f.d.Quotes))
	for q := range owner {
		owner[q] = -1
	}
	f.byPara = map[int][]int{}
	for k, s := range f.found {
		if p := f.d.Paragraph(max(s.CueToken, 0)); s.Kind == kg.Speech && s.CueToken >= 0 && len(s.Tokens) > 0 {
			f.byPara[p] = append(f.byPara[p], k)
		}
		for _, r := range s.Tokens {
			for q := range quotesIn(f.d, r) {
				if owner[q] < 0 || s.CueToken >= 0 && f.found[owner[q]].size() > s.size() {
					owner[q] = k
				}
			}
		}
	}
	f.joinChains(owner)
	for q := range f.d.Quotes {
		if owner[q] < 0 {
			owner[q] = f.joinOne(q, owner)
		}
		if owner[q] < 0 {
			owner[q] = lone{f}.loneQuote(q, owner)
		}
	}
}

// joinChains spreads the owner of one part of a quotation over paragraphs to its other parts.
func (f *finder) joinChains(owner []int) {
	for q := len(owner) - 1; q >= 0; q-- {
		if p := f.d.Quotes[q].Continues; p >= 0 && owner[p] < 0 && owner[q] >= 0 {
			owner[p] = owner[q]
			f.append(owner[q], p)
		}
	}
	for q := range owner {
		if p := f.d.Quotes[q].Continues; p >= 0 && owner[q] < 0 && owner[p] >= 0 {
			owner[q] = owner[p]
			f.append(owner[p], q)
		}
	}
}

func (f *finder) append(k, q int) {
	f.found[k].Tokens = append(f.found[k].Tokens, f.quoteTokens(q))
	f.found[k].sortTokens()
}

// joinOne attributes a quotation that stands by itself: a sentence of the paragraph of a direct quotation, or a
// paragraph after one.
func (f *finder) joinOne(q int, owner []int) int {
	d := f.d
	r := f.quoteTokens(q)
	if r[1] <= r[0] || d.Quotes[q].Single || r[1]-r[0] < 5 || !f.readable(r[0]) || d.Kind(r[0]) != layout.Body {
		return -1
	}
	para := d.Paragraph(r[0])
	fresh := r[0] == 0 || d.Sentence[r[0]] != d.Sentence[r[0]-1] || !d.Ink(r[0]-1) && d.Segment[r[0]-1] < 0 ||
		f.quotations().sentenceStart(r[0])
	if !fresh || !f.quotations().coversSentence(r) {
		return -1
	}
	best := -1
	near := f.byPara[para]
	if f.startsParagraph(r[0]) {
		near = append(append([]int{}, f.byPara[para-1]...), near...)
	}
	for _, k := range near {
		if s := f.found[k]; s.CueToken <= r[0] && (best < 0 || s.CueToken > f.found[best].CueToken) {
			best = k
		}
	}
	if best < 0 {
		return -1
	}
	s := f.found[best]
	if d.Paragraph(s.CueToken) == para && f.hasQuote(s) {
		f.append(best, q)
		return best
	}
	f.found = append(
		f.found,
		Statement{Kind: kg.Speech, Modality: kg.Asserted, CueToken: -1, Main: -1, SourceToken: s.SourceToken, Root: -1,
			Tokens: [][2]int{r}, Confidence: 0.7, Source: []kg.Span{}},
	)
	return len(f.found) - 1
}

func (f quotations) sentenceStart(i int) bool {
	return f.d.Sentences[f.d.Sentence[i]].First >= i-1
}

// coversSentence reports whether the quotation is whole sentences: nothing but punctuation is left of its last one.
func (f quotations) coversSentence(r [2]int) bool {
	d := f.d
	if d.Sentence[r[1]-1] < 0 {
		return false
	}
	for i := r[1]; i < d.Sentences[d.Sentence[r[1]-1]].End; i++ {
		if d.Ink(i) && !strings.ContainsAny(d.Tokens[i].Text, `.!?"'`) {
			return false
		}
	}
	return true
}
