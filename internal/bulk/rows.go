package bulk

import (
	"fmt"
	"slices"
	"strconv"

	"sayso/internal/kg"
	"sayso/internal/neo"
)

// startColumn begins the header of edges.
const startColumn = ":START_ID("

// node writes a node and the edges that leave it.
func (w *writer) node(n kg.ArchiveNode) error {
	if err := w.nodeRow(n); err != nil {
		return fmt.Errorf("%s %s: %w", n.Label, n.Key, err)
	}
	for _, e := range n.Edges {
		if err := w.edgeRow(n.ArchiveRef, e); err != nil {
			return fmt.Errorf("the edge %s of %s %s: %w", e.Type, n.Label, n.Key, err)
		}
	}
	w.counted.Nodes[n.Label]++
	w.counted.Edges += len(n.Edges)
	return nil
}

// nodeRow writes a node's row. One with empty lists has a label more: see [tables.mark].
func (w *writer) nodeRow(n kg.ArchiveNode) error {
	if n.Key == "" {
		return fmt.Errorf("it has no key")
	}
	labels := make([]any, 1, 2+len(n.Labels))
	labels[0] = n.Label
	for _, l := range n.Labels {
		labels = append(labels, l)
	}
	if empty := emptyLists(n.Properties); len(empty) > 0 {
		labels = append(labels, markLabel(w.tables.mark(empty, "")))
	}
	for _, l := range labels {
		if !plainName.MatchString(l.(string)) {
			return fmt.Errorf("the label %q is none of a graph of Sayso's", l)
		}
	}
	w.header = append(append(append(w.header[:0], ":ID("...), n.Label...), "),:LABEL"...)
	var err error
	if w.row, _, err = appendValue(w.row[:0], n.Key); err != nil {
		return err
	}
	if w.row, _, err = appendCell(append(w.row, ','), labels); err != nil {
		return err
	}
	return w.properties(n.Properties)
}

// edgeRow writes an edge's row. One with empty lists has a property more: see [tables.mark].
func (w *writer) edgeRow(from kg.ArchiveRef, e kg.ArchiveEdge) error {
	for _, name := range []string{e.Type, e.To.Label} {
		if !plainName.MatchString(name) {
			return fmt.Errorf("%q is no type of edges or label of a graph of Sayso's", name)
		}
	}
	w.header = append(append(w.header[:0], startColumn...), from.Label...)
	w.header = append(append(append(w.header, "),:END_ID("...), e.To.Label...), "),:TYPE"...)
	w.row = w.row[:0]
	for i, text := range []string{from.Key, e.To.Key, e.Type} {
		if i > 0 {
			w.row = append(w.row, ',')
		}
		w.row = append(appendQuoted(append(w.row, '"'), text), '"')
	}
	if empty := emptyLists(e.Properties); len(empty) > 0 {
		w.row = strconv.AppendInt(append(w.row, ','), int64(w.tables.mark(empty, e.Type)), 10)
		w.header = append(w.header, ","+neo.EmptyProperty+":long"...)
	}
	return w.properties(e.Properties)
}

// emptyLists names the properties that are empty lists, in order.
func emptyLists(all map[string]any) []string {
	var out []string
	for name, value := range all {
		if list, ok := value.([]any); ok && len(list) == 0 {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// properties appends them to the row, in the order of their names, and ends it. Empty lists are left out.
func (w *writer) properties(all map[string]any) error {
	names := make([]string, 0, len(all))
	for name := range all {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		if !plainName.MatchString(name) {
			return fmt.Errorf("the property %q is none of a graph of Sayso's", name)
		}
		if list, ok := all[name].([]any); ok && len(list) == 0 {
			continue
		}
		before := len(w.row)
		row, kind, err := appendCell(append(w.row, ','), all[name])
		if err != nil {
			return fmt.Errorf("the property %s: %w", name, err)
		}
		w.row, w.longest = row, max(w.longest, len(row)-before)
		w.header = append(append(append(append(w.header, ','), name...), ':'), kind...)
	}
	return w.end()
}
