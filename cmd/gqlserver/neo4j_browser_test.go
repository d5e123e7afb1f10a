package main

import (
	"bufio"
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestNeo4jBrowser runs the suite of web/neo4j in Chromium: Neo4j Browser plays the guide after connecting, each saved query runs, names are captions,
// and nothing is asked of anybody outside. SAYSO_SCREENSHOTS is a folder for pictures.
func TestNeo4jBrowser(t *testing.T) {
	if _, err := os.Stat("../../web/node_modules/playwright-core"); err != nil {
		t.Skip("SKIPPED: the web tools are not installed; run make web")
	}
	if !hasBrowser() {
		t.Skip("SKIPPED: there is no Chromium on this machine (Debian: apt-get install chromium)")
	}
	s := testSettings(t)
	s.Neo4jURI, s.Sample, s.Data = "", true, t.TempDir()
	s.Neo4jBolt, s.Neo4jHTTP = "127.0.0.1:0", "127.0.0.1:0"
	ctx, cancel := context.WithCancel(context.Background())
	lines, out := io.Pipe()
	ended := make(chan error, 1)
	go func() { ended <- run(ctx, s, out); _ = out.Close() }()
	defer func() {
		cancel()
		if err := <-ended; err != nil {
			t.Errorf("the server ended with %v", err)
		}
	}()
	base, browser := announced(t, lines)
	go func() { _, _ = io.Copy(io.Discard, lines) }()
	password, err := os.ReadFile(filepath.Join(s.Data, "neo4j", "password"))
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("npm", "run", "--silent", "neo4j")
	cmd.Dir = "../../web"
	cmd.Env = append(os.Environ(), "SAYSO_BASE="+base, "SAYSO_NEO4J_BROWSER="+browser, "SAYSO_NEO4J_PASSWORD="+strings.TrimSpace(string(password)))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, out)
	}
}

// announced reads the lines that end a start: where the server is and where Neo4j Browser, which must be told where its guide is.
func announced(t *testing.T, out io.Reader) (base, browser string) {
	t.Helper()
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if m := graphqlURL.FindStringSubmatch(lines.Text()); m != nil {
			base = m[1]
			_, browser, _ = strings.Cut(lines.Text(), "Neo4j Browser ")
		}
		if guide, found := strings.CutPrefix(lines.Text(), "(in Neo4j Browser: :play "); found {
			if guide != base+"/browser/guide.html)" || browser == "" {
				t.Errorf("the guide is said to be at %s, Neo4j Browser at %q", guide, browser)
			}
			return base, browser
		}
	}
	t.Fatal("the server did not start, or says nothing of Neo4j Browser's guide")
	return "", ""
}
