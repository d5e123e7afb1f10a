package attribution

import (
	"strings"
	"unicode"

	"sayso/internal/kg"
	"sayso/internal/read/layout"
)

// loneConfidence is how sure it is that a quotation which nobody is named for is somebody's words.
const loneConfidence = 0.5

// lone reads quotations that no verb attributes.
type lone struct{ *finder }

// loneQuote makes a statement of nobody's of a quotation that nothing attributes, where it is an utterance and no name,
// title or word in marks. A part of one over several paragraphs joins the parts before.
func (f lone) loneQuote(q int, owner []int) int {
	quote := f.d.Quotes[q]
	if p := quote.Continues; p >= 0 && owner[p] >= 0 {
		f.append(owner[p], q)
		return owner[p]
	}
	r := f.quoteTokens(q)
	if r[1] <= r[0] || !f.goesOn(q) && (!quote.Closed || !f.utterance(q)) {
		return -1
	}
	if !f.readable(r[0]) || f.d.Kind(r[0]) != layout.Body && !f.wholeSegment(q) {
		return -1
	}
	f.found = append(
		f.found,
		Statement{Kind: kg.Speech, Modality: kg.Asserted, CueToken: -1, Main: -1, SourceToken: f.teller(r[0]), Root: -1,
			Tokens: [][2]int{r}, Confidence: loneConfidence, Source: []kg.Span{}},
	)
	return len(f.found) - 1
}

// teller is the source of a quotation that stands by itself: the subject of a sentence of telling right before it, or
// who spoke last where nothing but a paragraph about the same person stands between; -1 for nobody.
func (f lone) teller(first int) int {
	d := f.d
	if f.startsParagraph(first) {
		if src := f.lastSpeaker(d.Paragraph(first) - 1); src >= 0 {
			return src
		}
		return f.doerBefore(first)
	}
	before := first - 1
	for before >= 0 && (!d.Ink(before) || d.Sentence[before] < 0 || d.Sentence[before] == d.Sentence[first]) {
		before--
	}
	if before < 0 || d.Paragraph(before) != d.Paragraph(first) || d.Quoted[before] >= 0 {
		return -1
	}
	sent := d.Sentences[d.Sentence[before]]
	for v := sent.First; v < sent.End; v++ {
		if !d.Verb(v) || d.Tokens[v].Head != v && !tellers[d.Lemma(v)] || d.Quoted[v] >= 0 {
			continue
		}
		if src, passive := f.sources().subject(v); src >= 0 && !passive && f.onlyPerson(src, sent.First, sent.End) {
			return src
		}
	}
	return f.ofWhom(sent.First, sent.End)
}

// doerBefore is who does something with body or face in the last sentence of the paragraph before a quotation that is
// all of its own, where nobody else is named there: "Roe wiped her eyes. ¶ “We did everything.”"; -1 for nobody.
func (f lone) doerBefore(first int) int {
	d := f.d
	before := first - 1
	for before >= 0 && (!d.Ink(before) || d.Sentence[before] < 0) {
		before--
	}
	if before < 0 || d.Paragraph(before) != d.Paragraph(first)-1 || d.Quoted[before] >= 0 {
		return -1
	}
	sent := d.Sentences[d.Sentence[before]]
	for v := sent.First; v < sent.End; v++ {
		if !d.Verb(v) || d.Tokens[v].Head != v || !gestures[d.Lemma(v)] && !tellers[d.Lemma(v)] {
			continue
		}
		if src, passive := f.sources().subject(v); src >= 0 && !passive && f.onlyPerson(src, sent.First, sent.End) {
			return src
		}
	}
	return -1
}

// ofWhom is the one person whom a sentence says itself to be about: "For X, the wait is over."; -1 for nobody.
func (f lone) ofWhom(first, end int) int {
	d := f.d
	o := d.Child(first, "pobj")
	if !about[d.Lower(first)] || o < 0 || f.cast.At[o] < 0 || !f.onlyPerson(o, first, end) {
		return -1
	}
	return o
}

