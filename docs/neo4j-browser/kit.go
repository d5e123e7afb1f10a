// Package neo4jbrowser serves what makes Sayso's graph readable in Neo4j Browser: a guide, a style and saved queries.
// It may not know the graph.
package neo4jbrowser

import (
	"archive/zip"
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"net/http"
	"path"
	"strings"
)

// Path is where the kit is served; the guide is GuidePath.
const (
	Path      = "/browser/"
	GuidePath = Path + "guide.html"
)

var (
	//go:embed Sayso/*.cypher
	queryFiles embed.FS
	//go:embed sayso.grass
	style []byte
	//go:embed guide.html.tmpl
	guideText string

	guide = template.Must(template.New("guide").Parse(guideText))
)

// Query is a saved query.
type Query struct {
	File string // without its folder: who-recognized-donetsk.cypher
	Name string // what it is called among Browser's favorites: its first line
	Text string // all of it
}

// Topic is a slide of the guide with its queries.
type Topic struct {
	Title, Means string
	Queries      []Query
}

// topics are the slides in their order, with the queries' files.
var topics = []struct {
	title, means string
	files        []string
}{
	{"Who did what", "Each edge between two actors stands for all that was asserted of them without hedging. Click it: " +
		"claims, statements and origins say on what it rests.",
		[]string{"who-recognized-donetsk", "neighbours-of-an-actor", "timeline-of-a-target", "how-two-are-connected"}},
	{"Who said it", "An article reports, a speaker says, a claim is made. Every statement keeps its exact words.",
		[]string{"claim-with-its-words", "what-a-speaker-said", "chains-of-via", "most-cited-sources", "claims-of-a-rule"}},
	{"What is disputed", "Nothing is overwritten: both sides of a contradiction stay, and so does what was taken back.",
		[]string{"contradictions-around-an-actor", "disputed-figures", "taken-back"}},
	{"Where it comes from", "Copies of one text share an origin. Names are joined by judgements, which can be undone.",
		[]string{"articles-by-outlet", "named-together", "copies-of-a-text", "who-is-who"}},
}

// Topics gives the saved queries as the guide shows them.
func Topics() ([]Topic, error) {
	var out []Topic
	for _, t := range topics {
		topic := Topic{Title: t.title, Means: t.means}
		for _, file := range t.files {
			text, err := queryFiles.ReadFile("Sayso/" + file + ".cypher")
			if err != nil {
				return nil, fmt.Errorf("the guide's query %s: %w", file, err)
			}
			first, _, _ := strings.Cut(string(text), "\n")
			topic.Queries = append(topic.Queries,
				Query{File: file + ".cypher", Name: strings.TrimPrefix(first, "// "), Text: strings.TrimSpace(string(text))})
		}
		out = append(out, topic)
	}
	return out, nil
}

// Handler serves the kit below [Path]. Nothing of it comes from the graph, so that Neo4j Browser, which is another
// origin, may read it without a key.
func Handler() (http.Handler, error) {
	shown, err := Topics()
	if err != nil {
		return nil, err
	}
	zipped, err := zipQueries()
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+GuidePath, func(w http.ResponseWriter, r *http.Request) {
		var page bytes.Buffer
		if err := guide.Execute(&page, map[string]any{"Base": "http://" + r.Host + Path, "Topics": shown}); err != nil {
			http.Error(w, "the guide cannot be written", http.StatusInternalServerError)
			return
		}
		send(w, "text/html; charset=utf-8", page.Bytes())
	})
	mux.HandleFunc("GET "+Path+"sayso.grass", func(w http.ResponseWriter, _ *http.Request) {
		send(w, "text/plain; charset=utf-8", style)
	})
	mux.HandleFunc("GET "+Path+"sayso-queries.zip", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Disposition", `attachment; filename="sayso-queries.zip"`)
		send(w, "application/zip", zipped)
	})
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Access-Control-Allow-Origin", "*")
		h.Set("Access-Control-Allow-Headers", "pragma, cache-control") // Neo4j Browser sends both
		h.Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
		if r.Method == http.MethodOptions {
			h.Set("Access-Control-Allow-Methods", "GET")
			w.WriteHeader(http.StatusNoContent)
			return
		}
		mux.ServeHTTP(w, r)
	}), nil
}

func send(w http.ResponseWriter, kind string, body []byte) {
	w.Header().Set("Content-Type", kind)
	_, _ = w.Write(body)
}

// zipQueries packs the queries as Neo4j Browser takes them when a zip is dropped onto it: in a folder of their own.
func zipQueries() ([]byte, error) {
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	names, err := fs.Glob(queryFiles, "Sayso/*.cypher")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		text, err := queryFiles.ReadFile(name)
		if err != nil {
			return nil, err
		}
		file, err := archive.Create(path.Clean(name))
		if err != nil {
			return nil, err
		}
		if _, err := file.Write(text); err != nil {
			return nil, err
		}
	}
	err = archive.Close()
	return out.Bytes(), err
}
