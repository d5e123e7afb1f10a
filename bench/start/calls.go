package main

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"slices"
	"strings"
	"time"

	"sayso/graph/operations"
)

// request is one that is timed.
type request struct {
	name, query string
	variables   map[string]any
}

// calls times the first requests behind the ready line.
func calls(url string, round int) error {
	const ingest = `mutation($a: [ArticleInput!]!) { ingest(articles: $a) { results { error { message } } } }`
	article := func(n int) map[string]any {
		return map[string]any{"a": []any{map[string]any{"publishedAt": "2024-05-01",
			"text": fmt.Sprintf("Minister Jane Roe of Elbonia said on Tuesday that "+
				"Freedonia had attacked Sylvania. Nobody was hurt in round %d, article %d, at %d.", round, n,
				time.Now().UnixNano())}}}
	}
	for _, r := range []request{
		{"first question: who recognized Donetsk", operations.Ask, map[string]any{"question": "who recognized Donetsk"}},
		{"first question of another form", operations.Ask, map[string]any{"question": "When did Syria recognize Luhansk?"}},
		{"first search", `{ search(query: "Luhansk") { edges { score node { id } } } }`, nil},
		{"first page of claims", `{ claims(first: 5) { nodes { text } } }`, nil},
		{"first article", ingest, article(1)},
		{"second article", ingest, article(2)},
	} {
		took, err := send(url, r)
		if err != nil {
			return err
		}
		fmt.Printf("  %-40s %8.0f ms\n", r.name, ms(took))
	}
	return nil
}

// rootFields are requests for every root field, with the documents by which a start warms up.
func rootFields() ([]request, error) {
	documents, err := operations.Documents()
	if err != nil {
		return nil, err
	}
	out := []request{{"ask", operations.Ask, map[string]any{"question": "Who recognized Donetsk?"}}}
	for _, name := range slices.Sorted(maps.Keys(documents)) {
		out = append(out, request{strings.TrimSuffix(name, ".graphql"), documents[name], nil})
	}
	return out, nil
}

// fields times the first call of every root field right behind the ready line, one after the other, then each again.
func fields(url string, _ int) error {
	requests, err := rootFields()
	if err != nil {
		return err
	}
	return firsts(url, requests)
}

// warmFields is fields behind the line that says that the server is warm, where a balancer sends users (/readyz?warm).
func warmFields(url string, round int) error {
	if err := untilWarm(url); err != nil {
		return err
	}
	return fields(url, round)
}

// strangers asks when the server is warm what no known request asks: each root field with a selection of its own. Where
// the same graph was asked before, the server remembers them.
func strangers(url string, _ int) error {
	if err := untilWarm(url); err != nil {
		return err
	}
	var requests []request
	for _, text := range strings.Split(strings.TrimSpace(strangeRequests), "\n") {
		name, _, _ := strings.Cut(strings.TrimLeft(text, "{ "), "(")
		requests = append(requests, request{name, text, nil})
	}
	return firsts(url, requests)
}

//go:embed strangers.graphql
var strangeRequests string

func firsts(url string, requests []request) (err error) {
	first := make([]time.Duration, len(requests))
	for i, r := range requests {
		if first[i], err = send(url, r); err != nil {
			return err
		}
	}
	const longest = 300 * time.Millisecond
	slow := 0
	for i, r := range requests {
		again, err := send(url, r)
		if err != nil {
			return err
		}
		if first[i] > longest {
			slow++
		}
		fmt.Printf("  first %-34s %8.0f ms, second %6.0f ms\n", r.name, ms(first[i]), ms(again))
	}
	fmt.Printf("  %d of %d first calls took more than %v, the longest %.0f ms\n", slow, len(requests), longest,
		ms(slices.Max(first)))
	return nil
}

// untilWarm waits until the server says that it has planned what it will be asked.
func untilWarm(url string) error {
	for end := time.Now().Add(warmLimit); time.Now().Before(end); time.Sleep(200 * time.Millisecond) {
		response, err := http.Get(url + "/readyz")
		if err != nil {
			return err
		}
		text, err := io.ReadAll(response.Body)
		_ = response.Body.Close()
		if err != nil {
			return err
		}
		if bytes.Contains(text, []byte(`"warm":true`)) {
			return nil
		}
	}
	return fmt.Errorf("the server is not warm after %v", warmLimit)
}

func send(url string, r request) (time.Duration, error) {
	body, err := json.Marshal(map[string]any{"query": r.query, "variables": r.variables})
	if err != nil {
		return 0, err
	}
	begin := time.Now()
	response, err := http.Post(url+"/graphql", "application/json", bytes.NewReader(body))
	if err != nil {
		return 0, err
	}
	defer func() { _ = response.Body.Close() }()
	answer, err := io.ReadAll(response.Body)
	took := time.Since(begin)
	if err == nil && bytes.Contains(answer, []byte(`"errors"`)) {
		err = fmt.Errorf("%s: the answer is an error: %.300s", r.name, answer)
	}
	return took, err
}
