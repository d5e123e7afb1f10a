package managed

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// mavenRun is one call of Maven. It uses the user's own settings and local repository, so mirrors and proxies that work
// for the user work here.
type mavenRun struct {
	mvn  string
	java runtimeTool
}

// fetch copies the pom's jars into lib.
func (m mavenRun) fetch(ctx context.Context, c *jarCache, staging, lib string, report func(Progress)) error {
	pom := filepath.Join(staging, "pom.xml")
	if err := os.WriteFile(pom, c.pom, 0o644); err != nil {
		return fmt.Errorf("write the list of Neo4j's parts: %w", err)
	}
	cmd := exec.CommandContext(ctx, m.mvn, "-B", "--strict-checksums", "-f", pom,
		"dependency:copy-dependencies", "-DincludeScope=runtime", "-DoutputDirectory="+lib)
	cmd.Dir = staging
	cmd.Env = append(os.Environ(), "JAVA_HOME="+m.java.home)
	// mvn is a script that starts Java: the whole group must go, or Java would go on writing.
	ownGroup(cmd)
	cmd.Cancel = func() error { return killGroup(cmd) }
	cmd.WaitDelay = 5 * time.Second
	out, in := io.Pipe()
	cmd.Stdout, cmd.Stderr = in, in
	w := newMavenWatch(c.jars, report)
	w.tell(fmt.Sprintf("fetching Neo4j %s with Maven", neo4jVersion))
	read := make(chan struct{})
	go func() { defer close(read); w.watch(out) }()
	err := cmd.Run()
	in.Close()
	<-read
	if ctx.Err() != nil {
		return fmt.Errorf("fetching Neo4j was interrupted; nothing half-done was kept: %w", ctx.Err())
	}
	if err != nil {
		return w.failure(m.mvn, err)
	}
	return nil
}

const tailLines = 12

// mavenWatch reads Maven's output: it counts the jars that arrive and keeps what is needed to explain a failure.
type mavenWatch struct {
	report func(Progress)
	want   map[string]bool // jar name → not yet seen
	total  int
	done   int
	files  int // all that was downloaded, descriptions included
	errors []string
	tail   []string
}

func newMavenWatch(jars []jar, report func(Progress)) *mavenWatch {
	w := &mavenWatch{report: report, want: map[string]bool{}, total: len(jars)}
	for _, j := range jars {
		w.want[j.name] = true
	}
	return w
}

func (w *mavenWatch) watch(r io.Reader) {
	s := bufio.NewScanner(r)
	for s.Scan() {
		w.line(stripColour(s.Text()))
	}
	_, _ = io.Copy(io.Discard, r) // an overlong line must not block Maven
}

func (w *mavenWatch) line(line string) {
	if name, ok := downloadedFile(line); ok {
		w.files++
		if !w.want[name] { // most of the time goes into descriptions of parts, long before the first part arrives
			w.tell(fmt.Sprintf("finding out what to fetch, %d files so far", w.files))
			return
		}
		delete(w.want, name)
		w.done++
		w.tell(name)
		return
	}
	if rest, ok := strings.CutPrefix(line, "[ERROR] "); ok && strings.TrimSpace(rest) != "" && len(w.errors) < tailLines {
		w.errors = append(w.errors, rest)
	}
	if strings.TrimSpace(line) != "" && !strings.Contains(line, "Downloading from ") {
		w.tail = append(w.tail, line)
		w.tail = w.tail[max(0, len(w.tail)-tailLines):]
	}
}

func (w *mavenWatch) tell(message string) {
	w.report(Progress{Stage: StageFetch, Done: w.done, Total: w.total, Message: message})
}

// downloadedFile finds the file name in a line like "[INFO] Downloaded from central: …/a/b/b-1.0.jar (12 kB at 34
// kB/s)".
func downloadedFile(line string) (string, bool) {
	_, rest, ok := strings.Cut(line, "Downloaded from ")
	if !ok {
		return "", false
	}
	_, rest, _ = strings.Cut(rest, ": ")
	url, _, _ := strings.Cut(rest, " ")
	return url[strings.LastIndex(url, "/")+1:], true
}

// stripColour takes out the escape sequences that some Maven builds print even in batch mode.
func stripColour(line string) string {
	for {
		i := strings.Index(line, "\x1b[")
		if i < 0 {
			return line
		}
		j := strings.IndexByte(line[i:], 'm')
		if j < 0 {
			return line[:i]
		}
		line = line[:i] + line[i+j+1:]
	}
}

func (w *mavenWatch) failure(mvn string, err error) error {
	said := w.errors
	if len(said) == 0 {
		said = w.tail
	}
	return fmt.Errorf("%s could not fetch Neo4j (%w). Is there a network connection? A proxy or mirror belongs in "+
		"Maven's "+
		"settings.xml, not here. Nothing half-done was kept; start again to go on. Maven said:\n  %s",
		mvn, err, strings.Join(said, "\n  "))
}
