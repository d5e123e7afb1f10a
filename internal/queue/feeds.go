package queue

import (
	"context"

	"sayso/internal/kg"
)

// Feeds is a kg.Ingester for followed sources: what it accepts waits in the lane of feeds.
type Feeds struct {
	kg.Ingester // rereads
	queue       *Queue
}

// Feeding gives the ingester of followed sources; direct is the one that reads at once.
func (q *Queue) Feeding(direct kg.Ingester) Feeds { return Feeds{direct, q} }

// Ingest implements kg.Ingester: the article is safe, and read later. A lane that is full is not available.
func (f Feeds) Ingest(ctx context.Context, s kg.Submission) (kg.Ingested, error) {
	done := f.queue.Enqueue(ctx, kg.FeedsLane, s)[0]
	return kg.Ingested{ArticleID: done.Ticket.ArticleID, Title: done.Ticket.Title, URL: done.Ticket.URL}, done.Err
}

// IngestAll hands each to Ingest.
func (f Feeds) IngestAll(ctx context.Context, list []kg.Submission, tell func(kg.Ingested, error) error) error {
	return kg.IngestOneByOne(ctx, list, f.Ingest, tell)
}
