package main

import (
	"context"
	"flag"
	"fmt"
	"log/slog"
	"net/http/httptest"
	"os"
	"path/filepath"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"sayso/graph"
	"sayso/internal/ask"
	"sayso/internal/kg"
	"sayso/internal/neo"
	"sayso/internal/neo/managed"
	"sayso/internal/read/vocabulary"
)

func main() {
	statements := flag.Int("statements", 200_000, "how many statements the graph has")
	seconds := flag.Float64("seconds", 4, "how long each turn lasts")
	data := flag.String("data", filepath.Join(os.TempDir(), "sayso-bench-queries"), "where the graph is kept")
	peer := flag.Bool("peer", true, "measure @neo4j/graphql too (needs Node.js)")
	flag.Parse()
	slog.SetDefault(slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn})))
	if err := run(context.Background(), *statements, time.Duration(*seconds*float64(time.Second)), *data, *peer); err != nil {
		fmt.Fprintln(os.Stderr, "queries: "+err.Error())
		os.Exit(1)
	}
}

func run(ctx context.Context, statements int, turn time.Duration, data string, withPeer bool) error {
	server, err := managed.Start(ctx, managed.Options{DataDir: filepath.Join(data, fmt.Sprint(statements)), BoltAddr: "127.0.0.1:0", HTTPAddr: "127.0.0.1:0"})
	if err != nil {
		return err
	}
	defer func() { _ = server.Stop(ctx) }()
	store, err := neo.Open(ctx, neo.Options{URI: server.URI(), User: server.User(), Password: server.Password()})
	if err != nil {
		return err
	}
	defer func() { _ = store.Close(ctx) }()
	words, err := vocabulary.Load()
	if err != nil {
		return err
	}
	if err := store.Migrate(ctx); err != nil {
		return err
	}
	if err := store.SavePredicates(ctx, words.All()); err != nil {
		return err
	}
	driver, err := neo4j.NewDriverWithContext(server.URI(), neo4j.BasicAuth(server.User(), server.Password(), ""))
	if err != nil {
		return err
	}
	defer func() { _ = driver.Close(ctx) }()
	if err := fill(ctx, store, driver, statements); err != nil {
		return err
	}
	api, err := graph.Handler(graph.Options{Store: store, Ingester: none{}, Asker: ask.New(words), Vocabulary: words})
	if err != nil {
		return err
	}
	web := httptest.NewServer(api)
	defer web.Close()
	peer := ""
	if withPeer {
		url, stop, err := startPeer(ctx, server)
		if err != nil {
			return err
		}
		defer stop()
		peer = url
	}
	return compare(ctx, web.URL, peer, driver, turn)
}

// none takes no articles.
type none struct{}

func (none) Ingest(context.Context, kg.Submission) (kg.Ingested, error) {
	return kg.Ingested{}, kg.Errorf(kg.Invalid, "a bench takes no articles")
}
