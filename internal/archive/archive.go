package archive

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
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
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 0, 1<<20), LongestLine)
	if err := begin(ctx, lines, graph); err != nil {
		return 0, err
	}
	var some []kg.ArchiveNode
	size, whole := 0, false
	for number := 2; lines.Scan(); number++ {
		if whole {
			return nodes, kg.Errorf(kg.Invalid, "line %d stands behind the archive's last line; import each archive by itself",
				number)
		}
		if whole = isFooter(lines.Bytes()); whole {
			continue
		}
		n, err := Node(lines.Bytes())
		if err != nil && !lines.Scan() && lines.Err() != nil { // the line is what came before the cut
			return nodes, broken(lines.Err())
		}
		if err != nil {
			return nodes, kg.Errorf(kg.Invalid, "line %d is none of an archive (%s); what stood before it is written, mend "+
				"the line and import again",
				number, err.Error())
		}
		some, size = append(some, n), size+len(lines.Bytes())
		if len(some) < batch && size < batchBytes {
			continue
		}
		if err := graph.Restore(ctx, some); err != nil {
			return nodes, err
		}
		nodes, some, size = nodes+len(some), nil, 0
	}
	if err := lines.Err(); err != nil {
		return nodes, broken(err)
	}
	if len(some) > 0 {
		if err := graph.Restore(ctx, some); err != nil {
			return nodes, err
		}
	}
	nodes += len(some)
	if !whole {
		return nodes, kg.Errorf(kg.Invalid, "the archive's last line is missing, so it is not whole; get the rest with "+
			"sayso export archive --resume and import it again, "+
			"what is there stays")
	}
	return nodes, graph.EndRestore(ctx)
}

// begin reads the first line and begins the restore.
func begin(ctx context.Context, lines *bufio.Scanner, graph kg.Archivist) error {
	if !lines.Scan() {
		if err := lines.Err(); err != nil {
			return broken(err)
		}
		return kg.Errorf(kg.Invalid, "the file is empty; sayso export archive writes one")
	}
	var first header
	if err := json.Unmarshal(lines.Bytes(), &first); err != nil || first.Archive == 0 {
		return kg.Errorf(kg.Invalid, `the first line is not that of an archive ({"saysoArchive": …}); articles as lines of JSON are handed in with sayso ingest`)
	}
	edition, err := graph.Edition(ctx)
	if err != nil {
		return err
	}
	if first.Archive != version || first.Edition != edition {
		return kg.Errorf(kg.Invalid, "the archive is of form %d and edition %d, this server's are %d and %d; import it "+
			"with the version of Sayso that wrote it, "+
			"then start the newer one on that data", first.Archive, first.Edition, version, edition)
	}
	return graph.BeginRestore(ctx)
}

func broken(err error) error {
	if errors.Is(err, bufio.ErrTooLong) {
		return kg.Errorf(kg.TooLarge, "a line is longer than %d MB", LongestLine>>20)
	}
	return kg.Because(err, kg.Unavailable, "the archive broke off; import it again from its beginning, what is there "+
		"stays")
}
