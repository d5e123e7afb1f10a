package attribution

import (
	"strings"
	"unicode"

	"sayso/internal/kg"
	"sayso/internal/read/layout"
)

// loneConfidence is how sure it is that a quotation which nobody is named for is somebody's words.
const loneConfidence = 0.5

// loneQuote makes a statement of nobody's of a quotation that nothing attributes, where it is an utterance and no name, title or word in marks. A part of
// one over several paragraphs joins the parts before.
func (f *finder) loneQuote(q int, owner []int) int {
	quote := f.d.Quotes[q]
	if p := quote.Continues; p >= 0 && owner[p] >= 0 {
		f.append(owner[p], q)
		return owner[p]
	}
	r := f.quoteTokens(q)
	if r[1] <= r[0] || !f.goesOn(q) && (!quote.Closed || !f.utterance(q)) || !f.readable(r[0]) || f.d.Kind(r[0]) != layout.Body && !f.wholeSegment(q) {
		return -1
	}
	f.found = append(f.found, Statement{Kind: kg.Speech, Modality: kg.Asserted, CueToken: -1, Main: -1, SourceToken: -1, Root: -1,
		Tokens: [][2]int{r}, Confidence: loneConfidence, Source: []kg.Span{}})
	return len(f.found) - 1
}

// goesOn reports whether a quotation goes on in the next paragraph.
func (f *finder) goesOn(q int) bool {
	return q+1 < len(f.d.Quotes) && f.d.Quotes[q+1].Continues == q
}

// utterance reports whether a quotation reads as something said: it begins like a sentence, behind a pause, and ends like one or before a pause.
func (f *finder) utterance(q int) bool {
	quote := f.d.Quotes[q]
	words := []rune(strings.Trim(string(f.d.Text[quote.Start:quote.End]), " '\"`-–—“”‘’«»"))
	if len(words) == 0 || !(unicode.IsUpper(words[0]) || unicode.IsDigit(words[0])) && !f.wholeSegment(q) {
		return false
	}
	return strings.ContainsRune(".?!,…", words[len(words)-1]) && f.pausesBefore(quote.OuterStart)
}

// pausesBefore reports whether nothing of a sentence, or a comma, colon or dash, stands right before a place.
func (f *finder) pausesBefore(i int) bool {
	for i--; i >= 0 && f.d.Text[i] != '\n'; i-- {
		if r := f.d.Text[i]; !unicode.IsSpace(r) {
			return strings.ContainsRune(".?!,:;…—–-\"'”’»", r)
		}
	}
	return true
}

// wholeSegment reports whether a quotation is all of its line.
func (f *finder) wholeSegment(q int) bool {
	quote := f.d.Quotes[q]
	for _, s := range f.d.Segments {
		if s.Start <= quote.OuterStart && quote.OuterEnd <= s.End {
			return quote.OuterStart-s.Start <= 1 && s.End-quote.OuterEnd <= 1
		}
	}
	return false
}
