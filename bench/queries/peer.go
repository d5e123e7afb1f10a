package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"sayso/internal/neo/managed"
)

// startPeer serves the same graph with @neo4j/graphql and gives its address. stop ends it. It needs Node.js, and
// fetches its packages once.
func startPeer(ctx context.Context, server *managed.Server) (url string, stop func(), err error) {
	dir := filepath.Join("bench", "queries", "peer")
	if _, err := os.Stat(filepath.Join(dir, "package.json")); err != nil {
		return "", nil, fmt.Errorf("run this from the project's folder: %w", err)
	}
	if _, err := os.Stat(filepath.Join(dir, "node_modules")); err != nil {
		install := exec.CommandContext(ctx, "npm", "ci", "--no-audit", "--no-fund", "--loglevel=error")
		install.Dir, install.Stderr = dir, os.Stderr
		if err := install.Run(); err != nil {
			return "", nil, fmt.Errorf("the peer cannot be installed (npm ci in %s); leave it out with -peer=false: %w", dir,
				err)
		}
	}
	node := exec.CommandContext(ctx, "node", "server.mjs")
	node.Dir, node.Stderr = dir, os.Stderr
	node.Env = append(os.Environ(), "NEO4J_URI="+server.URI(), "NEO4J_USER="+server.User(),
		"NEO4J_PASSWORD="+server.Password())
	in, err := node.StdinPipe()
	if err != nil {
		return "", nil, err
	}
	out, err := node.StdoutPipe()
	if err != nil {
		return "", nil, err
	}
	if err := node.Start(); err != nil {
		return "", nil, err
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		return "", nil, fmt.Errorf("the peer did not start: %w", err)
	}
	return strings.TrimSpace(line), func() { _ = in.Close(); _ = node.Wait() }, nil
}
