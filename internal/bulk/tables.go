package bulk

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"sayso/internal/kg"
	"sayso/internal/neo"
)

const (
	// mostTables bounds how many kinds of rows there are. Graphs of ours have some hundred.
	mostTables = 3000
	// mostWaiting is how much text of one table waits in the memory of one worker, mostHeld how much of all.
	mostWaiting = 256 << 10
	mostHeld    = 32 << 20
)

// tables are the files that the importer reads. Rows that have the same columns share a file: so no cell of a row is
// empty, and each property comes back as it was, or not at all.
type tables struct {
	folder string
	mu     sync.Mutex
	all    map[string]*table // by their headers
	marks  map[string]int    // by the names of the properties that are empty lists
	empty  []neo.EmptyLists  // what each mark stands for
}

type table struct {
	path string
	mu   sync.Mutex // held while rows are appended
}

func newTables(folder string) *tables {
	return &tables{folder: folder, all: map[string]*table{}, marks: map[string]int{}}
}

// mark numbers the sets of properties that are empty lists in some row. The importer drops empty lists, so such
// nodes and edges bear a mark by which they are found afterwards and get them. edgeType is "" for nodes.
func (t *tables) mark(empty []string, edgeType string) int {
	t.mu.Lock()
	defer t.mu.Unlock()
	set := strings.Join(empty, ",")
	n, ok := t.marks[set]
	if !ok {
		n = len(t.empty)
		t.marks[set] = n
		t.empty = append(t.empty, neo.EmptyLists{Label: markLabel(n), Number: n, Names: empty})
	}
	one := &t.empty[n]
	switch {
	case edgeType == "":
		one.Nodes = true
	case !slices.Contains(one.EdgeTypes, edgeType):
		one.EdgeTypes = append(one.EdgeTypes, edgeType)
	}
	return n
}

func markLabel(n int) string { return fmt.Sprintf("SaysoEmpty%d", n) }

// of gives the table with a header, and begins it where there is none.
func (t *tables) of(header string) (*table, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if one, ok := t.all[header]; ok {
		return one, nil
	}
	if len(t.all) == mostTables {
		return nil, kg.Errorf(kg.Invalid, "the archive has more than %d kinds of nodes and edges by their properties, which "+
			"is none of a graph of Sayso's; sayso import takes it", mostTables)
	}
	one := &table{path: filepath.Join(t.folder, fmt.Sprintf("%s%d.csv", kindOf(header), len(t.all)))}
	t.all[header] = one
	return one, unwritten(os.WriteFile(one.path, []byte(header+"\n"), 0o600))
}

// Tables begin with these, by what their rows are.
const (
	nodesName = "n"
	edgesName = "e"
)

func kindOf(header string) string {
	if strings.HasPrefix(header, startColumn) {
		return edgesName
	}
	return nodesName
}

// names lists the names of the files that hold nodes, or edges.
func (t *tables) names(kind string) []string {
	t.mu.Lock()
	defer t.mu.Unlock()
	var out []string
	for _, one := range t.all {
		if name := filepath.Base(one.path); strings.HasPrefix(name, kind) {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

func (t *table) append(rows []byte) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	file, err := os.OpenFile(t.path, os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return unwritten(err)
	}
	_, err = file.Write(rows)
	return unwritten(errors.Join(err, file.Close()))
}

// unwritten is the error of a file that cannot be written.
func unwritten(err error) error {
	if err == nil {
		return nil
	}
	return kg.Errorf(kg.Unavailable, "the rows for the importer cannot be written (%w); make room in the data folder", err)
}

// sheet is the rows of one table that wait in a worker's memory.
type sheet struct {
	table *table
	rows  []byte
}

// writer is what one worker writes rows with.
type writer struct {
	tables  *tables
	sheets  map[string]*sheet // by the header of their table
	held    int               // bytes in all of them
	counted Counts
	longest int    // bytes of the longest cell
	header  []byte // of the row that is being written
	row     []byte
}

func newWriter(t *tables) *writer {
	return &writer{tables: t, sheets: map[string]*sheet{}, counted: Counts{Nodes: map[string]int{}}}
}

// end appends the row to its table.
func (w *writer) end() error {
	one, ok := w.sheets[string(w.header)]
	if !ok {
		t, err := w.tables.of(string(w.header))
		if err != nil {
			return err
		}
		one = &sheet{table: t}
		w.sheets[string(w.header)] = one
	}
	before := len(one.rows)
	one.rows = append(append(one.rows, w.row...), '\n')
	w.held += len(one.rows) - before
	if len(one.rows) > mostWaiting {
		return w.flush(one)
	}
	if w.held > mostHeld {
		return w.flushAll()
	}
	return nil
}

func (w *writer) flush(one *sheet) error {
	w.held -= len(one.rows)
	err := one.table.append(one.rows)
	one.rows = one.rows[:0]
	if cap(one.rows) > 4*mostWaiting {
		one.rows = nil
	}
	return err
}

func (w *writer) flushAll() error {
	for _, one := range w.sheets {
		if err := w.flush(one); err != nil {
			return err
		}
	}
	return nil
}
