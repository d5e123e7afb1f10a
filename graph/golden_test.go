package graph_test

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"sayso/graph"
	"sayso/internal/ask"
	"sayso/internal/compile"
	"sayso/internal/kg"
	"sayso/internal/kgtest"
	"sayso/internal/neo"
	"sayso/internal/neo/managed/managedtest"
	"sayso/internal/neo/neotest"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestMain(m *testing.M) { managedtest.Main(m) }

// recorder runs plans on the real graph and keeps them.
type recorder struct {
	store *neo.Store
	mu    sync.Mutex
	ran   []ranPlan
}

type ranPlan struct {
	plan string
	row  any
}

// sorted gives what ran, in an order that does not depend on which root field was quicker.
func (r *recorder) sorted() (plans []string, rows []any) {
	sort.Slice(r.ran, func(i, j int) bool { return r.ran[i].plan < r.ran[j].plan })
	for _, x := range r.ran {
		plans, rows = append(plans, x.plan), append(rows, x.row)
	}
	return plans, rows
}

func (r *recorder) Query(ctx context.Context, q compile.Query) (any, error) {
	value, err := r.store.Query(ctx, q)
	r.mu.Lock()
	defer r.mu.Unlock()
	r.ran = append(r.ran, ranPlan{compile.Plan{Query: q}.String(), value})
	return value, err
}

// refusing takes no articles.
type refusing struct{}

func (refusing) Reread(context.Context, string, int, func(kg.Ingested, error)) error {
	return nil
}

func (refusing) Ingest(context.Context, kg.Submission) (kg.Ingested, error) {
	return kg.Ingested{}, kg.Errorf(kg.Invalid, "this test takes no articles")
}

// openGraph gives a graph that holds kgtest.Recognitions, kgtest.Relations and nothing else.
func openGraph(t testing.TB) *neo.Store {
	t.Helper()
	store := neotest.Open(t, nil, kgtest.Predicates())
	neotest.Fill(t, store, append(kgtest.Recognitions(), kgtest.Relations()...))
	seedDisputes(t, managedtest.Start(t))
	return store
}

func newHandler(t testing.TB, store graph.Store) http.Handler {
	t.Helper()
	v, err := kg.NewVocabulary(kgtest.Predicates())
	if err != nil {
		t.Fatal(err)
	}
	h, err := graph.Handler(graph.Options{Store: store, Ingester: refusing{}, Asker: ask.New(v), Vocabulary: v, Now: testNow})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// testNow is the day the records of the tests end on, and some.
func testNow() time.Time { return time.Date(2022, 5, 31, 12, 0, 0, 0, time.UTC) }

func post(h http.Handler, query string, variables json.RawMessage) (int, string) {
	body, _ := json.Marshal(map[string]any{"query": query, "variables": variables})
	w := httptest.NewRecorder()
	r := httptest.NewRequest(http.MethodPost, "/graphql", bytes.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	h.ServeHTTP(w, r)
	return w.Code, w.Body.String()
}

// TestGolden runs every case of testdata: the comment says what it shows, query (and variables) go in, and the Cypher with its parameters,
// the rows and the JSON come out. A root field must cost exactly one plan. -update writes the cases anew.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	r := &recorder{store: openGraph(t)}
	h := newHandler(t, r)
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { golden(t, h, r, file) })
	}
}

var score = regexp.MustCompile(`\b0\.\d{4,}|"cursor": "[^"]+"`)

func golden(t *testing.T, h http.Handler, r *recorder, file string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	in := map[string]string{}
	for _, f := range archive.Files {
		in[f.Name] = string(f.Data)
	}
	r.ran = nil
	variables := json.RawMessage(in["variables"])
	if len(variables) == 0 {
		variables = json.RawMessage("{}")
	}
	_, answer := post(h, in["query"], variables)
	plans, rows := r.sorted()
	got := map[string]string{"cypher": strings.Join(plans, "\n---\n") + "\n", "rows": pretty(t, rows), "json": prettyText(t, answer)}
	if strings.HasPrefix(filepath.Base(file), "search") { // scores also depend on what was in the index before and is deleted
		for _, name := range []string{"rows", "json"} {
			got[name] = score.ReplaceAllString(got[name], "0.…")
		}
	}
	if *update {
		files := archive.Files[:0]
		for _, f := range archive.Files {
			if f.Name == "query" || f.Name == "variables" {
				files = append(files, f)
			}
		}
		for _, name := range []string{"cypher", "rows", "json"} {
			files = append(files, txtar.File{Name: name, Data: []byte(got[name])})
		}
		archive.Files = files
		if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	for _, name := range []string{"cypher", "rows", "json"} {
		if in[name] != got[name] {
			t.Errorf("%s differs; got\n%s\nwant\n%s", name, got[name], in[name])
		}
	}
}

func pretty(t *testing.T, v any) string {
	t.Helper()
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(v); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// prettyText indents an answer, its errors in the order of their text: root fields are answered side by side.
func prettyText(t *testing.T, text string) string {
	t.Helper()
	var answer struct {
		Errors []json.RawMessage `json:"errors,omitempty"`
		Data   json.RawMessage   `json:"data"`
	}
	if err := json.Unmarshal([]byte(text), &answer); err != nil {
		t.Fatalf("the answer is no JSON: %v\n%s", err, text)
	}
	sort.Slice(answer.Errors, func(i, j int) bool { return string(answer.Errors[i]) < string(answer.Errors[j]) })
	return pretty(t, answer)
}
