package main

import (
	"context"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"sayso/internal/neo"
	"sayso/internal/neo/managed"
	"sayso/internal/read/vocabulary"
)

func main() {
	statements := flag.Int("statements", 200_000, "how many statements the graph has")
	seconds := flag.Float64("seconds", 4, "how long each turn lasts")
	data := flag.String("data", filepath.Join(os.TempDir(), "sayso-bench-queries"), "where the graph is kept")
	peer := flag.Bool("peer", true, "measure @neo4j/graphql too (needs Node.js)")
	ofPages := flag.Bool("pages", false, "measure what the explorer's pages ask instead")
	ofKept := flag.Bool("kept", false, "measure answers that are kept against a handler that writes the same bytes "+
		"instead")
	ofTable := flag.String("table", "", "measure every shape at 1, 16 and 64 connections instead, into this file")
	ofGuard := flag.Bool("guard", false, "compare every shape with the committed ratios instead (ratios.tsv), and fail "+
		"where one is slower beyond noise")
	update := flag.Bool("update", false, "with -guard: write the ratios")
	grow := flag.Bool("growth", false, "measure how the times grow from 10,000 to 1,000,000 statements instead (fills "+
		"both graphs, about 10 GB)")
	flag.Parse()
	turn := time.Duration(*seconds * float64(time.Second))
	slog.SetDefault(slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn})))
	work := func() error { return run(context.Background(), *statements, turn, *data, *peer) }
	if *ofPages {
		work = func() error { return runPages(context.Background(), *statements, *data) }
	}
	if *ofKept {
		work = func() error { return kept(context.Background(), *statements, turn, *data) }
	}
	if *ofTable != "" {
		work = func() error { return table(context.Background(), *statements, turn, *data, *ofTable) }
	}
	if *ofGuard {
		work = func() error { return guard(context.Background(), *statements, *data, *update) }
	}
	if *grow {
		work = func() error { return growth(context.Background(), turn, *data) }
	}
	if err := work(); err != nil {
		fmt.Fprintln(os.Stderr, "queries: "+err.Error())
		os.Exit(1)
	}
}

func run(ctx context.Context, statements int, turn time.Duration, data string, withPeer bool) error {
	g, err := openGraph(ctx, statements, data)
	if err != nil {
		return err
	}
	defer g.close()
	peer := ""
	if withPeer {
		url, stop, err := startPeer(ctx, g.server)
		if err != nil {
			return err
		}
		defer stop()
		peer = url
	}
	return compare(ctx, g.url, peer, g.driver, turn)
}

func runPages(ctx context.Context, statements int, data string) error {
	g, err := openGraph(ctx, statements, data)
	if err != nil {
		return err
	}
	defer g.close()
	return pages(ctx, g.url, statements)
}

// opened is a filled graph with the API over it.
type opened struct {
	server *managed.Server
	store  *neo.Store
	driver neo4j.DriverWithContext
	url    string // of the API over it
	pid    int    // of its process
	stop   func() // ends the API
}

func (o opened) close() {
	ctx := context.Background()
	if o.stop != nil {
		o.stop()
	}
	if o.driver != nil {
		_ = o.driver.Close(ctx)
	}
	if o.store != nil {
		_ = o.store.Close(ctx)
	}
	_ = o.server.Stop(ctx)
}

// openGraph starts the graph with so many statements, and fills it where it is not yet.
func openGraph(ctx context.Context, statements int, data string) (o opened, err error) {
	o.server, err = managed.Start(ctx, managed.Options{
		DataDir: filepath.Join(data, fmt.Sprint(statements)), BoltAddr: "127.0.0.1:0", HTTPAddr: "127.0.0.1:0",
	})
	if err != nil {
		return o, err
	}
	defer func() {
		if err != nil {
			o.close()
		}
	}()
	if o.store, err = neo.Open(ctx, neo.Options{
		URI: o.server.URI(), User: o.server.User(), Password: o.server.Password(),
	}); err != nil {
		return o, err
	}
	words, err := vocabulary.Load()
	if err != nil {
		return o, err
	}
	if err := o.store.Migrate(ctx); err != nil {
		return o, err
	}
	if err := o.store.SavePredicates(ctx, words.All()); err != nil {
		return o, err
	}
	if o.driver, err = neo4j.NewDriverWithContext(o.server.URI(),
		neo4j.BasicAuth(o.server.User(), o.server.Password(), "")); err != nil {
		return o, err
	}
	if err := fill(ctx, o.store, o.driver, statements); err != nil {
		return o, err
	}
	if err := draw(ctx, o.driver); err != nil {
		return o, err
	}
	o.url, o.pid, o.stop, err = startServer(ctx, o.server)
	return o, err
}
