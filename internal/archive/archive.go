package archive

import (
	"context"
	"encoding/json"
	"fmt"
	"io"

	"sayso/internal/kg"
)

// batch is how many nodes are written in one transaction, and batchBytes how much text at the most.
const (
	batch      = 500
	batchBytes = 8 << 20
)

// LongestLine is the longest line that is read, in bytes: an article of several megabytes with what its edges say.
const LongestLine = 64 << 20

// Extent says which part of an archive is written, and how. The zero value is all of it, beside whatever is written to
// the graph meanwhile.
type Extent struct {
	After kg.ArchiveRef // what stands behind this node, without the first line
	Still bool          // writers wait, so that all of it is of one moment
}

// Write writes the graph's archive to w. After each piece flushed is called, where there is one. The last line comes
// when all else was written.
func Write(ctx context.Context, w io.Writer, graph kg.Archivist, e Extent, flushed func()) error {
	write := func() error { return writeLines(ctx, w, graph, e.After, flushed) }
	if e.Still {
		return graph.Still(ctx, write)
	}
	return write()
}

func writeLines(ctx context.Context, w io.Writer, graph kg.Archivist, after kg.ArchiveRef, flushed func()) error {
	if after == (kg.ArchiveRef{}) {
		edition, err := graph.Edition(ctx)
		if err != nil {
			return err
		}
		seq, err := graph.LastChange(ctx)
		if err != nil {
			return err
		}
		if err := writeLine(w, header{version, edition, seq}); err != nil {
			return err
		}
	}
	for {
		nodes, err := graph.Archived(ctx, after)
		if err != nil {
			return err
		}
		if len(nodes) == 0 {
			break
		}
		for _, n := range nodes {
			text, err := encode(n)
			if err != nil {
				return fmt.Errorf("%s %s: %w", n.Label, n.Key, err)
			}
			if _, err := w.Write(text); err != nil {
				return err
			}
			after = n.ArchiveRef
		}
		if flushed != nil {
			flushed()
		}
	}
	seq, err := graph.LastChange(ctx)
	if err != nil {
		return err
	}
	return writeLine(w, footer{version, seq})
}

func writeLine(w io.Writer, value any) error {
	text, err := json.Marshal(value)
	if err == nil {
		_, err = w.Write(append(text, '\n'))
	}
	return err
}

// Read restores an archive into an empty graph and gives how many nodes were written. One that was cut short can be
// read again from its beginning: what is there stays.
func Read(ctx context.Context, r io.Reader, graph kg.Archivist) (nodes int, err error) {
	edition, err := graph.Edition(ctx)
	if err != nil {
		return 0, err
	}
	lines, err := Open(r, edition)
	if err != nil {
		return 0, err
	}
	if err := graph.BeginRestore(ctx); err != nil {
		return 0, err
	}
	var some []kg.ArchiveNode
	size := 0
	restore := func() error {
		err := graph.Restore(ctx, some)
		if err == nil {
			nodes, some, size = nodes+len(some), nil, 0
		}
		return err
	}
	for {
		text, err := lines.Next()
		if err != nil {
			return nodes, err
		}
		if text == nil {
			break
		}
		n, err := Node(text)
		if err != nil {
			return nodes, lines.None(err)
		}
		some, size = append(some, n), size+len(text)
		if len(some) < batch && size < batchBytes {
			continue
		}
		if err := restore(); err != nil {
			return nodes, err
		}
	}
	if len(some) > 0 {
		if err := restore(); err != nil {
			return nodes, err
		}
	}
	if err := lines.End(); err != nil {
		return nodes, err
	}
	return nodes, graph.EndRestore(ctx)
}
