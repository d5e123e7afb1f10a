package read

import (
	"context"
	"slices"
	"strings"

	"sayso/internal/kg"
	"sayso/internal/nlp"
	"sayso/internal/read/attribution"
	"sayso/internal/read/claim"
	"sayso/internal/read/gazetteer"
	"sayso/internal/read/layout"
	"sayso/internal/read/mention"
	"sayso/internal/read/pattern"
	"sayso/internal/read/quotation"
	"sayso/internal/read/settle"
	"sayso/internal/read/syntax"
	"sayso/internal/read/tagger"
)

// laidOut is a text with its parts.
type laidOut struct {
	original, text []rune
	segments       []layout.Segment
	published      kg.Date
}

type normalizeStage struct{}

// Do brings marks to plain forms without moving a code point.
func (normalizeStage) Do(ctx context.Context, in Text) (laidOut, error) {
	return laidOut{original: []rune(in.Text), text: layout.Normalize(in.Text), published: in.PublishedAt}, ctx.Err()
}

type segmentStage struct{}

// Do cuts the text into its parts and takes the date that the article itself states where none was given.
func (segmentStage) Do(ctx context.Context, in laidOut) (laidOut, error) {
	in.segments = layout.Segments(in.text, in.original)
	for _, s := range in.segments {
		if in.published != "" {
			break
		}
		if d, err := kg.ParseDate(layout.DateIn(in.text, s)); err == nil {
			in.published = d
		}
	}
	return in, ctx.Err()
}

type parseStage struct {
	pipeline *nlp.Pipeline
	gaz      *gazetteer.Gazetteer
}

// Do parses each part by itself and finds the quotations of each paragraph.
func (s parseStage) Do(ctx context.Context, in laidOut) (*syntax.Document, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	spans := make([]nlp.Span, 0, len(in.segments))
	for _, seg := range in.segments {
		spans = append(spans, nlp.Span{Start: seg.Start, End: seg.End})
	}
	plain := syntax.StandIns(in.text, s.firm)
	closed := syntax.Close(plain, in.original)
	for i := range spans {
		spans[i] = closed.Span(spans[i])
	}
	doc := s.pipeline.Analyze(string(closed.Text), spans)
	closed.Spread(doc.Tokens)
	syntax.Restore(doc.Tokens, in.text, plain)
	quotes := quotation.Find(in.original, layout.Paragraphs(in.segments))
	return syntax.New(in.text, in.original, in.segments, quotes, doc.Tokens), ctx.Err()
}

// firm reports whether a name that ends in 's is that of an organization.
func (s parseStage) firm(name string) bool {
	e, ok := s.gaz.Lookup(name, kg.Organization)
	return ok && strings.HasSuffix(e.Name, "'s")
}

type mentionStage struct {
	gaz   *gazetteer.Gazetteer
	words *mention.Lexicon
}

// Do finds the names and who they are.
func (s mentionStage) Do(ctx context.Context, in *syntax.Document) (*mention.Cast, error) {
	return mention.Find(in, s.gaz, s.words), ctx.Err()
}

type attributeStage struct {
	tagger *tagger.Tagger
	cues   *attribution.Lexicon
}

// Do finds who said what.
func (s attributeStage) Do(ctx context.Context, in *mention.Cast) (*attribution.Result, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	tags := s.tags(in.Doc)
	return attribution.Find(in, tags, s.cues), ctx.Err()
}

// batch is how many tokens the tagger is given at a time: more than nearly any article has, so that only books are
// cut, between paragraphs.
const batch = 8000

// tags has the tagger read a text, a batch at a time, since what it keeps of a token is many times the token.
func (s attributeStage) tags(d *syntax.Document) []tagger.Attribution {
	var out []tagger.Attribution
	for first := 0; first < len(d.Tokens); {
		end := min(first+batch, len(d.Tokens))
		for end < len(d.Tokens) && (d.Segment[end] < 0 || d.Tokens[end].Start > d.Segments[d.Segment[end]].Start ||
			d.Paragraph(end) == d.Paragraph(end-1)) {
			end++
		}
		tokens := slices.Clone(d.Tokens[first:end])
		for i := range tokens {
			tokens[i].Head -= first
		}
		out = append(out, s.tagger.Attributions(nlp.Doc{Tokens: tokens}, d.Segments, d.Quotes)...)
		first = end
	}
	return out
}

type claimInput struct {
	attributed *attribution.Result
	published  kg.Date
}

type claimStage struct {
	patterns *pattern.Patterns
	cues     *attribution.Lexicon
}

// Do finds the claims, inside statements and in the article's own voice.
func (s claimStage) Do(ctx context.Context, in claimInput) ([]settle.Claim, error) {
	return claim.Find(s.input(in)), ctx.Err()
}

func (s claimStage) input(in claimInput) claim.Input {
	return claim.Input{Said: in.attributed, Patterns: s.patterns, Published: in.published}
}
