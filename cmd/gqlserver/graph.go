package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/term"

	neo4jbrowser "sayso/docs/neo4j-browser"
	"sayso/internal/forget"
	"sayso/internal/neo"
	"sayso/internal/neo/managed"
)

// openedGraph is the store with what runs behind it.
type openedGraph struct {
	store      *neo.Store
	forgetter  *neo.Forgetter
	server     *managed.Server // nil when the Neo4j is not ours
	browserURL string
	died       <-chan error
	last       []func() // what ends before the graph does, in the order in which it began
}

// before has something done before the graph is closed, and before what was named earlier.
func (g *openedGraph) before(do func()) { g.last = append(g.last, do) }

// openGraph opens the graph, and starts a Neo4j for it where none is given; its Browser then plays the guide.
func openGraph(ctx context.Context, s settings, guide string, measured metrics, out io.Writer) (*openedGraph, error) {
	g := &openedGraph{}
	at := neo.Options{URI: s.Neo4jURI, User: s.Neo4jUser, Password: s.Neo4jPassword, Database: s.Neo4jDatabase,
		Watching: neo.Watching{Observe: measured.ran, Slow: s.Slow, Plans: s.SlowPlans}}
	if s.Neo4jURI == "" {
		server, err := managed.Start(ctx, managed.Options{
			DataDir: s.Data, BoltAddr: s.Neo4jBolt, HTTPAddr: s.Neo4jHTTP, Guide: guide, Progress: progressTo(out),
		})
		if err != nil {
			return nil, err
		}
		g.server, g.browserURL, g.died = server, server.BrowserURL(), server.Exited()
		at.URI, at.User, at.Password, at.Trouble = server.URI(), server.User(), server.Password(), server.Trouble
		at.AtOnce = readsAtOnce(runtime.NumCPU())
	}
	var err error
	if g.store, err = neo.Open(ctx, at); err != nil {
		g.close()
		return nil, err
	}
	g.forgetter = neo.NewForgetter(g.store, &forget.KeyFile{Path: s.forgetKey()})
	return g, nil
}

// readsAtOnce is how many reads a Neo4j on this machine carries out at a time: more than processors, for a part of each
// is waiting for a connection, and few enough that each is soon through. One elsewhere is not bounded.
func readsAtOnce(processors int) int {
	return max(4, 2*processors)
}

// epoch numbers the states of the graph. A Neo4j that is not ours may have other servers that write to it.
func (g *openedGraph) epoch() func(context.Context) (uint64, error) {
	if g.server == nil {
		return g.store.SharedEpoch
	}
	return g.store.Epoch
}

// guideAt is the address at which Neo4j Browser finds its guide, for a browser on this machine.
func guideAt(listening net.Addr) string {
	tcp, ok := listening.(*net.TCPAddr)
	if !ok {
		return ""
	}
	host := tcp.IP.String()
	if tcp.IP.IsUnspecified() {
		host = "127.0.0.1"
	}
	return "http://" + net.JoinHostPort(host, strconv.Itoa(tcp.Port)) + neo4jbrowser.GuidePath
}

// stopTime is how long Neo4j may take to write what it holds and stop.
const stopTime = 60 * time.Second

func (g *openedGraph) close() {
	for _, do := range slices.Backward(g.last) {
		do()
	}
	ctx, cancel := context.WithTimeout(context.Background(), stopTime)
	defer cancel()
	if g.store != nil {
		_ = g.store.Close(ctx)
	}
	if g.server != nil {
		if err := g.server.Stop(ctx); err != nil {
			fmt.Fprintln(os.Stderr, "gqlserver: Neo4j did not stop cleanly: "+err.Error())
		}
	}
}

// progressTo shows progress on one line of a terminal, and otherwise a line for each stage and every fiftieth step.
func progressTo(out io.Writer) func(managed.Progress) {
	file, isFile := out.(*os.File)
	terminal := isFile && term.IsTerminal(int(file.Fd()))
	var stage managed.Stage
	shown := 0
	return func(p managed.Progress) {
		line := p.Message
		if p.Total > 0 {
			line = fmt.Sprintf("%s (%d of %d)", p.Message, p.Done, p.Total)
		}
		switch {
		case terminal && p.Stage == managed.StageReady:
			fmt.Fprintf(out, "\r%s\r", strings.Repeat(" ", 100))
		case terminal:
			fmt.Fprintf(out, "\r%-100.100s", line)
		case p.Stage != stage || p.Done >= shown+50:
			fmt.Fprintln(out, line)
			shown = p.Done
		}
		stage = p.Stage
	}
}
