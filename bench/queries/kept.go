package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"time"

	"sayso/graph"
	"sayso/internal/ask"
	"sayso/internal/read/vocabulary"
)

// kept has a repeated question, whose answer is kept, and a handler that writes the same bytes without thought take
// turns on one server.
func kept(ctx context.Context, statements int, turn time.Duration, data string) error {
	g, err := openGraph(ctx, statements, data)
	if err != nil {
		return err
	}
	defer g.close()
	words, err := vocabulary.Load()
	if err != nil {
		return err
	}
	api, err := graph.Handler(graph.Options{
		Store: g.store, Asker: ask.New(words), Vocabulary: words, Epoch: g.store.Epoch, KeptAnswers: 32 << 20,
	})
	if err != nil {
		return err
	}
	var answer []byte
	mux := http.NewServeMux()
	mux.Handle("/graphql", api)
	mux.HandleFunc("/static", func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write(answer)
	})
	server := httptest.NewServer(mux)
	defer server.Close()
	fmt.Printf("%-62s %4s %20s %20s %9s\n", "", "conn", "kept rps (p50 ms)", "static rps (p50 ms)", "kept/static")
	for _, q := range questions {
		if answer, err = answered(ctx, server.URL+"/graphql", q.graphql); err != nil {
			return err
		}
		sides := []side{
			{"kept", asking(ctx, server.URL+"/graphql", q.graphql)}, {"static", asking(ctx, server.URL+"/static", q.graphql)},
		}
		if err := warm(q, sides); err != nil {
			return err
		}
		for _, connections := range []int{1, 16} {
			took, err := takeTurns(sides, connections, turn)
			if err != nil {
				return err
			}
			fmt.Printf("%-62s %4d %11.0f (%6.2f) %11.0f (%6.2f) %9.2f\n", fmt.Sprintf("%s, %d bytes", q.name, len(answer)),
				connections,
				took[0].rps, took[0].p50, took[1].rps, took[1].p50, took[0].p50/took[1].p50)
		}
	}
	return nil
}

func answered(ctx context.Context, url, query string) ([]byte, error) {
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		return nil, err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, err
	}
	defer func() { _ = response.Body.Close() }()
	return io.ReadAll(response.Body)
}
