// Command writing measures how fast articles with ready readings are written, as ratios within one run on a Neo4j of
// its own: the pipeline against bare UNWIND batches of the same kind of rows, four writers against one, an article that
// reports a claim which many reported before against one whose claim few did, and which statements of the store take
// the time.
//
//	go run ./bench/writing
//	go run ./bench/writing -bulk 20000 -rounds 3 -copies 50 [-import]    the pipeline against sayso bulk
//	go run ./bench/writing -bulk 2000 -copies 193 -keep FOLDER           a graph of a million statements
package main

import (
	"context"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"slices"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"sayso/internal/ingest"
	"sayso/internal/kg"
	"sayso/internal/neo"
	"sayso/internal/neo/managed"
	"sayso/internal/read"
	"sayso/internal/read/gazetteer"
	"sayso/internal/read/vocabulary"
)

func main() {
	rounds := flag.Int("rounds", 5, "how many turns each way of writing takes")
	articles := flag.Int("articles", 24, "how many articles it writes in each")
	reports := flag.Int("reports", 500, "how many reports the hot claim has")
	bulkOf := flag.Int("bulk", 0, "compare sayso bulk with the pipeline instead, on a graph of so many statements")
	copies := flag.Int("copies", 1, "with -bulk: load an archive so many times as large too, by sayso bulk alone")
	imports := flag.Bool("import", false, "with -bulk: measure sayso import too")
	keep := flag.String("keep", "", "with -bulk and -copies: only fill this data folder, and leave the graph there")
	flag.Parse()
	slog.SetDefault(slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn})))
	work := func() error { return run(context.Background(), *rounds, *articles, *reports) }
	compared := loading{*bulkOf, *rounds, *copies, *imports, *keep}
	switch {
	case *keep != "":
		work = func() error { return compared.fill(context.Background()) }
	case *bulkOf > 0:
		work = func() error { return compared.compare(context.Background()) }
	}
	if err := work(); err != nil {
		fmt.Fprintln(os.Stderr, "writing: "+err.Error())
		os.Exit(1)
	}
}

func run(ctx context.Context, rounds, articles, reports int) error {
	dir, err := os.MkdirTemp("", "sayso-writing-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	return at(ctx, dir, func(w *writing) error {
		if err := w.compareWays(ctx, rounds, articles); err != nil {
			return err
		}
		return w.compareClaims(ctx, rounds*articles/2, reports)
	})
}

// writing is an empty graph with the ways of writing to it.
type writing struct {
	store    *neo.Store
	driver   neo4j.DriverWithContext
	pipeline *ingest.Pipeline
	linker   *ingest.Linker
	spent    spent
}

func newWriting(ctx context.Context, server *managed.Server) (*writing, error) {
	w := &writing{spent: newSpent()}
	var err error
	if w.store, err = neo.Open(ctx, neo.Options{URI: server.URI(), User: server.User(), Password: server.Password(),
		Watching: neo.Watching{Observe: w.spent.add}}); err != nil {
		return nil, err
	}
	if err := w.store.Migrate(ctx); err != nil {
		return nil, err
	}
	entries, err := vocabulary.Files{}.Entries()
	if err != nil {
		return nil, err
	}
	words, err := vocabulary.Index(entries)
	if err != nil {
		return nil, err
	}
	if err := w.store.SavePredicates(ctx, words.All()); err != nil {
		return nil, err
	}
	known, err := gazetteer.Load()
	if err != nil {
		return nil, err
	}
	reader, err := read.Registered().Readers(read.Settings{Entries: entries, Names: known})
	if err != nil {
		return nil, err
	}
	w.linker = ingest.NewLinker(known, words)
	w.pipeline = ingest.NewPipeline(reader, w.linker, w.store, time.Now)
	w.driver, err = neo4j.NewDriverWithContext(server.URI(), neo4j.BasicAuth(server.User(), server.Password(), ""))
	return w, err
}

// record is what the pipeline would save of a submission.
func (w *writing) record(s kg.Submission) (kg.Record, error) {
	article, err := ingest.Clean(s)
	if err != nil {
		return kg.Record{}, err
	}
	article.Reader = s.Reading.Reader
	record, left := w.linker.Link(article, *s.Reading, s.Reading.Reader)
	if len(left) > 0 {
		return record, fmt.Errorf("of an article of the bench was left out: %v", left)
	}
	return record, nil
}

// bare writes submissions in one bare batch.
func (w *writing) bare(ctx context.Context, list []kg.Submission) error {
	var records []kg.Record
	for _, s := range list {
		r, err := w.record(s)
		if err != nil {
			return err
		}
		records = append(records, r)
	}
	return writeBare(ctx, w.driver, records)
}

func median(list []float64) float64 {
	sorted := slices.Sorted(slices.Values(list))
	return sorted[len(sorted)/2]
}
