package graph

import (
	"bytes"
	"context"
	"encoding/json"
	"maps"
	"net/http"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"

	"sayso/graph/operations"
	"sayso/internal/kg"
)

// KnownRequest is the body of a request that users are likely to begin with.
type KnownRequest []byte

// KnownRequests are those with which Neo4j is warmed up.
type KnownRequests struct {
	Main  []KnownRequest // the question in English and the query that Sayso is for: a start waits for them
	Early []KnownRequest // those with which users begin
	Rest  []KnownRequest // one of every other kind
}

// AllKnownRequests reads the requests from the documents and questions of graph/operations.
func AllKnownRequests() (KnownRequests, error) {
	questions, err := operations.Questions()
	if err != nil {
		return KnownRequests{}, err
	}
	early, err := operations.Early()
	if err != nil {
		return KnownRequests{}, err
	}
	documents, err := operations.Documents()
	if err != nil {
		return KnownRequests{}, err
	}
	take := func(name string) KnownRequest {
		defer delete(documents, name)
		return known(documents[name], "")
	}
	out := KnownRequests{Main: []KnownRequest{known(operations.Ask, questions[0]), take(mainDocument)}}
	for _, name := range early {
		out.Early = append(out.Early, take(name))
	}
	for _, q := range questions[1:] {
		out.Early = append(out.Early, known(operations.Ask, q))
	}
	for _, name := range slices.Sorted(maps.Keys(documents)) {
		out.Rest = append(out.Rest, take(name))
	}
	return out, nil
}

// mainDocument asks who did something to somebody.
const mainDocument = "who_did.graphql"

// PageRequests are the requests of the explorer's pages, from its documents, which share their fragments: first those
// that users begin with.
func PageRequests(documents []string) (first, rest []KnownRequest, err error) {
	early, late, err := operations.Pages()
	if err != nil {
		return nil, nil, err
	}
	all, err := parser.ParseQuery(&ast.Source{Name: "the explorer's documents", Input: strings.Join(documents, "\n")})
	if err != nil {
		return nil, nil, kg.Hidden(err)
	}
	for _, group := range []struct {
		pages []operations.Page
		to    *[]KnownRequest
	}{{early, &first}, {late, &rest}} {
		for _, p := range group.pages {
			op := all.Operations.ForName(p.Name)
			if op == nil {
				return nil, nil, kg.Errorf(kg.Internal, "the explorer has no query %s", p.Name)
			}
			body, err := json.Marshal(map[string]any{
				"query": operationText(op, all.Fragments), "variables": json.RawMessage(p.Variables),
			})
			if err != nil {
				return nil, nil, kg.Hidden(err)
			}
			*group.to = append(*group.to, body)
		}
	}
	return first, rest, nil
}

func known(query, question string) KnownRequest {
	variables := map[string]string{}
	if question != "" {
		variables["question"] = question
	}
	body, _ := json.Marshal(map[string]any{"query": query, "variables": variables}) // strings always have a JSON form
	return body
}

// Warm sends the API known requests one after the other, so that Neo4j has planned them before a user waits for it. The
// first that fails ends it.
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
