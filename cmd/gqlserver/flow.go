package main

import (
	"context"
	"crypto/rand"
	"errors"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"sync"

	"sayso/graph"
	"sayso/graph/operations"
	"sayso/internal/export"
	"sayso/internal/ingest/fetch"
	"sayso/internal/ingest/follow"
	"sayso/internal/kg"
	"sayso/internal/neo"
	"sayso/internal/standing"
)

// flowing is what goes on by itself while the server runs: sources are followed and standing questions answered. Its
// parts are nil where that is not wanted.
type flowing struct {
	follower *follow.Follower
	asker    *standing.Asker
	api      http.Handler // what standing questions are answered by; set before anything runs
}

func newFlow(s settings, store *neo.Store, ingester kg.Ingester) (*flowing, error) {
	f := &flowing{}
	if !s.Follow || s.Role == roleWorker {
		return f, nil
	}
	pages := fetch.New(fetch.Options{Private: s.Private})
	f.follower = follow.New(store, pages, ingester, follow.Options{Folders: s.WatchFolders})
	document, err := operations.Of("standing/answer")
	if err != nil {
		return nil, err
	}
	o := standing.Options{Document: document, Post: pages}
	if o.Mail, err = s.mailer(); err != nil {
		return nil, err
	}
	if o.Key, err = webhookKey(s.Data); err != nil {
		return nil, err
	}
	request := func(ctx context.Context, document string, variables map[string]any, out any) error {
		return export.Within(f.api)(ctx, document, variables, out)
	}
	f.asker = standing.New(store, store, request, o)
	return f, nil
}

// mailer gives what sends mail, nil where no server for that is named.
func (s settings) mailer() (*standing.Mailer, error) {
	if s.SMTP == "" {
		return nil, nil //nolint:nilnil // no mail is a choice
	}
	return standing.NewMailer(s.SMTP, s.MailFrom)
}

const keyBytes = 32

// webhookKey reads what the secrets of webhooks are made from, or makes it. It lies beside the graph's data and not in
// the graph, which is copied and exported.
func webhookKey(data string) ([]byte, error) {
	path := filepath.Join(data, "webhook.key")
	key, err := os.ReadFile(path)
	switch {
	case err == nil && len(key) == keyBytes:
		return key, nil
	case err == nil:
		return nil, kg.Errorf(kg.Invalid, "%s is broken: it has %d bytes, not %d; put the right one back, or remove it: "+
			"webhooks then have new secrets", path, len(key), keyBytes)
	case !errors.Is(err, fs.ErrNotExist):
		return nil, kg.Errorf(kg.Invalid, "%w", err)
	}
	key = make([]byte, keyBytes)
	_, _ = rand.Read(key) // never fails
	if err := os.MkdirAll(data, 0o750); err != nil {
		return nil, kg.Errorf(kg.Invalid, "%w", err)
	}
	if err := os.WriteFile(path, key, 0o600); err != nil {
		return nil, kg.Errorf(kg.Invalid, "%w", err)
	}
	return key, nil
}

// sources gives the follower to the API; an interface that holds nothing where there is none.
func (f *flowing) sources() graph.Follower {
	if f.follower == nil {
		return nil
	}
	return f.follower
}

// questions gives the asker to the API.
func (f *flowing) questions() graph.Standing {
	if f.asker == nil {
		return nil
	}
	return f.asker
}

// serve adds the Atom feeds of standing questions to the routes.
func (f *flowing) serve(routes map[string]http.Handler) {
	if f.asker != nil {
		routes["/standing/"] = f.asker
	}
}

// run begins all of it and gives what ends it and waits for the end.
func (f *flowing) run(ctx context.Context) (end func()) {
	ctx, cancel := context.WithCancel(ctx)
	var running sync.WaitGroup
	if f.follower != nil {
		running.Go(func() { f.follower.Run(ctx) })
		running.Go(func() { f.asker.Run(ctx) })
	}
	return func() { cancel(); running.Wait() }
}
