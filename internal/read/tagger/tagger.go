package tagger

import (
	_ "embed"
	"fmt"
	"sync"

	"sayso/internal/kg"
	"sayso/internal/nlp"
	"sayso/internal/read/layout"
	"sayso/internal/read/quotation"
	"sayso/internal/read/tagger/decode"
	"sayso/internal/read/tagger/features"
)

//go:embed model/attribution.weights
var weights []byte

// Attribution is who says what by which words. Spans are code points into the text, in order; source and content may be
// several stretches, and a source may be missing. Score is the probability that this is an attribution whose content is
// mostly right.
type Attribution struct {
	Source, Cue, Content []kg.Span
	Score                float64
}

// Tagger reads attributions. It is safe for concurrent use.
type Tagger struct{ model *decode.Model }

var load = sync.OnceValues(func() (*Tagger, error) {
	m, err := decode.Decode(weights)
	if err != nil {
		return nil, fmt.Errorf("tagger: %w", err)
	}
	return &Tagger{m}, nil
})

// Load returns the embedded tagger, read once per process. An error means that the program was built with a damaged
// file of weights.
func Load() (*Tagger, error) { return load() }

// With returns a tagger with another model.
func With(m *decode.Model) *Tagger { return &Tagger{m} }

// Attributions finds the attributions of an analysed text, in the order of their cues. The segments are those that it
// was parsed by, the quotations those of its paragraphs; both in order.
func (t *Tagger) Attributions(doc nlp.Doc, segments []layout.Segment, quotes []quotation.Quote) []Attribution {
	d := features.New(doc, segments, quotes)
	found := t.model.Read(d)
	out := make([]Attribution, len(found))
	for i, c := range found {
		out[i] = Attribution{
			Source: spans(d, c.Final.Source), Cue: spans(d, c.Final.Cue), Content: spans(d, c.Final.Content), Score: c.P,
		}
	}
	return out
}

func spans(d *features.Document, runs [][2]int) []kg.Span {
	out := make([]kg.Span, len(runs))
	for i, r := range runs {
		out[i] = kg.Span{d.Start(r[0]), d.End(r[1])}
	}
	return out
}
