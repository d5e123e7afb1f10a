// Command start measures what the first user waits for: it starts the server as users run it and times the ready line
// and what is asked right behind it, each on a start of its own: the first questions and articles, the first call of
// every root field, right behind the ready line and when the server is warm, with the selections of known requests and
// with a stranger's, and 64 connections at once. The graph is new (filled with the sample) at the first start, or a
// copy of one that is given. Several servers take turns, so that what else the machine does falls on all.
//
//	go run ./bench/start [-graph DIR] [-rounds N] [-servers old=PATH,new=PATH]
package main

import (
	"bufio"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"time"
)

var readyLine = regexp.MustCompile(`^Sayso is ready: GraphQL (http://\S+)/graphql`)

// scenario is what is measured on one start. round tells its articles from those of other starts.
type scenario struct {
	name string
	ask  func(url string, round int) error
	args []string // for the server
}

func main() {
	graph := flag.String("graph", "", "a data folder whose graph is copied, such as one that bench/queries keeps; none: "+
		"a new graph, which the first start fills with the sample")
	servers := flag.String("servers", "", "servers to compare: name=path,name=path; none: the one of this folder, built")
	rounds := flag.Int("rounds", 1, "how many times each server is started for each scenario")
	only := flag.String("only", "", "only the scenario of that name: calls, fields, warm, strangers, "+
		"again (strangers once more), crowd; or several with commas")
	flag.Parse()
	if err := run(*graph, *servers, *rounds, *only); err != nil {
		fmt.Fprintln(os.Stderr, "start:", err)
		os.Exit(1)
	}
}

func run(graph, servers string, rounds int, only string) error {
	dir, err := os.MkdirTemp("", "sayso-start-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	if servers == "" {
		binary := filepath.Join(dir, "gqlserver")
		if out, err := exec.Command("go", "build", "-o", binary, "./cmd/gqlserver").CombinedOutput(); err != nil {
			return fmt.Errorf("the server cannot be built; run this from the project's folder: %w\n%s", err, out)
		}
		servers = "this=" + binary
	}
	data := filepath.Join(dir, "data")
	if graph != "" {
		if err := os.CopyFS(data, os.DirFS(graph)); err != nil {
			return err
		}
	}
	scenarios := []scenario{{"calls", calls, nil}, {"fields", fields, nil}, {"warm", warmFields, nil},
		{"strangers", strangers, nil}, {"again", strangers, nil}, {"crowd", crowd, []string{"--keep-answers", "0"}}}
	for round := range rounds {
		for i, s := range scenarios {
			if only != "" && !slices.Contains(strings.Split(only, ","), s.name) {
				continue
			}
			for _, server := range strings.Split(servers, ",") {
				name, binary, _ := strings.Cut(server, "=")
				fmt.Printf("%s, %s\n", name, s.name)
				if err := measure(binary, data, s, round*len(scenarios)+i); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// measure starts the server once.
func measure(binary, data string, s scenario, round int) error {
	begin := time.Now()
	server := exec.Command(binary, append([]string{"--listen", "127.0.0.1:0", "--data", data,
		"--neo4j-bolt", "127.0.0.1:0", "--neo4j-http", "127.0.0.1:0"}, s.args...)...)
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
	return s.ask(url, round)
}
