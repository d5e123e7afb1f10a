package goldentest

import (
	"context"
	"net/http"
	"time"

	"sayso/graph"
	"sayso/internal/ask"
	"sayso/internal/kg"
	"sayso/internal/kgtest"
)

// Now is the day the records of the tests end on, and some.
func Now() time.Time { return time.Date(2022, 5, 31, 12, 0, 0, 0, time.UTC) }

// Handler serves GraphQL over a store with the vocabulary of the tests; it takes no articles and no decisions.
func Handler(store graph.Store) (http.Handler, error) {
	return HandlerWith(store, func(*graph.Options) {})
}

// HandlerWith is Handler with options changed.
func HandlerWith(store graph.Store, change func(*graph.Options)) (http.Handler, error) {
	v, err := kg.NewVocabulary(kgtest.Predicates())
	if err != nil {
		return nil, err
	}
	o := graph.Options{Store: store, Ingester: Refusing{}, Asker: ask.New(v), Vocabulary: v, Now: Now}
	change(&o)
	return graph.Handler(o)
}

// Refusing takes no articles.
type Refusing struct{}

// Reread reads nothing.
func (Refusing) Reread(context.Context, string, int, func(kg.Ingested, error)) error { return nil }

// Ingest refuses every article.
func (Refusing) Ingest(context.Context, kg.Submission) (kg.Ingested, error) {
	return kg.Ingested{}, kg.Errorf(kg.Invalid, "this test takes no articles")
}

// IngestAll hands each to Ingest.
func (r Refusing) IngestAll(ctx context.Context, list []kg.Submission, tell func(kg.Ingested, error) error) error {
	return kg.IngestOneByOne(ctx, list, r.Ingest, tell)
}
