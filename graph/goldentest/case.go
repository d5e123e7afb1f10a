package goldentest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"

	"golang.org/x/tools/txtar"
)

// parts are what comes out of a case, in the order of its file.
var parts = []string{"cypher", "rows", "json"}

const (
	between = "\n---\n" // stands between the plans of a case
	mask    = "0.…"     // stands for a score of the full-text index, which also depends on what was in it before
)

var score = regexp.MustCompile(`\b0\.\d{4,}|"cursor": "[^"]+"`)

// Case is one file: its comment says what it shows.
type Case struct {
	Name    string
	file    string
	archive *txtar.Archive
	files   map[string]string
}

// Cases reads the cases of a folder.
func Cases(folder string) ([]Case, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.txtar"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("no cases in %s", folder)
	}
	var out []Case
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			return nil, err
		}
		c := Case{
			Name: strings.TrimSuffix(filepath.Base(file), ".txtar"), file: file, archive: archive, files: map[string]string{},
		}
		for _, f := range archive.Files {
			c.files[f.Name] = string(f.Data)
		}
		out = append(out, c)
	}
	return out, nil
}

// Query is the request of the case.
func (c Case) Query() string { return c.files["query"] }

// answer sends the request and gives the answer, its errors in the order of their text: root fields are answered side
// by side.
func (c Case) answer(h http.Handler) (string, error) {
	variables := json.RawMessage(c.files["variables"])
	if len(variables) == 0 {
		variables = json.RawMessage("{}")
	}
	body, err := json.Marshal(map[string]any{"query": c.Query(), "variables": variables})
	if err != nil {
		return "", err
	}
	w := httptest.NewRecorder()
	r := httptest.NewRequest(http.MethodPost, "/graphql", bytes.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	h.ServeHTTP(w, r)
	var answer struct {
		Errors []json.RawMessage `json:"errors,omitempty"`
		Data   json.RawMessage   `json:"data"`
	}
	if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil {
		return "", fmt.Errorf("the answer is no JSON: %w\n%s", err, w.Body)
	}
	sort.Slice(answer.Errors, func(i, j int) bool { return string(answer.Errors[i]) < string(answer.Errors[j]) })
	return pretty(answer)
}

// Run sends a case to a handler over r and gives what came out, by part.
func (c Case) Run(h http.Handler, r *Recorder) (map[string]string, error) {
	r.Forget()
	answer, err := c.answer(h)
	if err != nil {
		return nil, err
	}
	plans, rows := r.Ran()
	text, err := pretty(rows)
	if err != nil {
		return nil, err
	}
	out := map[string]string{"cypher": strings.Join(plans, between) + "\n", "rows": text, "json": answer}
	if strings.HasPrefix(c.Name, "search") {
		for _, name := range []string{"rows", "json"} {
			out[name] = score.ReplaceAllString(out[name], mask)
		}
	}
	return out, nil
}

// Differences gives for each part that came out otherwise a text that shows both.
func (c Case) Differences(got map[string]string) []string {
	var out []string
	for _, name := range parts {
		if c.files[name] != got[name] {
			out = append(out, fmt.Sprintf("%s differs; got\n%s\nwant\n%s", name, got[name], c.files[name]))
		}
	}
	return out
}

// Write writes what came out into the case's file.
func (c Case) Write(got map[string]string) error {
	files := c.archive.Files[:0]
	for _, f := range c.archive.Files {
		if f.Name == "query" || f.Name == "variables" {
			files = append(files, f)
		}
	}
	for _, name := range parts {
		files = append(files, txtar.File{Name: name, Data: []byte(got[name])})
	}
	c.archive.Files = files
	return os.WriteFile(c.file, txtar.Format(c.archive), 0o644)
}
