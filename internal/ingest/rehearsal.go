package ingest

import (
	"context"
	_ "embed"

	"sayso/internal/ingest/identity"
	"sayso/internal/kg"
)

// rehearsalText is an article about places that do not exist. It has something of all that articles have, so that
// saving it takes every query of the way.
//
//go:embed rehearsal/article.md
var rehearsalText []byte

// Rehearser carries out what saving a record and judging its actors takes, and takes it all back.
type Rehearser interface {
	Rehearse(ctx context.Context, r kg.Record, judgements ...kg.Judgement) error
}

// Rehearse reads an article of our own and has the store save it without keeping anything: the first article of a user
// then finds the reader loaded and the queries planned.
func (p *Pipeline) Rehearse(ctx context.Context, store Rehearser) error {
	s, err := File("rehearsal.md", rehearsalText)
	if err != nil {
		return err
	}
	article, err := clean(s, p.told)
	if err != nil {
		return err
	}
	reading, extractor, err := p.read(ctx, article, nil)
	if err != nil {
		return err
	}
	record, _ := p.linker.Link(article, reading, extractor)
	if len(record.Entities) < 2 {
		return store.Rehearse(ctx, record)
	}
	left, right := record.Entities[0].ID, record.Entities[1].ID
	return store.Rehearse(ctx, record, kg.Judgement{
		Left: left, Right: right, Verdict: kg.Unsure, By: identity.By, Automatic: true,
	})
}
