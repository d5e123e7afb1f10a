// Command start measures what the first user waits for: it starts the server as users run it, twice, on a new graph
// (filled with the sample) and again on the same graph, and times the ready line, the first answers behind it and the
// first articles.
//
//	go run ./bench/start
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"syscall"
	"time"

	"sayso/graph/operations"
)

var readyLine = regexp.MustCompile(`^Sayso is ready: GraphQL (http://\S+)/graphql`)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "start:", err)
		os.Exit(1)
	}
}

func run() error {
	dir, err := os.MkdirTemp("", "sayso-start-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	binary := filepath.Join(dir, "gqlserver")
	if out, err := exec.Command("go", "build", "-o", binary, "./cmd/gqlserver").CombinedOutput(); err != nil {
		return fmt.Errorf("the server cannot be built; run this from the project's folder: %w\n%s", err, out)
	}
	for i, name := range []string{"new graph, with the sample", "the same graph again"} {
		fmt.Println(name)
		if err := measure(binary, filepath.Join(dir, "data"), i); err != nil {
			return err
		}
	}
	return nil
}

// measure starts the server once. round tells its articles from those of the other starts.
func measure(binary, data string, round int) error {
	begin := time.Now()
	server := exec.Command(binary, "--listen", "127.0.0.1:0", "--data", data, "--neo4j-bolt", "127.0.0.1:0",
		"--neo4j-http", "127.0.0.1:0")
	server.Stderr = os.Stderr
	out, err := server.StdoutPipe()
	if err != nil {
		return err
	}
	if err := server.Start(); err != nil {
		return err
	}
	defer func() {
		_ = server.Process.Signal(syscall.SIGTERM)
		_ = server.Wait()
	}()
	lines := bufio.NewScanner(out)
	url := ""
	for url == "" && lines.Scan() {
		if m := readyLine.FindStringSubmatch(lines.Text()); m != nil {
			url = m[1]
		}
	}
	if url == "" {
		return fmt.Errorf("the server ended before it was ready")
	}
	fmt.Printf("  %-40s %8.2f s\n", "ready after", time.Since(begin).Seconds())
	go func() { _, _ = io.Copy(io.Discard, out) }()
	return ask(url, round)
}

// ask times the first requests behind the ready line.
func ask(url string, round int) error {
	const ingest = `mutation($a: [ArticleInput!]!) { ingest(articles: $a) { results { error { message } } } }`
	article := func(n int) map[string]any {
		return map[string]any{"a": []any{map[string]any{"publishedAt": "2024-05-01",
			"text": fmt.Sprintf("Minister Jane Roe of Elbonia said on Tuesday that "+
				"Freedonia had attacked Sylvania. Nobody was hurt in round %d, article %d.", round, n)}}}
	}
	for _, r := range []struct {
		name, query string
		variables   map[string]any
	}{
		{"first question: who recognized Donetsk", operations.Ask, map[string]any{"question": "who recognized Donetsk"}},
		{"first question of another form", operations.Ask, map[string]any{"question": "When did Syria recognize Luhansk?"}},
		{"first search", `{ search(query: "Luhansk") { edges { score node { id } } } }`, nil},
		{"first page of claims", `{ claims(first: 5) { nodes { text } } }`, nil},
		{"first article", ingest, article(1)},
		{"second article", ingest, article(2)},
	} {
		took, err := send(url, r.query, r.variables)
		if err != nil {
			return err
		}
		fmt.Printf("  %-40s %8.0f ms\n", r.name, float64(took.Microseconds())/1000)
	}
	return nil
}

func send(url, query string, variables map[string]any) (time.Duration, error) {
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		return 0, err
	}
	begin := time.Now()
	response, err := http.Post(url+"/graphql", "application/json", bytes.NewReader(body))
	if err != nil {
		return 0, err
	}
	defer func() { _ = response.Body.Close() }()
	answer, err := io.ReadAll(response.Body)
	took := time.Since(begin)
	if err == nil && bytes.Contains(answer, []byte(`"errors"`)) {
		err = fmt.Errorf("the answer is an error: %.300s", answer)
	}
	return took, err
}
