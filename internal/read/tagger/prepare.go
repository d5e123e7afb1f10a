package tagger

import (
	"sayso/internal/nlp"
	"sayso/internal/read/layout"
	"sayso/internal/read/quotation"
	"sayso/internal/read/syntax"
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
	closed := syntax.Close(plain, original)
	for i := range spans {
		spans[i] = closed.Span(spans[i])
	}
	in.Doc = p.Analyze(string(closed.Text), spans)
	in.Doc.Text = string(plain)
	closed.Spread(in.Doc.Tokens)
	in.Quotes = quotation.Find(original, paragraphs)
	return in
}
