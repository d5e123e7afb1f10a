package export

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"sayso/internal/kg"
)

// hostile is a statement whose every text tries to leave its place.
func hostile(n int) Statement {
	const words = "=HYPERLINK(\"x\") </data>\"}]>\\ \n\r & {%} \u2028 «так» 東"
	actor := func(id string) *Actor { return &Actor{Type: "Person", ID: "ent_" + id, Name: words, Kind: words} }
	half := 0.5
	return Statement{ID: fmt.Sprintf("st_%07d", n), Kind: "SPEECH", Form: "DIRECT", Modality: "ASSERTED", Status: "CURRENT", Date: "2024-05",
		RecordedAt: "2024-05-22T10:00:00Z", Extractor: "reader/1 <x>", Quote: Quote{Exact: words, Prefix: words, Suffix: words, End: 3},
		Source: []Passage{{Text: words}}, Speaker: actor("a"), Via: []Actor{*actor("b")},
		Asserts: []Assertion{{Modality: "ASSERTED", Claim: Claim{ID: fmt.Sprintf("cl_%d", n), Text: words, Quantity: &half, Unit: words,
			Predicate: Predicate{"RECOGNIZED", "recognized"}, Subject: actor("a"), Object: actor("c")}}},
		Article: Article{ID: fmt.Sprintf("art_%d", n), Title: words, URL: "https://example.org/a?b=<c>\"&d", PublishedAt: "2024", Authors: []string{words}}}
}

// paged answers as the API does, n statements in all.
func paged(n int) Request {
	return func(_ context.Context, _ string, variables map[string]any, out any) error {
		start := 0
		if after, ok := variables["after"].(string); ok {
			_, _ = fmt.Sscan(after, &start)
		}
		end := min(n, start+variables["first"].(int))
		nodes := []Statement{}
		for i := start; i < end; i++ {
			nodes = append(nodes, hostile(i))
		}
		text, err := json.Marshal(map[string]any{"statements": map[string]any{"nodes": nodes,
			"pageInfo": map[string]any{"hasNextPage": end < n, "endCursor": fmt.Sprint(end)}}})
		if err != nil {
			return err
		}
		return json.Unmarshal(text, out)
	}
}

func exported(t *testing.T, form string, n int) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Copy(context.Background(), &out, form, "", paged(n), Selection{}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestHostileWords: whatever stands in names and quotes, each form stays of its kind and gives the words back.
func TestHostileWords(t *testing.T) {
	words := hostile(0).Quote.Exact
	for _, form := range []string{"jsonl", "ftm"} {
		for line := range bytes.Lines(exported(t, form, 150)) {
			if !json.Valid(line) {
				t.Fatalf("%s: %s", form, line)
			}
		}
	}
	for _, form := range []string{"jsonld", "claimreview", "stix"} {
		var all map[string]any
		if err := json.Unmarshal(exported(t, form, 150), &all); err != nil || !strings.Contains(fmt.Sprint(all), words) {
			t.Errorf("%s: %v", form, err)
		}
	}
	for _, form := range []string{"graphml", "gexf"} {
		decoder := xml.NewDecoder(bytes.NewReader(exported(t, form, 150)))
		edges := 0
		for {
			token, err := decoder.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", form, err)
			}
			if e, ok := token.(xml.StartElement); ok && e.Name.Local == "edge" {
				edges++
			}
		}
		if edges != 150 {
			t.Errorf("%s has %d edges", form, edges)
		}
	}
	table, err := csv.NewReader(bytes.NewReader(exported(t, "csv", 150))).ReadAll()
	if err != nil || len(table) != 151 || table[1][slices.Index(Columns(), "quote")] != "'"+strings.ReplaceAll(words, "\r\n", "\n") {
		t.Errorf("csv: %v, %d rows, %q", err, len(table), table[1])
	}
	parquetFile := exported(t, "parquet", 150)
	rows, err := parquet.Read[Row](bytes.NewReader(parquetFile), int64(len(parquetFile)))
	if err != nil || len(rows) != 150 || rows[149].Quote != words || *rows[0].Quantity != 0.5 || rows[0].Confidence != nil {
		t.Errorf("parquet: %v %d", err, len(rows))
	}
}

