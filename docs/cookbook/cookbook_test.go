package cookbook_test

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"sort"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"sayso/graph"
	"sayso/internal/ask"
	"sayso/internal/compile"
	"sayso/internal/ingest"
	"sayso/internal/ingest/identity"
	"sayso/internal/neo"
	"sayso/internal/neo/managed/managedtest"
	"sayso/internal/neo/neotest"
	"sayso/internal/read"
	"sayso/internal/read/gazetteer"
	"sayso/internal/read/vocabulary"
)

var update = flag.Bool("update", false, "write docs/cookbook.md anew")

func TestMain(m *testing.M) { managedtest.Main(m) }

const (
	page = "../cookbook.md"
	head = `# Cookbook

Questions of journalists and investigators, each with the GraphQL to paste into GraphiQL, the Cypher that answers it for Neo4j Browser, and the
answer over the sample articles. ` + "`make cookbook`" + ` writes this page from [recipes.txtar](cookbook/recipes.txtar), and a test checks it.
`
)

// now is the day on which the page was asked.
func now() time.Time { return time.Date(2022, 10, 1, 12, 0, 0, 0, time.UTC) }

// recorder keeps what was asked of the graph.
type recorder struct {
	*neo.Store
	mu  sync.Mutex
	ran []compile.Query
}

func (r *recorder) Query(ctx context.Context, q compile.Query) (any, error) {
	r.mu.Lock()
	r.ran = append(r.ran, q)
	r.mu.Unlock()
	return r.Store.Query(ctx, q)
}

// openSample gives the API over the sample articles, as a server that starts for the first time has it.
func openSample(t *testing.T) (http.Handler, *recorder) {
	t.Helper()
	ctx := context.Background()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	entries, err := vocabulary.Entries()
	must(err)
	words, err := vocabulary.Index(entries)
	must(err)
	store := neotest.Open(t, now, words.All())
	known, err := gazetteer.Load()
	must(err)
	reader, err := read.Registered().Readers(read.Settings{Entries: entries})
	must(err)
	pipeline := ingest.NewPipeline(reader, ingest.NewLinker(known, words), store, now)
	articles, err := ingest.Sample()
	must(err)
	for _, a := range articles {
		_, err := pipeline.Ingest(ctx, a)
		must(err)
	}
	r := &recorder{Store: store}
	h, err := graph.Handler(graph.Options{Store: r, Ingester: pipeline, Curator: store, Feed: store, Asker: ask.New(words), Vocabulary: words, Sounds: identity.Sounds, Now: now})
	must(err)
	return h, r
}

// TestCookbook asks every question and compares the page with what comes out. Each is one query of the graph.
func TestCookbook(t *testing.T) {
	archive, err := txtar.ParseFile("recipes.txtar")
	if err != nil || len(archive.Files) < 30 {
		t.Fatal("the recipes are missing", err)
	}
	h, r := openSample(t)
	var out strings.Builder
	out.WriteString(head)
	for i, f := range archive.Files {
		sentence, query, found := strings.Cut(strings.TrimSpace(string(f.Data)), "\n\n")
		if !found {
			t.Fatalf("%s has no query behind a blank line", f.Name)
		}
		r.ran = nil
		answer := post(t, h, query)
		if len(r.ran) != 1 {
			t.Errorf("%s asks the graph %d times", f.Name, len(r.ran))
			continue
		}
		fmt.Fprintf(&out, "\n## %d. %s\n\n%s\n\n```graphql\n%s\n```\n\n```cypher\n%s\n```\n\n```json\n%s\n```\n", i+1, f.Name, sentence, query, browserText(r.ran[0]), answer)
	}
	if *update {
		if err := os.WriteFile(page, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	have, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(have), out.String()); diff != "" {
		t.Errorf("docs/cookbook.md is not what the graph answers; run make cookbook and read the difference:\n%s", diff)
	}
}

// post asks and gives the answer's data.
func post(t *testing.T, h http.Handler, query string) string {
	t.Helper()
	body, _ := json.Marshal(map[string]string{"query": query})
	r := httptest.NewRequest(http.MethodPost, "/graphql", bytes.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	var answer struct {
		Data   json.RawMessage
		Errors []any
	}
	if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil || len(answer.Errors) > 0 {
		t.Errorf("%s: %v %s", query, err, w.Body)
	}
	var out bytes.Buffer
	if err := json.Indent(&out, answer.Data, "", "  "); err != nil {
		t.Error(err)
	}
	return out.String()
}

// browserText writes a query with its parameters as Neo4j Browser takes them.
func browserText(q compile.Query) string {
	names := make([]string, 0, len(q.Params))
	for name := range q.Params {
		names = append(names, name)
	}
	sort.Slice(names, func(i, j int) bool {
		return len(names[i]) < len(names[j]) || len(names[i]) == len(names[j]) && names[i] < names[j]
	})
	pairs := make([]string, len(names))
	for i, name := range names {
		var value bytes.Buffer
		e := json.NewEncoder(&value)
		e.SetEscapeHTML(false)
		_ = e.Encode(q.Params[name]) // parameters are strings, numbers and lists
		pairs[i] = name + ": " + strings.TrimSpace(value.String())
	}
	return ":params {" + strings.Join(pairs, ", ") + "}\n" + q.Text
}
