package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"time"

	neo4jbrowser "sayso/docs/neo4j-browser"
	"sayso/graph"
	"sayso/graph/operations"
	"sayso/internal/access"
	"sayso/internal/archive"
	"sayso/internal/ask"
	"sayso/internal/doctor"
	"sayso/internal/export"
	"sayso/internal/ingest"
	"sayso/internal/ingest/fetch"
	"sayso/internal/ingest/identity"
	"sayso/internal/kg"
	"sayso/internal/neo"
	"sayso/internal/read"
	"sayso/internal/read/gazetteer"
	"sayso/internal/read/vocabulary"
	"sayso/internal/reconcile"
	"sayso/internal/telemetry"
	"sayso/internal/version"
)

// shutdownTime is how long requests under way may take when the server is told to stop.
const shutdownTime = 10 * time.Second

// run serves until ctx ends. The address answers at once (/healthz), the graph is there when /readyz says so.
func run(ctx context.Context, s settings, out io.Writer) error {
	listener, err := net.Listen("tcp", s.Listen)
	if err != nil {
		return kg.Errorf(kg.Invalid, "cannot listen on %s; choose another address with --listen: %w", s.Listen, err)
	}
	door, err := openDoorway(s, listener.Addr(), out)
	if err != nil {
		_ = listener.Close()
		return err
	}
	defer func() { _ = door.audit.Close() }()
	defer s.sendHeads(ctx, door.audit)()
	site := newSite(listener.Addr(), door)
	traces := s.traces()
	endTraces, err := telemetry.Start(ctx, traces)
	if err != nil {
		_ = listener.Close()
		return err
	}
	defer func() { _ = endTraces(context.WithoutCancel(ctx)) }()
	handler := door.proxies.Seen(telemetry.WithRequestID(telemetry.Traced(traces, site)))
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	defer func() {
		stopping, cancel := context.WithTimeout(context.Background(), shutdownTime)
		defer cancel()
		_ = server.Shutdown(stopping)
	}()
	measured := newMetrics()
	g, err := openGraph(ctx, s, guideAt(listener.Addr()), measured, out)
	if err != nil {
		return err
	}
	defer g.close()
	measured.health(g.store.Ready)
	if err := serveGraph(ctx, s, out, site, g, measured); err != nil {
		return err
	}
	fmt.Fprint(out, site.announce(s.Role, "http://"+listener.Addr().String(), g.browserURL))
	return untilStopped(ctx, out, failed, g.died)
}

// untilStopped waits for the end. A Neo4j that is gone for good does not end the server: /readyz and every answer say
// what has happened, which a server that is gone could not.
func untilStopped(ctx context.Context, out io.Writer, failed, died <-chan error) error {
	for {
		select {
		case <-ctx.Done():
			fmt.Fprintln(out, "stopping")
			return nil
		case err := <-failed:
			return err
		case err := <-died:
			died = nil // closed when Neo4j was stopped: it would be ready for ever
			if err != nil {
				slog.Error("serving goes on without a graph", "err", err)
			}
		}
	}
}

// newPipeline gives what takes articles in, and the vocabulary that they are read with.
func newPipeline(s settings, store *neo.Store, forgotten *neo.Forgetter) (*ingest.Pipeline, *kg.Vocabulary,
	error) {
	entries, err := s.Entries()
	if err != nil {
		return nil, nil, err
	}
	words, err := vocabulary.Index(entries)
	if err != nil {
		return nil, nil, err
	}
	known, err := s.Known.Names()
	if err != nil {
		return nil, nil, err
	}
	reader, err := newReader(s, entries, words, known)
	if err != nil {
		return nil, nil, err
	}
	return ingest.NewPipeline(reader, ingest.NewLinker(known, words), store, time.Now).
		Fetching(fetch.New(fetch.Options{Private: s.Private})).Without(forgotten), words, nil
}

