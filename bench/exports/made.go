package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"

	"sayso/internal/export"
)

// made is a server without a graph: it makes so many statements by their numbers, so that what a client takes in memory
// can be measured at any size and in every form without filling a graph.
type made struct{ statements int }

// Sizes relative to the statements: an article has ten, a claim is made by two, an actor is in twenty.
const (
	madePerArticle = 10
	madePerClaim   = 2
	madePerActor   = 20
)

// serve starts the server and gives what a client needs of it.
func (m made) serve() (*server, func(), error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, nil, err
	}
	web := &http.Server{Handler: m, ReadHeaderTimeout: time.Minute}
	go func() {
		if err := web.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			fmt.Fprintln(os.Stderr, "exports:", err)
		}
	}()
	return &server{url: "http://" + listener.Addr().String()}, func() { _ = web.Close() }, nil
}

// ServeHTTP answers the two documents of an export.
func (m made) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var body struct {
		Query     string
		Variables struct {
			First int
			After string
		}
	}
	if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	var data any
	if strings.Contains(body.Query, "ExportChange") {
		data = map[string]any{"changes": map[string]any{"nodes": []any{map[string]any{"seq": 1, "at": "2026-01-01"}}}}
	} else {
		from, _ := strconv.Atoi(body.Variables.After)
		to := min(from+body.Variables.First, m.statements)
		nodes := make([]export.Statement, 0, to-from)
		for i := from; i < to; i++ {
			nodes = append(nodes, m.statement(i))
		}
		page := map[string]any{"hasNextPage": to < m.statements, "endCursor": strconv.Itoa(to)}
		data = map[string]any{"statements": map[string]any{"pageInfo": page, "nodes": nodes}}
	}
	_ = json.NewEncoder(w).Encode(map[string]any{"data": data})
}

func (m made) actor(i int) *export.Actor {
	i %= max(1, m.statements/madePerActor)
	return &export.Actor{
		Type: "Organization", ID: fmt.Sprintf("ent_%d", i), Name: fmt.Sprintf("Council %d of the North", i),
	}
}

// statement makes the one of a number.
func (m made) statement(i int) export.Statement {
	confidence := 0.8
	words := fmt.Sprintf("Council %d said on Monday that it had met delegates of %d, and would again.", i, i*7)
	day := fmt.Sprintf("20%02d-%02d-%02d", 10+i%15, 1+i%12, 1+i%28)
	c, a := i/madePerClaim, i/madePerArticle
	claim := export.Claim{
		ID: fmt.Sprintf("cl_%d", c), Text: fmt.Sprintf("Council %d met with %d", c, c*7), OccurredOn: day,
		Predicate: export.Predicate{ID: "MET_WITH", Label: "met with"}, Subject: m.actor(c), Object: m.actor(c * 7),
	}
	return export.Statement{
		ID: fmt.Sprintf("st_%09d", i), Kind: "SPEECH", Form: "INDIRECT", Modality: "ASSERTED", Status: "CURRENT",
		Review: "UNREVIEWED", Version: 1, Date: day, RecordedAt: day, Confidence: &confidence, Extractor: "made",
		Quote: export.Quote{Exact: words, Start: 40, End: 40 + len(words)}, Speaker: m.actor(i),
		Mentions: []export.Mention{{Passage: export.Passage{Start: 40, End: 50, Text: words[:10]}, Actor: *m.actor(c)}},
		Asserts: []export.Assertion{{
			Passage: export.Passage{Start: 40, End: 40 + len(words), Text: words}, Modality: "ASSERTED",
			Confidence: &confidence, Claim: claim,
		}},
		Article: export.Article{
			ID: fmt.Sprintf("art_%d", a), Title: fmt.Sprintf("Councils meet for the %d. time", a), Language: "en",
			URL: fmt.Sprintf("https://news.example/%d", a), PublishedAt: day, RetrievedAt: day,
			OriginID: fmt.Sprintf("art_%d", a), Publisher: m.actor(a * 3),
		},
	}
}
