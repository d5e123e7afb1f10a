package read

import (
	"context"
	"fmt"
	"strings"

	"sayso/internal/kg"
	"sayso/internal/nlp"
	"sayso/internal/read/attribution"
	"sayso/internal/read/dates"
	"sayso/internal/read/mention"
	"sayso/internal/read/pattern"
	"sayso/internal/read/settle"
	"sayso/internal/read/syntax"
	"sayso/internal/read/tagger"
	"sayso/internal/read/vocabulary"
)

// Version is the version of the rules; it changes whenever the same text may give another reading.
const Version = "21"

// Text is an article to read.
type Text struct {
	Doc         string  // file name without extension, or any id
	Text        string  // as stored; every offset of the reading is a code point into it
	PublishedAt kg.Date // anchors "Wednesday" and "Feb. 24"; "" when unknown
	Language    string  // BCP 47; "" is told from the text. English's own reader does not look at it
}

// Reader reads English articles. It is safe for concurrent use and gives the same reading for the same text.
type Reader struct {
	parse     parseStage
	mention   mentionStage
	attribute attributeStage
	claim     claimStage
	least     float64 // claims of a lower confidence are withheld
	known     []kg.PredicateID
}

// New gives a reader with the built-in vocabulary. Its errors mean that the program was built with damaged data.
func New() (*Reader, error) {
	entries, err := vocabulary.Entries()
	if err != nil {
		return nil, fmt.Errorf("read: %w", err)
	}
	return NewWith(entries)
}

// NewWith gives a reader that looks for the predicates of entries. Beyond damaged data, a pattern of the user's whose
// verb is not in its base form is an error that names its place.
func NewWith(entries []vocabulary.Entry) (*Reader, error) {
	s, err := Settings{Entries: entries}.filled()
	if err != nil {
		return nil, fmt.Errorf("read: %w", err)
	}
	return newReader(s)
}

// newReader gives the reader of English with filled settings.
func newReader(s Settings) (*Reader, error) {
	entries, gaz := s.Entries, s.Names
	pipeline, err := nlp.English()
	if err != nil {
		return nil, fmt.Errorf("read: load the language model: %w", err)
	}
	words, err := mention.Words()
	if err != nil {
		return nil, fmt.Errorf("read: %w", err)
	}
	cues, err := attribution.Words()
	if err != nil {
		return nil, fmt.Errorf("read: %w", err)
	}
	tags, err := tagger.Load()
	if err != nil {
		return nil, fmt.Errorf("read: %w", err)
	}
	if err := baseForms(pipeline, entries); err != nil {
		return nil, err
	}
	patterns, err := pattern.NewPatterns(entries)
	if err != nil {
		return nil, fmt.Errorf("read: %w", err)
	}
	return &Reader{parse: parseStage{pipeline, gaz}, mention: mentionStage{gaz, words},
		attribute: attributeStage{tags, cues},
		claim:     claimStage{patterns, cues}, least: settle.Least, known: withPatterns(entries)}, nil
}

// Withholding gives a reader that withholds claims of a confidence below least: they are kept for review and assert
// nothing. With 0 none are; nil leaves the reader as it is. Another number than 0 to 1 is an error.
func (r *Reader) Withholding(least *float64) (*Reader, error) {
	if least == nil {
		return r, nil
	}
	if err := CheckLeast(least); err != nil {
		return nil, err
	}
	out := *r
	out.least = *least
	return &out, nil
}

// CheckLeast refuses a least confidence that is no share; nil is none.
func CheckLeast(least *float64) error {
	if least != nil && !(*least >= 0 && *least <= 1) { // not a number fits neither
		return kg.Errorf(kg.Invalid, "--least-confidence %g is no share; write a number from 0 to 1", *least)
	}
	return nil
}

// baseForms checks that the verbs of the user's patterns are in the form that the pipeline brings a text's verbs to.
func baseForms(pipeline *nlp.Pipeline, entries []vocabulary.Entry) error {
	for _, e := range entries {
		for _, p := range e.Patterns {
			if p.Source == "" {
				continue
			}
			for _, verb := range p.Verb {
				tokens := pipeline.Analyze("They "+verb+" it.", nil).Tokens
				if lemma := tokens[1].Lemma; len(tokens) == 4 && tokens[1].Pos == "VERB" && lemma != verb &&
					strings.HasPrefix(verb, lemma) {
					return kg.Errorf(kg.Invalid, "%s, field \"verb\": %q is a form of %q; write the base form", p.Source, verb, lemma)
				}
			}
		}
	}
	return nil
}

// Name is the reader's name with its version, as statements record it.
func (r *Reader) Name() string { return "sayso-rules/" + Version }

// Read reads an article. It does not fail on any text; an error means that ctx ended. It gives nothing that a store
// refuses.
func (r *Reader) Read(ctx context.Context, in Text) (kg.Reading, error) {
	p, err := r.pass(ctx, in)
	if err != nil {
		return kg.Reading{}, err
	}
	out, _ := r.sound(in, p)
	return withhold(out, r.least), nil
}

// withhold takes the claims of a confidence below least out of those that a reading makes.
func withhold(r kg.Reading, least float64) kg.Reading {
	all := r.Claims
	r.Claims = []kg.ReadClaim{}
	for i := range r.Statements {
		r.Statements[i].Claims = []int{}
	}
	for _, c := range all {
		if c.Confidence < least {
			r.Withheld = append(r.Withheld, c)
			continue
		}
		if c.Statement != nil {
			st := &r.Statements[*c.Statement]
			st.Claims = append(st.Claims, len(r.Claims))
		}
		r.Claims = append(r.Claims, c)
	}
	return r
}

// ReadWithSigns is Read without withholding, and gives for each claim the signs by which its confidence is told: what
// confidence is fitted to.
func (r *Reader) ReadWithSigns(ctx context.Context, in Text) (kg.Reading, [][]string, error) {
	p, err := r.pass(ctx, in)
	if err != nil {
		return kg.Reading{}, nil, err
	}
	out, claims := r.sound(in, p)
	signs := make([][]string, len(claims))
	for i, c := range claims {
		signs[i] = c.Signs
	}
	return out, signs, nil
}

// passed is what each stage made of one text.
type passed struct {
	doc        *syntax.Document
	cast       *mention.Cast
	attributed *attribution.Result
	claims     []settle.Claim
	published  kg.Date
}

// pass takes a text through the stages.
func (r *Reader) pass(ctx context.Context, in Text) (p passed, err error) {
	laid, err := normalizeStage{}.Do(ctx, in)
	if err != nil {
		return p, err
	}
	if laid, err = (segmentStage{}).Do(ctx, laid); err != nil {
		return p, err
	}
	p.published = laid.published
	if p.doc, err = r.parse.Do(ctx, laid); err != nil {
		return p, err
	}
	if p.cast, err = r.mention.Do(ctx, p.doc); err != nil {
		return p, err
	}
	if p.attributed, err = r.attribute.Do(ctx, p.cast); err != nil {
		return p, err
	}
	p.claims, err = r.claim.Do(ctx, claimInput{p.attributed, p.published})
	return p, err
}

// sound gives the reading that a store takes, and its claims with what is known of them.
func (r *Reader) sound(in Text, p passed) (kg.Reading, []settle.Claim) {
	return Assemble(r.Name(), in, p.attributed, p.claims, func(s attribution.Statement) kg.Date {
		return dates.Uttered(p.doc, s.CueToken, p.published)
	})
}

var mentionType = map[kg.EntityType]string{kg.Person: "PERSON", kg.Organization: "ORGANIZATION", kg.Place: "PLACE"}
