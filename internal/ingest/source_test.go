package ingest

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/ingest/fetch"
	"sayso/internal/kg"
)

// collect reads everything that an argument stands for.
func collect(t *testing.T, arg, stdin string) ([]kg.Submission, error) {
	t.Helper()
	sources, err := Sources(arg, strings.NewReader(stdin), fetch.New(fetch.Options{Private: true}))
	if err != nil {
		return nil, err
	}
	var out []kg.Submission
	for _, s := range sources {
		err := s.Each(context.Background(), func(f Found) error {
			if f.Fault == nil {
				out = append(out, f.Submission)
			}
			return f.Fault
		})
		if err != nil {
			return out, err
		}
	}
	return out, nil
}

func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestFrontMatter(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want kg.Submission
	}{
		"whole": {"---\ntitle: \"A: B\"\nurl: https://example.org/a\npublisher: The Paper\ndate: 2022-08-17\nretrievedAt: 2022-08-18T09:00:00+02:00\nlanguage: en\nauthor: X\n---\nText.\n",
			kg.Submission{Text: "Text.\n", Title: "A: B", URL: "https://example.org/a", Publisher: "The Paper", PublishedAt: "2022-08-17",
				RetrievedAt: "2022-08-18T07:00:00Z", Language: "en"}},
		"none":          {"Text.\n---\nMore.", kg.Submission{Text: "Text.\n---\nMore."}},
		"not closed":    {"---\nText.", kg.Submission{Text: "---\nText."}},
		"Windows lines": {"---\r\ntitle: A\r\n---\r\nText.\r\n", kg.Submission{Text: "Text.\r\n", Title: "A"}},
		"BOM":           {"\uFEFF---\ntitle: A\n---\nText.", kg.Submission{Text: "Text.", Title: "A"}},
	} {
		got, err := collect(t, write(t, "a.txt", c.text), "")
		if diff := cmp.Diff([]kg.Submission{c.want}, got); err != nil || diff != "" {
			t.Errorf("%s: %v %s", name, err, diff)
		}
	}
}

// TestPlainFrontMatter: headlines with colons and quotation marks are no YAML and are taken as they stand.
func TestPlainFrontMatter(t *testing.T) {
	got, err := collect(t, write(t, "a.txt", "---\ntitle: Harbour's switch: \"never\" again\npublisher: 'The Post'\nauthor: a: b\ndate: 2020-11-19\n---\nText."), "")
	if err != nil || len(got) != 1 || got[0].Title != `Harbour's switch: "never" again` || got[0].Publisher != "The Post" || got[0].PublishedAt != "2020-11-19" || got[0].Text != "Text." {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestJSONLines(t *testing.T) {
	lines := `{"text": "One.", "title": "A", "date": "2022"}

{"text": "Two.", "doc": "b", "mentions": [{"span": [0, 3], "type": "PERSON", "entity": "Two"}], "statements": [], "claims": []}
`
	for name, collected := range map[string]func() ([]kg.Submission, error){
		"file":  func() ([]kg.Submission, error) { return collect(t, write(t, "a.jsonl", lines), "") },
		"stdin": func() ([]kg.Submission, error) { return collect(t, "-", lines) },
	} {
		got, err := collected()
		if err != nil || len(got) != 2 {
			t.Fatalf("%s: %+v, %v", name, got, err)
		}
		if got[0].PublishedAt != "2022" || got[0].Reading != nil || got[1].Reading == nil || got[1].Reading.Mentions[0].Span != (kg.Span{0, 3}) {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestSourcesRefuse(t *testing.T) {
	pdf := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/pdf":
			w.Header().Set("Content-Type", "application/pdf")
		case "/gone":
			w.WriteHeader(http.StatusGone)
		}
	}))
	defer pdf.Close()
	for name, c := range map[string]struct{ arg, word string }{
		"no file":         {filepath.Join(t.TempDir(), "none.txt"), "no such file"},
		"empty folder":    {t.TempDir(), "holds no"},
		"bad front":       {write(t, "a.txt", "---\n\t: [\n---\nText."), "front matter"},
		"bad front date":  {write(t, "a.txt", "---\ndate: tomorrow\n---\nText."), "2022-08-17"},
		"no JSON":         {write(t, "a.jsonl", "{\"text\": \"x\"}\n{broken"), "line 2"},
		"JSON, bad date":  {write(t, "a.jsonl", `{"text": "x", "publishedAt": "13/13/2022"}`), "line 1"},
		"JSON, bad lists": {write(t, "a.jsonl", `{"text": "x", "mentions": {"span": [0, 1]}}`), "\"mentions\" is an object where a list"},
		"JSON, no text":   {write(t, "a.jsonl", `{"title": "x"}`), "neither text nor html"},
		"JSON, no object": {write(t, "a.jsonl", `["x"]`), "one object a line"},
		"ambiguous date":  {write(t, "a.jsonl", `{"text": "x", "date": "05/06/2022"}`), "2022-06-05 or 2022-05-06"},
		"PDF":             {pdf.URL + "/pdf", "application/pdf"},
		"gone":            {pdf.URL + "/gone", "410"},
		"nobody there":    {"http://127.0.0.1:1/x", "cannot be fetched"},
		"huge":            {write(t, "a.txt", strings.Repeat("x", largestHTML+10)), "longer"},
	} {
		_, err := collect(t, c.arg, "")
		if err == nil || kg.CodeOf(err) == kg.Internal || !strings.Contains(err.Error(), c.word) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestFetchDecodes(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/plain; charset=windows-1252")
		_, _ = w.Write([]byte("caf\xe9 \x93quoted\x94"))
	}))
	defer server.Close()
	got, err := collect(t, server.URL, "")
	if err != nil || got[0].Text != "café “quoted”" || got[0].URL != server.URL {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestSample(t *testing.T) {
	articles, err := Sample()
	if err != nil || len(articles) < 5 {
		t.Fatalf("%d articles, %v", len(articles), err)
	}
	for _, s := range articles {
		a, err := Clean(s)
		if err != nil || a.Title == "" || a.URL == "" || a.Publisher == "" || a.PublishedAt == "" {
			t.Errorf("%q: %+v, %v", s.Title, a, err)
		}
	}
}
