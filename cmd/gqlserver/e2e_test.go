package main

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"regexp"
	"sort"
	"strings"
	"testing"
	"time"

	"sayso/internal/ingest"
	"sayso/internal/kg"
	"sayso/internal/neo"
	"sayso/internal/neo/managed/managedtest"
)

func TestMain(m *testing.M) { managedtest.Main(m) }

// started is a running server.
type started struct {
	t     *testing.T
	base  string
	store *neo.Store
}

// start runs the real program against an empty graph, with files that add to the vocabulary.
func start(t *testing.T, sample bool, vocabulary ...string) started {
	t.Helper()
	managedtest.Wipe(t, managedtest.Start(t))
	s := testSettings(t)
	s.Sample, s.Vocabulary = sample, vocabulary
	out, stop := launch(t, s)
	t.Cleanup(stop)
	return out
}

// testSettings are those of a server on the Neo4j of the tests.
func testSettings(t *testing.T) settings {
	at := managedtest.Start(t)
	return settings{Listen: "127.0.0.1:0", Data: t.TempDir(), Neo4jURI: at.URI, Neo4jUser: at.User, Neo4jPassword: at.Password,
		Timeout: 30 * time.Second, IngestTimeout: 5 * time.Minute, MaxBody: 32 << 20, MaxDepth: 20, MaxCost: 1_000_000, MaxAliases: 100}
}

// launch runs the real program until stop is called.
func launch(t *testing.T, s settings) (_ started, stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	lines, out := io.Pipe()
	ended := make(chan error, 1)
	go func() { ended <- run(ctx, s, out); _ = out.Close() }()
	base := waitForURL(t, lines)
	go func() { _, _ = io.Copy(io.Discard, lines) }()
	store, err := neo.Open(ctx, neo.Options{URI: s.Neo4jURI, User: s.Neo4jUser, Password: s.Neo4jPassword})
	if err != nil {
		t.Fatal(err)
	}
	return started{t, base, store}, func() {
		_ = store.Close(context.Background())
		cancel()
		if err := <-ended; err != nil {
			t.Errorf("the server ended with %v", err)
		}
	}
}

var graphqlURL = regexp.MustCompile(`GraphQL (http://\S+)/graphql`)

func waitForURL(t *testing.T, lines io.Reader) string {
	t.Helper()
	var seen bytes.Buffer
	buffer := make([]byte, 4096)
	for {
		n, err := lines.Read(buffer)
		seen.Write(buffer[:n])
		if m := graphqlURL.FindStringSubmatch(seen.String()); m != nil {
			return m[1]
		}
		if err != nil {
			t.Fatalf("the server did not start: %s", seen.String())
		}
	}
}

// answered is the reply to a request.
type answered struct {
	Data   json.RawMessage
	Errors []struct {
		Message    string
		Path       []any
		Extensions struct{ Code string }
	}
}

func (s started) query(text string, variables map[string]any) answered {
	s.t.Helper()
	body, err := json.Marshal(map[string]any{"query": text, "variables": variables})
	if err != nil {
		s.t.Fatal(err)
	}
	return s.post(body)
}

