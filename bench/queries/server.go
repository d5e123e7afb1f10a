package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"syscall"

	"sayso/internal/neo/managed"
)

var graphqlURL = regexp.MustCompile(`GraphQL (http://\S+/graphql)`)

// startServer builds the server as users run it, starts it on the graph in a process of its own, as the peer has one,
// and gives its address and process. stop ends it.
func startServer(ctx context.Context, graph *managed.Server) (url string, pid int, stop func(), err error) {
	dir, err := os.MkdirTemp("", "sayso-bench-")
	if err != nil {
		return "", 0, nil, err
	}
	binary := filepath.Join(dir, "gqlserver")
	if out, err := exec.CommandContext(ctx, "go", "build", "-o", binary, "./cmd/gqlserver").CombinedOutput(); err != nil {
		return "", 0, nil, fmt.Errorf("the server cannot be built; run this from the project's folder: %w\n%s", err, out)
	}
	server := exec.Command(binary, "--listen", "127.0.0.1:0", "--no-sample", "--keep-answers", "0")
	server.Stderr = os.Stderr
	server.Env = append(os.Environ(), "SAYSO_NEO4J_URI="+graph.URI(), "SAYSO_NEO4J_USER="+graph.User(),
		"SAYSO_NEO4J_PASSWORD="+graph.Password())
	out, err := server.StdoutPipe()
	if err != nil {
		return "", 0, nil, err
	}
	if err := server.Start(); err != nil {
		return "", 0, nil, err
	}
	stop = func() { _ = server.Process.Signal(syscall.SIGTERM); _ = server.Wait(); _ = os.RemoveAll(dir) }
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if m := graphqlURL.FindStringSubmatch(lines.Text()); m != nil {
			return m[1], server.Process.Pid, stop, nil
		}
	}
	stop()
	return "", 0, nil, fmt.Errorf("the server did not start")
}
