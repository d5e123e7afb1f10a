package main

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sayso/internal/archive"
)

// archived is an archive of four nodes.
const archived = `{"saysoArchive":2,"edition":9,"seq":0}
{"label":"Name","key":"a","properties":{"folded":"a"}}
{"label":"Name","key":"b/c d","properties":{"folded":"b/c d"}}
{"label":"Entity","key":"ent_1","properties":{"id":"ent_1"}}
{"label":"Entity","key":"ent_2","properties":{"id":"ent_2"}}
{"saysoArchiveEnd":2,"seq":0}
`

// exporting is a server with that archive, whose first answer breaks off in the middle of a line, and with two statements for Putin.
func exporting(t *testing.T) (address string, imported, where *string) {
	t.Helper()
	cut := false
	imported, where = new(string), new(string)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/export/archive.jsonl":
			rest := archived
			if after := r.URL.Query().Get("after"); after != "" {
				_, key, _ := strings.Cut(after, "/")
				_, rest, _ = strings.Cut(archived, `"key":"`+key+`"`)
				_, rest, _ = strings.Cut(rest, "\n")
			}
			if !cut {
				cut = true
				_, _ = io.WriteString(w, rest[:150])
				_ = http.NewResponseController(w).Flush()
				panic(http.ErrAbortHandler)
			}
			_, _ = io.WriteString(w, rest)
		case "/import":
			body, _ := io.ReadAll(r.Body)
			if *imported = string(body); r.Header.Get("Content-Type") != archive.MediaType {
				w.WriteHeader(http.StatusUnsupportedMediaType)
				_, _ = io.WriteString(w, `{"errors":[{"message":"send it otherwise"}]}`)
				return
			}
			_, _ = io.WriteString(w, `{"nodes":4}`)
		default:
			var body struct {
				Query     string
				Variables map[string]any
			}
			_ = json.NewDecoder(r.Body).Decode(&body)
			if strings.Contains(body.Query, "ExportChange") {
				_, _ = io.WriteString(w, `{"data":{"changes":{"nodes":[]}}}`)
				return
			}
			text, _ := json.Marshal(body.Variables["where"])
			if *where = string(text); strings.Contains(*where, "refuse") {
				_, _ = io.WriteString(w, `{"errors":[{"message":"write it so","extensions":{"code":"INVALID_INPUT"}}]}`)
				return
			}
			_, _ = io.WriteString(w, `{"data":{"statements":{"pageInfo":{"hasNextPage":false},"nodes":[
				{"id":"st_1","quote":{"exact":"=1"},"article":{"id":"art_1"}},{"id":"st_2","quote":{"exact":"no"},"article":{"id":"art_1"}}]}}}`)
		}
	}))
	t.Cleanup(server.Close)
	return server.URL, imported, where
}

// said runs the client and gives its exit code and what it printed.
func said(args ...string) (code int, out, errs string) {
	var o, e strings.Builder
	code = run(args, terminal{context.Background(), strings.NewReader(archived), &o, &e})
	return code, o.String(), e.String()
}

// TestArchiveGoesOn: an export that breaks off leaves what has come, --resume fetches the rest, and nothing is written over.
func TestArchiveGoesOn(t *testing.T) {
	address, imported, _ := exporting(t)
	file := filepath.Join(t.TempDir(), "case.jsonl")
	args := []string{"export", "archive", "--server", address, "-o", file}
	if code, _, errs := said(args...); code != 1 || !strings.Contains(errs, "--resume") {
		t.Fatalf("broken off: %d %s", code, errs)
	}
	if text, _ := os.ReadFile(file); len(text) == 0 || strings.HasSuffix(string(text), "\n") {
		t.Fatalf("%q was to be cut in a line", text)
	}
	if code, _, errs := said(args...); code != 1 || !strings.Contains(errs, "is there already") {
		t.Errorf("again without --resume: %d %s", code, errs)
	}
	for range 2 { // the second time there is nothing to add
		if code, _, errs := said(append(args, "--resume")...); code != 0 {
			t.Fatalf("resumed: %d %s", code, errs)
		}
		if text, _ := os.ReadFile(file); string(text) != archived {
			t.Fatalf("resumed: %s", text)
		}
	}
	if code, out, errs := said("import", "--server", address, file); code != 0 || out != "4 nodes imported\n" || *imported != archived {
		t.Errorf("import: %d %s %s", code, out, errs)
	}
	if code, _, _ := said("import", "--server", address, "-"); code != 0 || *imported != archived {
		t.Errorf("import from standard input: %d", code)
	}
}

// TestExportOfAPart: flags become conditions, and a request that is refused leaves the old file.
func TestExportOfAPart(t *testing.T) {
	address, _, where := exporting(t)
	file := filepath.Join(t.TempDir(), "putin.csv")
	code, _, errs := said("export", "csv", "--server", address, "-o", file, "--actor", "Putin", "--since", "2022", "--where", `{"kind": {"eq": "SPEECH"}}`)
	text, _ := os.ReadFile(file)
	if code != 0 || strings.Count(string(text), "\n") != 3 || !strings.Contains(string(text), "'=1") {
		t.Errorf("%d %s %s", code, errs, text)
	}
	for _, part := range []string{`{"kind":{"eq":"SPEECH"}}`, `{"speaker":{"called":"Putin"}}`, `{"date":{"gte":"2022"}}`} {
		if !strings.Contains(*where, part) {
			t.Errorf("%s lacks %s", *where, part)
		}
	}
	for _, c := range []struct {
		args   []string
		advice string
	}{
		{[]string{"csv", "--where", `{"refuse":1}`, "-o", file}, "write it so"},
		{[]string{"csv", "--where", `{`}, "write conditions as in GraphQL"},
		{[]string{"xls"}, "choose archive or one of bibtex, claimreview, csv"},
		{[]string{"csv", "--resume"}, "name a file with --output"},
		{[]string{"archive", "--actor", "Putin"}, "an archive is the whole graph"},
	} {
		if code, _, errs := said(append([]string{"export", "--server", address}, c.args...)...); code != 1 || !strings.Contains(errs, c.advice) {
			t.Errorf("%v: %d %s", c.args, code, errs)
		}
	}
	if again, _ := os.ReadFile(file); string(again) != string(text) {
		t.Error("a request that was refused changed the file")
	}
	if left, _ := filepath.Glob(file + "*"); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
}
