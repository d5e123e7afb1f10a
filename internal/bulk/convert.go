package bulk

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync"

	"sayso/internal/archive"
	"sayso/internal/kg"
	"sayso/internal/neo"
)

// Counts is how much a graph or its archive holds.
type Counts struct {
	Nodes map[string]int // by the label under which archives have them
	Edges int
}

// String says it in words: "5 Article, 12 Claim and 40 edges".
func (c Counts) String() string {
	var parts []string
	for _, label := range slices.Sorted(maps.Keys(c.Nodes)) {
		parts = append(parts, fmt.Sprintf("%d %s", c.Nodes[label], label))
	}
	return fmt.Sprintf("%s and %d edges", strings.Join(parts, ", "), c.Edges)
}

func (c *Counts) add(other Counts) {
	for label, n := range other.Nodes {
		c.Nodes[label] += n
	}
	c.Edges += other.Edges
}

// chunkBytes is about how much of an archive one worker takes at a time.
const chunkBytes = 1 << 20

// chunk is some lines of an archive, one after the other.
type chunk struct {
	first int // number of the first line
	text  []byte
	ends  []int // where each line ends in text
}

// converted is what became of an archive.
type converted struct {
	counts  Counts
	longest int // bytes of the longest value
	empty   []neo.EmptyLists
}

// convert writes the rows of an archive of an edition. between is asked now and then whether to go on.
func convert(ctx context.Context, r io.Reader, edition int, into *tables, between func() error) (converted, error) {
	lines, err := archive.Open(r, edition)
	if err != nil {
		return converted{}, err
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	chunks := make(chan chunk)
	workers := make([]*writer, runtime.GOMAXPROCS(0))
	var all sync.WaitGroup
	for i := range workers {
		workers[i] = newWriter(into)
		all.Go(func() {
			if err := workers[i].work(chunks); err != nil {
				cancel(err)
			}
		})
	}
	err = cut(ctx, lines, chunks, between)
	close(chunks)
	all.Wait()
	// what the reader says comes first: a line that cannot be read may be one that broke off
	if failed := context.Cause(ctx); failed != nil && (err == nil || errors.Is(err, failed)) {
		err = failed
	}
	out := converted{counts: Counts{Nodes: map[string]int{}}, empty: into.empty}
	for _, w := range workers {
		out.counts.add(w.counted)
		out.longest = max(out.longest, w.longest)
	}
	return out, err
}

// cut hands lines on, some at a time.
func cut(ctx context.Context, lines *archive.Lines, to chan<- chunk, between func() error) error {
	var c chunk
	hand := func() error {
		if err := between(); err != nil {
			return err
		}
		select {
		case to <- c:
			c = chunk{}
			return nil
		case <-ctx.Done():
			return context.Cause(ctx)
		}
	}
	for {
		text, err := lines.Next()
		if err != nil {
			return err
		}
		if text == nil {
			return errors.Join(lines.End(), hand())
		}
		if len(c.ends) == 0 {
			c.first, c.text = lines.Number(), make([]byte, 0, chunkBytes+chunkBytes/4)
		}
		c.text = append(c.text, text...)
		if c.ends = append(c.ends, len(c.text)); len(c.text) < chunkBytes {
			continue
		}
		if err := hand(); err != nil {
			return err
		}
	}
}

// work writes the rows of chunks until there are no more. After an error it takes the rest without reading it.
func (w *writer) work(chunks <-chan chunk) error {
	var failed error
	for c := range chunks {
		if failed == nil {
			failed = w.chunk(c)
		}
	}
	if failed != nil {
		return failed
	}
	return w.flushAll()
}

func (w *writer) chunk(c chunk) error {
	from := 0
	for i, end := range c.ends {
		n, err := archive.Node(c.text[from:end])
		if err == nil {
			err = w.node(n)
		}
		var own *kg.Error
		if err != nil && !errors.As(err, &own) {
			err = archive.NoNode(c.first+i, err)
		}
		if err != nil {
			return err
		}
		from = end
	}
	return nil
}