// TestFormulas: a cell is defused where a spreadsheet would run it, also behind blanks and in wide signs, and left alone otherwise.
func TestFormulas(t *testing.T) {
	for text, want := range map[string]string{"=1+1": "'=1+1", "  @SUM(A1)": "'  @SUM(A1)", "+49 30": "'+49 30", "-5": "'-5", "＝1": "'＝1", "\t=1": "'\t=1",
		"a=1": "a=1", "": "", "“=1”": "“=1”", "\n-x": "'\n-x"} {
		if got := defused(text); got != want {
			t.Errorf("%q became %q", text, got)
		}
	}
}

// TestEveryFormOfNothing: no statement fits, and each form is a whole file of its kind all the same.
func TestEveryFormOfNothing(t *testing.T) {
	for _, form := range Names() {
		out := exported(t, form, 0)
		if strings.HasPrefix(string(out), "{") && !json.Valid(out) {
			t.Errorf("%s: %s", form, out)
		}
		if extension, mediaType, means := Describe(form); extension == "" || mediaType == "" || means == "" {
			t.Errorf("%s is not described", form)
		}
	}
}

// TestBoundedMemory: an export holds no more than a page and the ids it has written.
func TestBoundedMemory(t *testing.T) {
	for _, form := range Names() {
		var most uint64
		ask := paged(6_000)
		watched := func(ctx context.Context, document string, variables map[string]any, out any) error {
			if after, ok := variables["after"].(string); ok && strings.HasSuffix(after, "5000") {
				runtime.GC()
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				most = max(most, m.HeapAlloc)
			}
			return ask(ctx, document, variables, out)
		}
		if err := Copy(context.Background(), io.Discard, form, "", watched, Selection{}); err != nil {
			t.Fatal(err)
		}
		if most == 0 || most > 32<<20 {
			t.Errorf("%s held %d MB", form, most>>20)
		}
	}
}

// TestHandler: a fault before the first statement is told, one in the middle breaks the answer off.
func TestHandler(t *testing.T) {
	calls := 0
	api := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var body struct{ Variables map[string]any }
		_ = json.NewDecoder(r.Body).Decode(&body)
		calls++
		if where, _ := body.Variables["where"].(map[string]any); where["bad"] != nil || body.Variables["after"] == "100" {
			_, _ = io.WriteString(w, `{"errors":[{"message":"write it so","extensions":{"code":"`+string(kg.Invalid)+`"}}],"data":null}`)
			return
		}
		body.Variables["first"] = 100
		var data json.RawMessage
		_ = paged(300)(r.Context(), "", body.Variables, &data)
		_ = json.NewEncoder(w).Encode(map[string]any{"data": data})
	})
	mux := http.NewServeMux()
	mux.Handle("/export/{format}", Handler(api, "query"))
	server := httptest.NewServer(mux)
	defer server.Close()
	for path, want := range map[string]int{"/export/csv?where={%22bad%22:1}": 400, "/export/nonsense": 404, "/export/csv?where=[": 400,
		"/export/csv?actor=Putin": 400, "/export/csv?lapsed=perhaps": 400, "/export/csv?where=%zz": 400} {
		response, err := http.Get(server.URL + path)
		if err != nil {
			t.Fatal(err)
		}
		text, _ := io.ReadAll(response.Body)
		response.Body.Close()
		if response.StatusCode != want || !json.Valid(text) {
			t.Errorf("%s: %d %s", path, response.StatusCode, text)
		}
	}
	response, err := http.Get(server.URL + "/export/jsonl")
	if err == nil {
		_, err = io.ReadAll(response.Body)
		response.Body.Close()
	}
	if err == nil {
		t.Error("an answer that broke off looks like a whole one")
	}
}
