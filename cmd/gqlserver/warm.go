package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"sayso/graph"
	"sayso/internal/ingest"
	"sayso/internal/neo"
	"sayso/web/src/queries"
)

const (
	// longestWarmUp bounds how long a start waits for Neo4j to plan the questions that users are likely to begin with.
	longestWarmUp = 20 * time.Second
	// longestPause bounds how long the warm-up lets users go first before each of its requests.
	longestPause = 5 * time.Second
	// glance is how often the warm-up looks whether users still wait.
	glance = 20 * time.Millisecond
)

// warmUp has Neo4j plan what it will be asked. Its planner is slow while Java is young: without this the first question
// after a start took two to four seconds, the first article three to five.
type warmUp struct {
	api      http.Handler
	pipeline *ingest.Pipeline
	store    *neo.Store
	out      io.Writer
	data     string       // the folder with what users asked before; "" where nothing is remembered
	saved    bool         // the sample was saved at this start: saving is rehearsed behind the ready line
	saving   chan error   // gets the end of the rehearsed save
	underWay atomic.Bool  // read by /readyz, as is done
	done     atomic.Bool  // it came to its end without a failure
	waiting  atomic.Int64 // users' requests under way
}

// begin plans what a start waits for, and goes on with the rest in the background; where it is to be under way.
func (w *warmUp) begin(ctx context.Context) {
	if w.underWay.Load() {
		w.first(ctx)
		go w.rest(ctx)
	}
}

// remember keeps what users asked for the next start.
func (w *warmUp) remember() { keepReads(w.data, neo.Remembered(w.store)) }

// first plans the main questions and has an article saved and taken back beside it; the start waits for both, but on a
// graph that it filled for the questions only. Planning
// is work for one processor and starts have two, and until both are done whatever a user asks waits for the same
// processors. When it takes too long or fails, the server serves all the same, only slower.
func (w *warmUp) first(ctx context.Context) {
	w.saving = make(chan error, 1)
	rehearse := func() { w.saving <- w.pipeline.Rehearse(ctx, w.store) }
	if !w.saved { // filling a graph took long enough, and whoever has a new one asks first
		go rehearse()
	}
	limited, cancel := context.WithTimeout(ctx, longestWarmUp)
	defer cancel()
	known, err := graph.AllKnownRequests()
	if err == nil {
		err = graph.Warm(limited, w.api, known.Main)
	}
	if err != nil && ctx.Err() == nil {
		slog.Warn("the main questions were not planned beforehand; first answers may take seconds", "err", err)
	}
	if w.saved {
		go rehearse() // again: plans made while the graph was empty do not fit it any more
		return
	}
	select {
	case err := <-w.saving:
		w.saving <- err // for the rest
	case <-limited.Done():
	}
}

// rest goes on in the background: the pages and the other requests with which users begin, then every other kind.
func (w *warmUp) rest(ctx context.Context) {
	defer w.underWay.Store(false)
	begin := time.Now()
	err := w.others(ctx)
	switch {
	case ctx.Err() != nil:
	case err != nil:
		slog.Warn("the warm-up ended early; first answers and the first article may take seconds", "err", err)
	default:
		w.done.Store(true)
		fmt.Fprintf(w.out, "warm: all known requests were planned and saving was rehearsed, %.1f s after the start of "+
			"serving\n", time.Since(begin).Seconds())
	}
}

func (w *warmUp) others(ctx context.Context) error {
	known, err := graph.AllKnownRequests()
	if err != nil {
		return err
	}
	documents, err := queries.All()
	if err != nil {
		return err
	}
	pages, otherPages, err := graph.PageRequests(documents)
	if err != nil {
		return err
	}
	if err := w.plan(ctx, slices.Concat(pages, known.Early, otherPages, known.Rest)); err != nil {
		return err
	}
	w.repeat(ctx)
	return <-w.saving
}

// repeat has Neo4j plan what users asked before the last stop and no known request asks.
func (w *warmUp) repeat(ctx context.Context) {
	reads, err := loadReads(w.data)
	if err != nil {
		slog.Warn("what users asked before is not planned beforehand", "err", err)
	}
	_ = w.each(ctx, len(reads), func(i int) error {
		neo.Repeat(ctx, w.store, reads[i])
		return nil
	})
}

// plan sends requests, in that order.
func (w *warmUp) plan(ctx context.Context, requests []graph.KnownRequest) error {
	return w.each(ctx, len(requests), func(i int) error { return graph.Warm(ctx, w.api, requests[i:i+1]) })
}

// each does n things in order, as many at a time as there are pairs of processors: planning takes one, and Java
// compiles what it plans with on another. The first error ends it.
func (w *warmUp) each(ctx context.Context, n int, do func(i int) error) error {
	var group errgroup.Group
	group.SetLimit(max(1, runtime.NumCPU()/2))
	var failed atomic.Bool
	for i := range n {
		if failed.Load() || ctx.Err() != nil {
			break
		}
		group.Go(func() error {
			w.letUsersGoFirst(ctx)
			err := do(i)
			if err != nil {
				failed.Store(true)
			}
			return err
		})
	}
	return cmp.Or(group.Wait(), ctx.Err())
}

// letUsersGoFirst waits while a user waits for an answer: planning beside it would take away the processor that plans
// theirs.
func (w *warmUp) letUsersGoFirst(ctx context.Context) {
	for end := time.Now().Add(longestPause); w.waiting.Load() > 0 && ctx.Err() == nil && time.Now().Before(end); {
		time.Sleep(glance)
	}
}

// counted is the API for users: their requests are counted while they wait for an answer. Subscriptions, which stay
// open, are not.
func (w *warmUp) counted(rw http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Upgrade") == "" && !strings.Contains(r.Header.Get("Accept"), "text/event-stream") {
		w.waiting.Add(1)
		defer w.waiting.Add(-1)
	}
	w.api.ServeHTTP(rw, r)
}