// onlyPerson reports whether a token is a person's name or a pronoun for one, and a stretch names nobody else.
func (f lone) onlyPerson(src, first, end int) bool {
	name := ""
	for _, m := range f.cast.Mentions {
		if m.First >= first && m.First < end && m.Type == kg.Person {
			if name != "" && name != m.Name {
				return false
			}
			name = m.Name
		}
	}
	k := f.cast.At[src]
	return k >= 0 && f.cast.Mentions[k].Type == kg.Person || k < 0 && heShe[f.d.Lower(src)]
}

// lastSpeaker is the source of the quotation in the paragraph before one that names its speaker, nobody else, and says
// nothing of anybody; -1 for none.
func (f lone) lastSpeaker(between int) int {
	if len(f.byPara[between]) > 0 {
		return -1
	}
	named := false
	for f.caption(between) && between > 0 && len(f.byPara[between-1]) == 0 {
		between--
	}
	if between < 1 || len(f.byPara[between-1]) == 0 {
		return -1
	}
	s := f.found[f.byPara[between-1][len(f.byPara[between-1])-1]]
	if s.SourceToken < 0 || !f.hasQuote(s) {
		return -1
	}
	k := f.cast.At[s.SourceToken]
	if k < 0 && !heShe[f.d.Lower(s.SourceToken)] {
		return -1
	}
	if named = f.caption(between); k < 0 {
		if named {
			return s.SourceToken
		}
		return -1
	}
	speaker := f.cast.Mentions[k].Name
	for _, m := range f.cast.Mentions {
		if m.Type != kg.Person || f.d.Paragraph(m.First) != between || f.credited(m.First) {
			continue
		}
		if m.Name != speaker {
			return -1
		}
		named = true
	}
	if !named {
		return -1
	}
	return s.SourceToken
}

// caption reports whether a paragraph is of the page: whose picture it is, with the picture's words before it or
// without.
func (f lone) caption(paragraph int) bool {
	credit := false
	for _, s := range f.d.Segments {
		if s.Paragraph == paragraph {
			credit = credit || s.Kind == layout.Credit
		}
	}
	return credit
}

// credited reports whether a name says whose picture it is: "Photograph: Jane Roe".
func (f lone) credited(i int) bool {
	return i > 1 && credits[f.d.Lower(i-2)] && strings.Contains(":/", f.d.Tokens[i-1].Text)
}

// goesOn reports whether a quotation goes on in the next paragraph.
func (f lone) goesOn(q int) bool {
	return q+1 < len(f.d.Quotes) && f.d.Quotes[q+1].Continues == q
}

// utterance reports whether a quotation reads as something said: it begins like a sentence, behind a pause, and ends
// like one or before a pause.
func (f lone) utterance(q int) bool {
	quote := f.d.Quotes[q]
	words := []rune(strings.Trim(string(f.d.Text[quote.Start:quote.End]), " '\"`-–—“”‘’«»"))
	if len(words) == 0 || !(unicode.IsUpper(words[0]) || unicode.IsDigit(words[0])) && !f.wholeSegment(q) {
		return false
	}
	return strings.ContainsRune(".?!,…", words[len(words)-1]) && f.pausesBefore(quote.OuterStart)
}

// pausesBefore reports whether nothing of a sentence, or a comma, colon or dash, stands right before a place.
func (f lone) pausesBefore(i int) bool {
	for i--; i >= 0 && f.d.Text[i] != '\n'; i-- {
		if r := f.d.Text[i]; !unicode.IsSpace(r) {
			return strings.ContainsRune(".?!:…—–-\"'”’»", r)
		}
	}
	return true
}

// wholeSegment reports whether a quotation is all of its line.
func (f lone) wholeSegment(q int) bool {
	quote := f.d.Quotes[q]
	for _, s := range f.d.Segments {
		if s.Start <= quote.OuterStart && quote.OuterEnd <= s.End {
			return quote.OuterStart-s.Start <= 1 && s.End-quote.OuterEnd <= 1
		}
	}
	return false
}
