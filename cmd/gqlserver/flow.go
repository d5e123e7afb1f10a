package main

import (
	"context"
	"sync"

	"sayso/graph"
	"sayso/internal/ingest"
	"sayso/internal/ingest/fetch"
	"sayso/internal/ingest/follow"
	"sayso/internal/neo"
)

// flowing is what goes on by itself while the server runs; nil parts do not.
type flowing struct {
	follower *follow.Follower
}

func newFlow(s settings, store *neo.Store, pipeline *ingest.Pipeline) flowing {
	if !s.Follow {
		return flowing{}
	}
	pages := fetch.New(fetch.Options{Private: s.Private})
	return flowing{follower: follow.New(store, pages, pipeline, follow.Options{Folders: s.WatchFolders})}
}

// sources gives the follower to the API; an interface that holds nothing where there is none.
func (f flowing) sources() graph.Follower {
	if f.follower == nil {
		return nil
	}
	return f.follower
}

// run begins all of it and gives what ends it and waits for the end.
func (f flowing) run(ctx context.Context) (end func()) {
	ctx, cancel := context.WithCancel(ctx)
	var running sync.WaitGroup
	if f.follower != nil {
		running.Go(func() { f.follower.Run(ctx) })
	}
	return func() { cancel(); running.Wait() }
}
