package ingest

import (
	"context"
	"time"

	"sayso/internal/kg"
	"sayso/internal/read"
)

// Reader reads an article's text.
type Reader interface {
	Read(ctx context.Context, in read.Text) (kg.Reading, error)
	// Name is the reader's name and version, kept with every statement it finds.
	Name() string
}

// Pipeline is a kg.Ingester.
type Pipeline struct {
	reader Reader
	linker *Linker
	store  kg.Writer
	now    func() time.Time
}

var _ kg.Ingester = (*Pipeline)(nil)

// NewPipeline wires the stages. now stamps articles that do not say when they were retrieved.
func NewPipeline(reader Reader, linker *Linker, store kg.Writer, now func() time.Time) *Pipeline {
	return &Pipeline{reader: reader, linker: linker, store: store, now: now}
}

// Ingest implements kg.Ingester.
func (p *Pipeline) Ingest(ctx context.Context, s kg.Submission) (kg.Ingested, error) {
	article, err := Clean(s)
	if err != nil {
		return kg.Ingested{}, err
	}
	if article.RetrievedAt == "" {
		article.RetrievedAt = kg.DateOf(p.now())
	}
	reading, extractor, err := p.read(ctx, article, s.Reading)
	if err != nil {
		return kg.Ingested{}, err
	}
	record, err := p.linker.Link(article, reading, extractor)
	if err != nil {
		return kg.Ingested{}, err
	}
	saved, err := p.store.Save(ctx, record)
	if err != nil {
		return kg.Ingested{}, err
	}
	return kg.Ingested{ArticleID: article.ID, Title: article.Title, URL: article.URL, Saved: saved}, nil
}

// importedReader names the readings that come with their articles and do not say who made them.
const importedReader = "imported"

func (p *Pipeline) read(ctx context.Context, a kg.Article, ready *kg.Reading) (kg.Reading, string, error) {
	if ready != nil {
		if ready.Reader != "" {
			return *ready, ready.Reader, nil
		}
		return *ready, importedReader, nil
	}
	reading, err := p.reader.Read(ctx, read.Text{Doc: a.Title, Text: a.Text, PublishedAt: a.PublishedAt})
	return reading, p.reader.Name(), err
}
