package main

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"sayso/internal/check"
	"sayso/internal/export"
)

// velholm is a person of nobody's making but ours, in three texts.
var velholm = []map[string]any{
	{"title": "Velholm on the bridge", "url": "https://a.example/marta-velholm-on-the-bridge", "publishedAt": "2024-02-01", "text": "Marta Velholm, a harbour pilot, said that Norway had recognized Kosovo. “We will not wait,” Velholm said. " +
		"Albania said on Thursday that Marta Velholm met with Germany's ambassador. France recognized Kosovo on Friday."},
	{"title": "Sanctions", "publishedAt": "2024-02-02", "text": "Germany sanctioned Belarus on Monday. The German government criticized Marta Velholm. Poland said that Germany had sanctioned Belarus."},
	{"title": "Nothing about her", "publishedAt": "2024-02-03", "text": "Japan recognized Kosovo on Monday. Sweden said that Japan had recognized Kosovo."},
}

// TestForgottenEverywhere: behind a forgetting no surface has a byte of the name, taking the texts in again brings nobody back, and what others say is there.
func TestForgottenEverywhere(t *testing.T) {
	s := start(t, false)
	s.take(t)
	if found := s.surfaces(t); !strings.Contains(found, "velholm") {
		t.Fatal("she was never there")
	}
	var done struct {
		Forget struct {
			Actors  []string
			Counts  []struct{ Count int }
			Remains []struct{ Kind, ID, Why string }
		}
	}
	s.ask(`mutation { forget(person: "Marta Velholm", reason: "Marta Velholm asked for it", by: "test") { actors counts { count } remains { kind id why } } }`, nil, &done)
	if len(done.Forget.Actors) == 0 || len(done.Forget.Remains) > 0 {
		t.Errorf("%+v", done.Forget)
	}
	clean := func(when string) {
		t.Helper()
		found := s.surfaces(t)
		for _, secret := range append([]string{"velholm"}, done.Forget.Actors...) {
			if at := strings.Index(found, secret); at >= 0 {
				t.Errorf("%s: %q is in …%s", when, secret, found[max(0, at-300):min(len(found), at+100)])
			}
		}
		if !strings.Contains(found, "japan recognized kosovo") || !strings.Contains(found, "france recognized kosovo") {
			t.Errorf("%s: what others did is gone", when)
		}
	}
	clean("forgotten")
	before := s.counts()
	s.take(t)
	clean("taken in again")
	if after := s.counts(); after != before {
		t.Errorf("taking the texts in again changed %+v to %+v", before, after)
	}
	if a := s.query(`mutation { forget(person: "Marta Velholm", reason: "again", by: "test") { actors } }`, nil); len(a.Errors) != 1 || a.Errors[0].Extensions.Code != "NOT_FOUND" ||
		strings.Contains(a.Errors[0].Message, "Velholm") {
		t.Errorf("%+v", a.Errors)
	}
	err := check.Run(context.Background(), s.store, check.Wish{}, func(r check.Report) error {
		if r.Done && r.Wrong > 0 {
			t.Errorf("%s: %+v", r.Invariant, r.Faults)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func (s started) take(t *testing.T) {
	t.Helper()
	for _, fields := range velholm {
		query, variables := ingestOne(fields)
		var done struct {
			Ingest struct {
				Results []struct{ Error *struct{ Message string } }
			}
		}
		s.ask(query, variables, &done)
		if e := done.Ingest.Results[0].Error; e != nil {
			t.Fatal(e.Message)
		}
	}
}

// surfaces is what the server says by all ways that it has, in lower case. No question has the name: it must come from the server.
func (s started) surfaces(t *testing.T) string {
	t.Helper()
	var out strings.Builder
	for _, query := range []string{
		`{ actors(first: 100) { nodes { id name aliases description } } }`,
		`{ articles(first: 100) { nodes { id title url text authors } } }`,
		`{ statements(first: 100, includeLapsed: true) { nodes { quote { exact prefix suffix } speaker { id name } mentions { text } claims { nodes { text subject { name } object { name } objectText } } } } }`,
		`{ claims(first: 100, includeLapsed: true) { nodes { text subject { id name } object { id name } } } }`,
		`{ changes(first: 200) { nodes { kind before after reason actors { id name } articles { title } } } }`,
		`{ judgements(first: 100) { nodes { reason reasons left right } } }`,
		`{ search(query: "marta", first: 20) { edges { node { __typename id } } } }`,
		`{ search(query: "harbour pilot", first: 20) { edges { node { __typename id } } } }`,
		`{ suggest(prefix: "mar", first: 20) { name node { id } } }`,
		`{ whoDid(predicate: "recognized", target: "Kosovo") { rows { actor { name } evidence { quote { exact prefix suffix } article { title text url } } } } }`,
		`{ whatDid(actor: "Germany") { rows { target { name } evidence { quote { exact prefix suffix } } } } }`,
		`{ ask(question: "Who recognized Kosovo?") { rows { actor { name } evidence { quote { exact prefix suffix } article { title text } } } } }`,
		`{ ask(question: "What did Germany do?") { rows { actor { name } evidence { quote { exact prefix suffix } } } } }`,
		`{ neighbours(actor: "Germany") { edges { node { id name } } } }`,
		`{ findQuote(text: "we will not wait") { statement { quote { exact prefix suffix } speaker { name } } } }`,
	} {
		answer := s.query(query, nil)
		for _, e := range answer.Errors {
			t.Fatalf("%s: %s", query, e.Message)
		}
		out.Write(answer.Data)
	}
	paths := []string{"/export/archive.jsonl", "/metrics", "/reconcile?queries=" + url.QueryEscape(`{"q":{"query":"Marta"}}`)}
	for _, form := range export.Names() {
		paths = append(paths, "/export/"+form)
	}
	for _, path := range paths {
		response, err := http.Get(s.base + path)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(response.Body)
		_ = response.Body.Close()
		if err != nil || response.StatusCode != http.StatusOK {
			t.Fatalf("%s: %d %v %.300s", path, response.StatusCode, err, body)
		}
		out.Write(body)
	}
	return strings.ToLower(out.String())
}
