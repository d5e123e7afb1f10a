package ingest

import (
	"context"
	"slices"
	"sync"

	"sayso/internal/kg"
)

// mostCompared bounds how many articles are compared together, so that nobody waits long.
const mostCompared = 32

// comparison is a record that was saved and whose actors are to be compared.
type comparison struct {
	record kg.Record
	done   chan struct{} // closed when err is known
	err    error
	others bool // it was compared together with others, of which any may have failed
}

// comparisons are the records that wait to be compared, of writers that hand in an article each. Whoever has the turn
// compares those that wait with it: what the graph knows is asked for once, and what is judged is written by one
// transaction, for all of them. They then come together to be saved again.
type comparisons struct {
	turn    chan struct{} // holds the one whose turn it is
	mu      sync.Mutex
	waiting []*comparison
}

func newComparisons() *comparisons { return &comparisons{turn: make(chan struct{}, 1)} }

// of compares a record by compare, together with others that wait; where that fails, each by itself.
func (c *comparisons) of(ctx context.Context, r kg.Record, compare func(context.Context, ...kg.Record) error) error {
	mine := &comparison{record: r, done: make(chan struct{})}
	c.mu.Lock()
	c.waiting = append(c.waiting, mine)
	c.mu.Unlock()
	select {
	case c.turn <- struct{}{}:
		c.together(ctx, c.take(mine, mostCompared-1), compare)
		<-c.turn
	case <-mine.done:
	case <-ctx.Done():
		if len(c.take(mine, 0)) > 0 {
			return ctx.Err()
		}
	}
	<-mine.done // at once, or when those who took it are through
	if mine.err != nil && mine.others {
		return compare(ctx, r)
	}
	return mine.err
}

// take gives mine and so many of the others that wait, the first ones, unless somebody took it before.
func (c *comparisons) take(mine *comparison, others int) []*comparison {
	c.mu.Lock()
	defer c.mu.Unlock()
	at := slices.Index(c.waiting, mine)
	if at < 0 {
		return nil
	}
	c.waiting = slices.Delete(c.waiting, at, at+1)
	n := min(others, len(c.waiting))
	out := append([]*comparison{mine}, c.waiting[:n]...)
	c.waiting = slices.Delete(c.waiting, 0, n)
	return out
}

// together compares records in the turn that the caller has, and tells those who wait.
func (c *comparisons) together(ctx context.Context, list []*comparison,
	compare func(context.Context, ...kg.Record) error) {
	if len(list) == 0 {
		return
	}
	records := make([]kg.Record, len(list))
	for i, one := range list {
		records[i] = one.record
	}
	err := safely(ctx, func() error { return compare(ctx, records...) })
	for _, one := range list {
		one.err, one.others = err, len(list) > 1
		close(one.done)
	}
}