// serveGraph wires the rooms together and opens the site.
func serveGraph(ctx context.Context, s settings, out io.Writer, site *site, g *openedGraph, measured metrics) error {
	pipeline, words, err := newPipeline(s, g.store, g.forgetter)
	if err != nil {
		return err
	}
	sampled, err := prepare(ctx, s, out, g.store, words, pipeline)
	if err != nil {
		return err
	}
	if g.server != nil {
		noteEdition(s.Data)
	}
	waiting, err := openQueue(ctx, s, g.store, pipeline, measured)
	if err != nil {
		return err
	}
	g.before(waiting.close)
	if s.Role == roleWorker {
		site.openWorker(g.store.Ready, waiting.status(), measured)
		return nil
	}
	flowing, err := newFlow(s, g.store, waiting.feeding(pipeline))
	if err != nil {
		return err
	}
	knownOperations, err := s.knownOperations()
	if err != nil {
		return err
	}
	api, err := graph.Handler(graph.Options{KnownOperations: knownOperations, Store: g.store, Ingester: pipeline,
		Curator: g.store, Feed: g.store, Forgetter: g.forgetter, Asker: ask.New(words),
		Vocabulary: words, Sounds: identity.Sounds, MaxBody: s.MaxBody, Follower: flowing.sources(),
		Standing: flowing.questions(), Queue: waiting.api(),
		QueryTimeout: s.Timeout, IngestTimeout: s.IngestTimeout, Protected: site.door.protected, Audit: site.door.audit,
		Observe: measured.observe,
		Epoch:   g.epoch(), KeptAnswers: int(s.KeepAnswers), Answered: measured.answered,
		Limits: graph.Limits{Depth: s.MaxDepth, Cost: s.MaxCost, Aliases: s.MaxAliases}})
	if err != nil {
		return err
	}
	w := &warmUp{api: api, pipeline: pipeline, store: g.store, out: out, saved: sampled, data: g.memory(s)}
	routes, err := carried(api, g.store, words)
	if err != nil {
		return err
	}
	w.underWay.Store(s.WarmUp)
	site.door.guard(routes, measured, g.store)
	flowing.api = api
	flowing.serve(routes)
	if err := site.open(http.HandlerFunc(w.counted), routes, health{
		graph: g.store.Ready, warm: &w.done, warming: &w.underWay, queue: waiting.status(),
	}, g.browserURL); err != nil {
		return err
	}
	own := access.With(ctx, access.Open())
	w.begin(own)
	g.before(flowing.run(own))
	g.before(w.remember)
	return nil
}

// noteEdition writes beside a graph of ours which edition it has, for sayso doctor.
func noteEdition(data string) {
	edition, err := neo.Edition()
	if err == nil {
		err = doctor.WriteEdition(data, doctor.GraphEdition{Migrations: edition, By: version.Build()})
	}
	if err != nil {
		slog.Warn("the graph's edition could not be noted in the data folder", "err", err)
	}
}

// carried are the addresses by which a graph, or what fits, is taken along.
func carried(api http.Handler, store *neo.Store, words *kg.Vocabulary) (map[string]http.Handler, error) {
	asked := reconcile.Documents{}
	for name, to := range map[string]*string{
		"candidates": &asked.Candidates, "quotes": &asked.Quotes, "things": &asked.Things, "suggest": &asked.Suggest,
	} {
		text, err := operations.Of("reconcile/" + name)
		if err != nil {
			return nil, err
		}
		*to = text
	}
	kit, err := neo4jbrowser.Handler()
	if err != nil {
		return nil, err
	}
	service := reconcile.Handler("/reconcile", reconcile.Request(export.Within(api)), asked)
	return map[string]http.Handler{
		neo4jbrowser.Path:       kit,
		"/reconcile":            service,
		"/reconcile/":           service,
		"/export/archive.jsonl": archive.Export(store),
		"/export/{format}":      export.Handler(api, operations.Export),
		"/import": archive.Import(store, func(r *http.Request) error {
			added, err := store.AddedPredicates(r.Context())
			if err != nil {
				return err
			}
			return words.Extend(added)
		}),
	}, nil
}

// newReader gives the reader that the flags ask for.
func newReader(s settings, entries []vocabulary.Entry, words *kg.Vocabulary,
	known *gazetteer.Gazetteer) (ingest.Reader, error) {
	if s.Reader == "openai" {
		return s.New(words)
	}
	return read.Registered().Readers(read.Settings{Entries: entries, Names: known, Least: s.Least})
}

// prepare brings the graph's schema and vocabulary up to date and fills an empty graph with the sample, which it
// reports.
func prepare(ctx context.Context, s settings, out io.Writer, store *neo.Store, words *kg.Vocabulary,
	pipeline *ingest.Pipeline) (sampled bool, err error) {
	if s.Role == roleWorker { // servers set the graph up
		tell := func(what string) { fmt.Fprintln(out, what) }
		if err := neo.AwaitMigrated(ctx, store, tell); err != nil {
			return false, err
		}
		return false, extended(ctx, store, words)
	}
	if err := store.Migrate(ctx); err != nil {
		return false, err
	}
	if err := store.RefreshSounds(ctx, identity.Edition, identity.Keys); err != nil {
		return false, err
	}
	if err := store.SavePredicates(ctx, words.All()); err != nil {
		return false, err
	}
	if err := extended(ctx, store, words); err != nil {
		return false, err
	}
	counts, err := store.Counts(ctx)
	if err != nil || !s.Sample || counts.Articles > 0 {
		return false, err
	}
	articles, err := ingest.Sample()
	if err != nil {
		return false, err
	}
	for i, a := range articles {
		fmt.Fprintf(out, "reading sample article %d of %d: %s\n", i+1, len(articles), a.Title)
		if _, err := pipeline.Ingest(ctx, a); err != nil {
			return false, fmt.Errorf("sample article %q: %w", a.Title, err)
		}
	}
	return true, nil
}

// extended adds to a vocabulary what people have added to the graph's.
func extended(ctx context.Context, store *neo.Store, words *kg.Vocabulary) error {
	added, err := store.AddedPredicates(ctx)
	if err != nil {
		return err
	}
	return words.Extend(added)
}
