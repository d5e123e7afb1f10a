package relation

import (
	"sayso/internal/read/trace"

	"sayso/internal/kg"
	"sayso/internal/read/attribution"
	"sayso/internal/read/clause"
	"sayso/internal/read/commitment"
	"sayso/internal/read/framing"
	"sayso/internal/read/match"
	"sayso/internal/read/mention"
	"sayso/internal/read/phrase"
	"sayso/internal/read/syntax"
)

// Reader reads the standing relations of a text.
type Reader struct {
	d        *syntax.Document
	cast     *mention.Cast
	words    *attribution.Lexicon
	patterns *match.Patterns
	ph       *phrase.Names
	cl       *clause.Reference
	co       *commitment.Reader
	ma       *match.Matcher
	frames   *framing.Builder
	rules    *trace.Log
	// published is the day that the article appeared, by which the table of leaders is asked.
	published kg.Date
}

// New gives the reader of a text; its hits are taken from the matcher.
func New(
	said *attribution.Result,
	patterns *match.Patterns,
	phrases *phrase.Names,
	clauses *clause.Reference,
	commitments *commitment.Reader,
	matcher *match.Matcher,
	frames *framing.Builder,
	rules *trace.Log,
	published kg.Date,
) *Reader {
	return &Reader{
		d:        said.Cast.Doc,
		cast:     said.Cast,
		words:    said.Words,
		patterns: patterns,
		ph:       phrases,
		cl:       clauses,
		co:       commitments,
		ma:       matcher,
		frames:   frames,
		rules:    rules,

		published: published,
	}
}

// Relations reads offices, memberships and what is part of what.
func (re *Reader) Relations() {
	re.roles()
	re.apposed()
	re.affiliations()
	re.ofOutlets()
	labels{re}.partisans()
	fellows{re}.amongMembers()
	re.elections()
	re.structure()
	re.located()
}

// states emits what a noun phrase by itself tells, with its words as evidence; role is the title, "" for none. It gives
// nil where the claim is not made.
func (re *Reader) states(id kg.PredicateID, at int, subject, object phrase.Node, kind, role string,
	evidence kg.Span) *match.Hit {
	h := re.ma.Emit(id, at, at, subject, object, commitment.Commitment{Modality: kg.Asserted}, kind)
	if h != nil {
		h.Role = role
		h.Cites(evidence)
	}
	return h
}
