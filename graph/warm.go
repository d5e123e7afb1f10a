package graph

import (
	"bytes"
	"context"
	"encoding/json"
	"maps"
	"net/http"
	"slices"

	"sayso/graph/operations"
	"sayso/internal/kg"
)

// KnownRequest is the body of a request that users are likely to begin with.
type KnownRequest []byte

// KnownRequests gives the requests with which Neo4j is warmed up: first the question in English and the query that Sayso is for, which a start
// waits for, then one of every kind.
func KnownRequests() (first, rest []KnownRequest, err error) {
	questions, err := operations.Questions()
	if err != nil {
		return nil, nil, err
	}
	documents, err := operations.Documents()
	if err != nil {
		return nil, nil, err
	}
	first = []KnownRequest{known(operations.Ask, questions[0]), known(documents[mainDocument], "")}
	delete(documents, mainDocument)
	for _, q := range questions[1:] {
		rest = append(rest, known(operations.Ask, q))
	}
	for _, name := range slices.Sorted(maps.Keys(documents)) {
		rest = append(rest, known(documents[name], ""))
	}
	return first, rest, nil
}

// mainDocument asks who did something to somebody.
const mainDocument = "who_did.graphql"

func known(query, question string) KnownRequest {
	variables := map[string]string{}
	if question != "" {
		variables["question"] = question
	}
	body, _ := json.Marshal(map[string]any{"query": query, "variables": variables}) // strings always have a JSON form
	return body
}

// Warm sends the API known requests one after the other, so that Neo4j has planned them before a user waits for it. The first that fails ends it.
func Warm(ctx context.Context, api http.Handler, requests []KnownRequest) error {
	for _, r := range requests {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := sendKnown(ctx, api, r); err != nil {
			return err
		}
	}
	return nil
}

// sendKnown sends one request the way a client does, so that nothing on the way stays cold.
func sendKnown(ctx context.Context, api http.Handler, body KnownRequest) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, "/graphql", bytes.NewReader(body))
	if err != nil {
		return kg.Hidden(err)
	}
	request.Header.Set("Content-Type", plainJSON)
	var answer unsent
	api.ServeHTTP(&answer, request)
	var read struct{ Errors []struct{ Message string } }
	if err := json.Unmarshal(answer.body.Bytes(), &read); err != nil {
		return kg.Hidden(err)
	}
	if len(read.Errors) > 0 {
		return kg.Errorf(kg.Unavailable, "a request of the warm-up failed: %s", read.Errors[0].Message)
	}
	return nil
}

// unsent takes an answer that goes nowhere.
type unsent struct {
	header http.Header
	body   bytes.Buffer
}

func (u *unsent) Header() http.Header {
	if u.header == nil {
		u.header = http.Header{}
	}
	return u.header
}

func (u *unsent) Write(p []byte) (int, error) { return u.body.Write(p) }
func (u *unsent) WriteHeader(int)             {}
