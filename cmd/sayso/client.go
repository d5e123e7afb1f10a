package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"sayso/internal/kg"
)

// serverFlag says which server to talk to.
type serverFlag struct {
	Server string `help:"The server's address." default:"http://127.0.0.1:8080" placeholder:"URL"`
	Key    string `help:"Your key, where the server asks for one; better set as SAYSO_KEY." placeholder:"SECRET"`
}

// send sends a request, with the key where there is one.
func (s serverFlag) send(request *http.Request) (*http.Response, error) {
	if at := request.URL; at.Host == "" || at.Scheme != "http" && at.Scheme != "https" {
		return nil, kg.Errorf(kg.Invalid, "--server %q is no address; write one such as http://127.0.0.1:8080", s.Server)
	}
	if s.Key != "" {
		request.Header.Set("Authorization", "Bearer "+s.Key)
	}
	return http.DefaultClient.Do(request)
}

// unanswered says why no answer came: nobody is there, or it took longer than we wait.
func (s serverFlag) unanswered(err error) error {
	var ours *kg.Error
	if errors.As(err, &ours) {
		return err
	}
	if errors.Is(err, context.DeadlineExceeded) {
		return kg.Because(err, kg.Unavailable,
			"%s did not answer in time; it may be busy, or planning its first answers: try again in a moment", s.Server)
	}
	return kg.Because(err, kg.Unavailable,
		"no server answers at %s; start one with: go run ./cmd/gqlserver (or give --server)", s.Server)
}

// largestAnswer is how many bytes of an answer are read.
const largestAnswer = 64 << 20

// query sends a GraphQL request and decodes its data into out. The first error of the answer becomes ours.
func (s serverFlag) query(ctx context.Context, timeout time.Duration, text string, variables map[string]any,
	out any) error {
	return s.queryWith(ctx, timeout, "", text, variables, out)
}

// queryOnce is query for what is not asked again, so that the server need not keep it.
func (s serverFlag) queryOnce(ctx context.Context, timeout time.Duration, text string, variables map[string]any,
	out any) error {
	return s.queryWith(ctx, timeout, "no-store", text, variables, out)
}

func (s serverFlag) queryWith(ctx context.Context, timeout time.Duration, cache, text string, variables map[string]any,
	out any) error {
	body, err := json.Marshal(map[string]any{"query": text, "variables": variables})
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	url := strings.TrimRight(s.Server, "/") + "/graphql"
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(body))
	if err != nil {
		return kg.Errorf(kg.Invalid, "--server %q is no address; write one such as http://127.0.0.1:8080", s.Server)
	}
	request.Header.Set("Content-Type", "application/json")
	if cache != "" {
		request.Header.Set("Cache-Control", cache)
	}
	response, err := s.send(request)
	if err != nil {
		return s.unanswered(err)
	}
	defer func() { _ = response.Body.Close() }()
	data, err := io.ReadAll(io.LimitReader(response.Body, largestAnswer))
	if err != nil {
		return kg.Because(err, kg.Unavailable, "the answer of %s broke off; try again", s.Server)
	}
	return decodeAnswer(s.Server, response.Status, data, out)
}

// changeOne sends a mutation of one thing, whose id is $id in field, and prints what it was called with what that did.
func (s serverFlag) changeOne(t terminal, timeout time.Duration, id, called, field, says string) error {
	var done map[string]any
	if err := s.query(t.ctx, timeout, `mutation($id: ID!) { `+field+` }`, map[string]any{"id": id}, &done); err != nil {
		return err
	}
	_, err := fmt.Fprintf(t.out, "%s %s\n", called, says)
	return err
}

// unreadQuestion is the error for a question that the server cannot read, with what to search for instead.
type unreadQuestion struct {
	search string
	cause  error
}

// Error implements error.
func (u *unreadQuestion) Error() string { return u.cause.Error() }

// Unwrap gives the cause.
func (u *unreadQuestion) Unwrap() error { return u.cause }

func decodeAnswer(server, status string, data []byte, out any) error {
	var answer struct {
		Data   json.RawMessage `json:"data"`
		Errors []struct {
			Message    string         `json:"message"`
			Extensions map[string]any `json:"extensions"`
		} `json:"errors"`
	}
	if err := json.Unmarshal(data, &answer); err != nil {
		return kg.Errorf(kg.Unavailable, "%s answers %s and no GraphQL; is it a Sayso server?", server, status)
	}
	if len(answer.Errors) > 0 {
		code, _ := answer.Errors[0].Extensions["code"].(string)
		if code == "" {
			code = string(kg.Invalid)
		}
		failed := kg.Errorf(kg.Code(code), "%s", answer.Errors[0].Message)
		if search, _ := answer.Errors[0].Extensions["search"].(string); search != "" {
			return &unreadQuestion{search, failed}
		}
		return failed
	}
	if err := json.Unmarshal(answer.Data, out); err != nil {
		return kg.Because(err, kg.Unavailable, "the answer of %s is not of the expected form; is it the same version?",
			server)
	}
	return nil
}
