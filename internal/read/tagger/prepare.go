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
	spans := make([]nlp.Span, 0, len(in.Segments))
	for _, s := range in.Segments {
		spans = append(spans, nlp.Span{Start: s.Start, End: s.End})
	}
	closed := syntax.Close(plain, original)
	for i := range spans {
		spans[i] = closed.Span(spans[i])
	}
	in.Doc = p.Analyze(string(closed.Text), spans)
	in.Doc.Text = string(plain)
	closed.Spread(in.Doc.Tokens)
	in.Quotes = quotation.Find(original, layout.Paragraphs(in.Segments))
	return in
}
