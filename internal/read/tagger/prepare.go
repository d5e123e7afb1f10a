package tagger

import (
	"sayso/internal/nlp"
	"sayso/internal/read/layout"
	"sayso/internal/read/quotation"
)

// Input is a text as the tagger takes it.
type Input struct {
	Doc      nlp.Doc
	Segments []layout.Segment
	Quotes   []quotation.Quote
}

// Prepare normalizes, cuts, parses a text and finds its quotations, the way articles are read.
func Prepare(p *nlp.Pipeline, text string) Input {
	original := []rune(text)
	plain := layout.Normalize(text)
	in := Input{Segments: layout.Segments(plain, original)}
	var spans []nlp.Span
	var paragraphs [][2]int
	for i, s := range in.Segments {
		spans = append(spans, nlp.Span{Start: s.Start, End: s.End})
		if i > 0 && in.Segments[i-1].Paragraph == s.Paragraph {
			paragraphs[len(paragraphs)-1][1] = s.End
		} else {
			paragraphs = append(paragraphs, [2]int{s.Start, s.End})
		}
	}
	if spans == nil {
		spans = []nlp.Span{}
	}
	in.Doc = p.Analyze(string(plain), spans)
	in.Quotes = quotation.Find(original, paragraphs)
	return in
}
