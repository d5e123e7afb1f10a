// Command kill takes articles in while it kills the server, its Neo4j and a worker of its own at random, without
// warning, and tells afterwards whether every article that was accepted is in the graph exactly once. It may not be
// imported.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"
	"time"
)

func main() {
	kills := flag.Int("kills", 40, "how many kills")
	articles := flag.Int("articles", 400, "how many articles are handed in")
	seed := flag.Uint64("seed", uint64(time.Now().UnixNano()), "of what is killed when")
	pause := flag.Duration("pause", 6*time.Second, "longest time between a start and the next kill")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, *kills, *articles, *pause, *seed); err != nil {
		fmt.Fprintln(os.Stderr, "kill: "+err.Error())
		stop()
		os.Exit(1)
	}
}

// usualStart is how long a start takes, about: articles are handed in for as long as is killed.
const usualStart = 15 * time.Second

func run(ctx context.Context, kills, articles int, pause time.Duration, seed uint64) error {
	folder, err := os.MkdirTemp("", "sayso-kill-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	w, err := newWorld(ctx, folder)
	if err != nil {
		return err
	}
	defer w.end()
	if _, err := w.ready(ctx); err != nil {
		return err
	}
	fed := make(chan error, 1)
	lasting := time.Duration(kills) * (pause/2 + usualStart)
	sent := &sender{w: w, most: articles, apart: lasting / time.Duration(max(articles, 1))}
	go func() { fed <- sent.all(ctx) }()
	begin := time.Now()
	starts, err := w.kill(ctx, kills, pause, rand.New(rand.NewPCG(seed, 1)))
	if err == nil {
		err = <-fed
	}
	if err != nil {
		return err
	}
	fmt.Printf("seed %d: %s, %d articles accepted by %d requests, %d of them without an answer, %.0f s\n", seed, w.tally(),
		len(sent.ids), sent.requests, sent.lost, time.Since(begin).Seconds())
	slices.Sort(starts)
	if len(starts) > 0 {
		fmt.Printf("ready after a kill of the server or Neo4j: median %.1f s, longest %.1f s, by hand 0\n",
			starts[len(starts)/2].Seconds(), starts[len(starts)-1].Seconds())
	}
	return w.judge(ctx, sent.ids)
}

// kill kills at random and gives how long the graph was not ready behind each kill that took it away.
func (w *world) kill(ctx context.Context, kills int, pause time.Duration,
	chance *rand.Rand) (down []time.Duration, err error) {
	for n := range kills {
		select {
		case <-ctx.Done():
			return down, ctx.Err()
		case <-time.After(time.Duration(chance.Int64N(int64(pause)))):
		}
		what := []string{"server", "server", "neo4j", "worker"}[chance.IntN(4)]
		if err := w.killOne(what); err != nil {
			fmt.Printf("%3d %s: %v\n", n+1, what, err)
			continue
		}
		if chance.IntN(4) == 0 { // the next kill may come while it starts
			fmt.Printf("%3d %s\n", n+1, what)
			continue
		}
		took, err := w.ready(ctx)
		if err != nil {
			return down, err
		}
		if what != "worker" {
			down = append(down, took)
		}
		fmt.Printf("%3d %s, ready after %.1f s\n", n+1, what, took.Seconds())
	}
	_, err = w.ready(ctx)
	return down, err
}

// judge waits until nothing waits any more, then looks at the graph.
func (w *world) judge(ctx context.Context, ids []string) error {
	if err := w.drained(ctx); err != nil {
		return err
	}
	missing, err := w.missing(ctx, ids)
	if err != nil {
		return err
	}
	var told struct {
		Articles struct{ TotalCount int }
		Queue    struct {
			DeadLetters int
			Damaged     []string
		}
	}
	if err := w.ask(ctx, `{ articles(first: 1) { totalCount } queue { deadLetters damaged } }`, nil, &told); err != nil {
		return err
	}
	wrong, looked, err := w.check(ctx)
	if err != nil {
		return err
	}
	fmt.Printf("%d accepted, %d in the graph, %d missing, %d dead letters, %d damaged; %d invariants looked at %d "+
		"things, %d wrong\n", len(ids), told.Articles.TotalCount, len(missing), told.Queue.DeadLetters,
		len(told.Queue.Damaged), looked.invariants, looked.things, wrong)
	if len(missing) > 0 || told.Articles.TotalCount != len(ids) || wrong > 0 || told.Queue.DeadLetters > 0 {
		return errors.New("not every accepted article is in the graph once: " +
			strings.Join(missing[:min(len(missing), 5)], ", "))
	}
	return nil
}
