package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"sync/atomic"
	"time"

	"sayso/graph"
	"sayso/internal/ingest"
	"sayso/internal/neo"
)

// longestWarmUp bounds how long a start waits for Neo4j to plan the questions that users are likely to begin with.
const longestWarmUp = 20 * time.Second

// warmUp has Neo4j plan what it will be asked. Its planner is slow while Java is young: without this the first question after a start took
// two to four seconds, the first article three to five.
type warmUp struct {
	api      http.Handler
	pipeline *ingest.Pipeline
	store    *neo.Store
	out      io.Writer
	saved    bool        // articles were saved at this start: saving need not be rehearsed
	done     atomic.Bool // read by /readyz
}

// first plans the main questions; the start waits for it. When it takes too long or fails, the server serves all the same, only slower.
func (w *warmUp) first(ctx context.Context) {
	first, _, err := graph.KnownRequests()
	if err == nil {
		limited, cancel := context.WithTimeout(ctx, longestWarmUp)
		defer cancel()
		err = graph.Warm(limited, w.api, first)
	}
	if err != nil && ctx.Err() == nil {
		slog.Warn("the main questions were not planned beforehand; first answers may take seconds", "err", err)
	}
}

// rest goes on in the background: the other requests, then saving an article.
func (w *warmUp) rest(ctx context.Context) {
	begin := time.Now()
	_, rest, err := graph.KnownRequests()
	if err == nil {
		err = graph.Warm(ctx, w.api, rest)
	}
	if err == nil && !w.saved {
		err = w.pipeline.Rehearse(ctx, w.store)
	}
	switch {
	case ctx.Err() != nil:
	case err != nil:
		slog.Warn("the warm-up ended early; first answers and the first article may take seconds", "err", err)
	default:
		w.done.Store(true)
		fmt.Fprintf(w.out, "warm: all known requests were planned and saving was rehearsed, %.1f s after the start of serving\n", time.Since(begin).Seconds())
	}
}