func (s started) post(body []byte) answered {
	s.t.Helper()
	response, err := http.Post(s.base+"/graphql", "application/json", bytes.NewReader(body))
	if err != nil {
		s.t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	data, err := io.ReadAll(response.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	var a answered
	if err := json.Unmarshal(data, &a); err != nil {
		s.t.Fatalf("no JSON: %v: %.300s", err, data)
	}
	return a
}

func (s started) ask(text string, variables map[string]any, out any) {
	s.t.Helper()
	a := s.query(text, variables)
	if len(a.Errors) > 0 {
		s.t.Fatalf("%s: %s", text, a.Errors[0].Message)
	}
	if err := json.Unmarshal(a.Data, out); err != nil {
		s.t.Fatal(err)
	}
}

func (s started) counts() kg.Counts {
	s.t.Helper()
	c, err := s.store.Counts(context.Background())
	if err != nil {
		s.t.Fatal(err)
	}
	return c
}

// answerRows is what the tests look at of an answer.
type answerRows struct {
	Target []struct{ Name string }
	Rows   []struct {
		Actor, Target struct{ Name string }
		Status        string
		FirstOn       string
		Evidence      []evidence
	}
}

type evidence struct {
	Quote struct {
		Exact      string
		Start, End int
	}
	Speaker *struct{ Name string }
	Via     []struct{ Name string }
	Article struct {
		Title, URL, PublishedAt, Text string
		Publisher                     struct{ Name string }
	}
}

// cited fails when a quote does not stand at its offsets in the stored text.
func (e evidence) cited(t *testing.T) {
	t.Helper()
	if at, ok := kg.NewRunes(e.Article.Text).Slice(e.Quote.Start, e.Quote.End); !ok || at != e.Quote.Exact {
		t.Errorf("the quote %q is not at %d–%d of its article", e.Quote.Exact, e.Quote.Start, e.Quote.End)
	}
}

const rowFields = `target { name } rows { actor { name } target { name } status firstOn
  evidence { quote { exact start end } speaker { name } via { name } article { title url publishedAt text publisher { name } } } }`

// actorsOf gives the names of the rows whose target is called so.
func (a answerRows) actorsOf(target string) string {
	var names []string
	for _, r := range a.Rows {
		if r.Target.Name == target {
			names = append(names, r.Actor.Name)
		}
	}
	sort.Strings(names)
	return strings.Join(names, ", ")
}

// TestSampleAnswers is the newcomer's first minute: the sample is there, and the question has a cited answer.
func TestSampleAnswers(t *testing.T) {
	s := start(t, true)
	var data struct{ Ask answerRows }
	s.ask(`{ ask(question: "who recognized Donetsk") { `+rowFields+` } }`, nil, &data)
	if got := data.Ask.actorsOf("Donetsk"); got != "North Korea, Russia, Syria" {
		t.Errorf("who recognized Donetsk: %s", got)
	}
	for _, r := range data.Ask.Rows {
		if len(r.Evidence) == 0 || r.FirstOn == "" {
			t.Errorf("%s has no evidence or no date", r.Actor.Name)
		}
		for _, e := range r.Evidence {
			e.cited(t)
			if e.Article.URL == "" || e.Article.Publisher.Name == "" || e.Article.PublishedAt == "" {
				t.Errorf("%s is cited from nowhere: %+v", r.Actor.Name, e.Article)
			}
		}
	}
	var who struct{ WhoDid answerRows }
	s.ask(`{ whoDid(predicate: "refused", target: "Donetsk") { `+rowFields+` } }`, nil, &who)
	if len(who.WhoDid.Rows) > 0 {
		t.Errorf("who refused: %s", who.WhoDid.actorsOf("Donetsk"))
	}
	s.sameAgain(t)
}

// sameAgain ingests the sample twice more, the second time in another order and side by side: nothing may change.
func (s started) sameAgain(t *testing.T) {
	before := s.counts()
	articles, err := ingest.Sample()
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		done := make(chan string)
		for _, a := range articles {
			go func() {
				body, _ := json.Marshal(map[string]any{"query": `mutation($a: [ArticleInput!]!) { ingest(articles: $a) { results { isNew error { message } } } }`,
					"variables": map[string]any{"a": []any{map[string]any{"text": a.Text, "title": a.Title, "publishedAt": a.PublishedAt}}}})
				done <- fmt.Sprint(s.post(body))
			}()
		}
		for range articles {
			<-done
		}
	}
	if after := s.counts(); after != before {
		t.Errorf("ingesting again changed %+v to %+v", before, after)
	}
}

var update = flag.Bool("update", false, "write the answer in README.md anew")

// TestReadmeAnswer: the answer that the README opens with is what the client prints.
func TestReadmeAnswer(t *testing.T) {
	s := start(t, true)
	out, err := exec.Command("go", "run", "../sayso", "ask", "--server", s.base, "who recognized Donetsk?").Output()
	if err != nil {
		t.Fatal(err)
	}
	const open, end = "$ go run ./cmd/sayso ask \"who recognized Donetsk?\"\n", "```"
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	before, rest, _ := strings.Cut(string(readme), open)
	shown, after, found := strings.Cut(rest, end)
	if !found {
		t.Fatal("README.md shows no answer")
	}
	if *update {
		if err := os.WriteFile("../../README.md", []byte(before+open+string(out)+end+after), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if shown != string(out) {
		t.Errorf("README.md shows\n%s\nbut the answer is\n%s\n(go test ./cmd/gqlserver -run Readme -update)", shown, out)
	}
}
