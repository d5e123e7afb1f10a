package compile

import "fmt"

// connectionShape writes a Relay connection from [rows, count] or [rows, count, left out], where a row is [order
// values…, one value for each selection of a node]; the order values are there only where cursors are asked for.
// https://relay.dev/graphql/connections.htm
type connectionShape struct {
	page     page
	keys     int // how many order values a row begins with
	typeName string
	fields   []Selection
	node     []Shape
	parts    []connectionPart
}

// connectionPart is one key of the connection.
type connectionPart struct {
	key  []byte
	kind string // the field's name
	slot int    // nodes: which selection of a node
	sub  []edgePart
}

// edgePart is one key of an edge or of pageInfo.
type edgePart struct {
	key  []byte
	kind string
	slot int
	text []byte // __typename
}

// nodeWants is what a request asks of the rows of a connection: edges { node }, other fields of edges, and nodes, under
// all their aliases.
type nodeWants struct {
	wanted  bool // rows are needed at all
	cursors bool // where the rows lie in the order
	beyond  bool // whether there are more rows than the page has
	merged  []Selection
}

func nodeSelections(s Selection) nodeWants {
	var n nodeWants
	for _, f := range s.of(s.Type) {
		switch f.Name {
		case "edges":
			n.wanted = true
			for _, e := range f.of(f.Type) {
				switch e.Name {
				case "cursor":
					n.cursors = true
				case "__typename":
				default:
					n.merged = append(n.merged, e)
				}
			}
		case "nodes":
			n.wanted = true
			n.merged = append(n.merged, f)
		case "pageInfo":
			n.wanted = true
			for _, i := range f.of(f.Type) {
				n.cursors = n.cursors || i.Name == "startCursor" || i.Name == "endCursor"
				n.beyond = n.beyond || i.Name == "hasNextPage" || i.Name == "hasPreviousPage"
			}
		}
	}
	return n
}

// keys are the order keys that each row must bring.
func (n nodeWants) keys(all []orderKey) []orderKey {
	if n.cursors {
		return all
	}
	return nil
}

// rows is how many rows to read for a page: one more than it has where it is asked whether there is more.
func (n nodeWants) rows(p page) int64 {
	if n.beyond {
		return int64(p.limit) + 1
	}
	return int64(p.limit)
}

// plan lays out the keys; what is asked of a row is numbered in the order of nodeSelections.
func (c *connectionShape) plan() {
	slot := 0
	for _, f := range c.fields {
		part := connectionPart{key: append(appendString(nil, f.Alias), ':'), kind: f.Name}
		switch f.Name {
		case "nodes":
			part.slot = slot
			slot++
		case "edges", "pageInfo":
			for _, e := range f.of(f.Type) {
				sub := edgePart{key: append(appendString(nil, e.Alias), ':'), kind: e.Name}
				if e.Name == "__typename" {
					sub.text = constString(f.Type)
				} else if f.Name == "edges" && e.Name != "cursor" {
					sub.kind, sub.slot = "node", slot
					slot++
				}
				part.sub = append(part.sub, sub)
			}
		}
		c.parts = append(c.parts, part)
	}
}

// rows gives the rows of the page in the reader's order, and whether there are more beyond it.
func (c *connectionShape) rows(v any) (rows [][]any, more bool, err error) {
	list, _ := v.([]any)
	for _, item := range list {
		row, ok := item.([]any)
		if !ok || len(row) < c.keys {
			return nil, false, fmt.Errorf("a row of a list was expected, the graph gave %T", item)
		}
		rows = append(rows, row)
	}
	if len(rows) > c.page.limit {
		rows, more = rows[:c.page.limit], true
	}
	if c.page.back {
		for i, j := 0, len(rows)-1; i < j; i, j = i+1, j-1 {
			rows[i], rows[j] = rows[j], rows[i]
		}
	}
	return rows, more, nil
}

func (c *connectionShape) write(out *output, v any) error {
	pair, ok := v.([]any)
	if !ok || len(pair) < 2 {
		return fmt.Errorf("a list was expected, the graph gave %T", v)
	}
	rows, more, err := c.rows(pair[0])
	if err != nil {
		return err
	}
	out.syntax("{")
	for i, part := range c.parts {
		if i > 0 {
			out.syntax(",")
		}
		out.json = append(out.json, part.key...)
		var shape Shape
		var value any
		switch part.kind {
		case "edges":
			shape = writing(func(out *output) error { return c.writeEdges(out, rows, part) })
		case "nodes":
			shape = writing(func(out *output) error { return c.writeNodes(out, rows, part) })
		case "pageInfo":
			shape = writing(func(out *output) error { return c.writePageInfo(out, rows, more, part) })
		case "totalCount":
			shape, value = scalarShape{required: true}, pair[1]
		case "leftOut":
			shape, value = scalarShape{required: true}, pair[len(pair)-1]
		default:
			shape = constString(c.typeName)
		}
		if err := out.child(shape, value, part.key, 0); err != nil {
			return err
		}
	}
	out.syntax("}")
	return nil
}

// writing is a shape that has its value already.
type writing func(*output) error

func (w writing) write(out *output, _ any) error { return w(out) }

func (c *connectionShape) writeNodes(out *output, rows [][]any, part connectionPart) error {
	out.syntax("[")
	for i, row := range rows {
		if i > 0 {
			out.syntax(",")
		}
		shape, node, err := c.nodeOf(row, part.slot)
		if err == nil {
			err = out.child(shape, node, nil, i)
		}
		if err != nil {
			return err
		}
	}
	out.syntax("]")
	return nil
}

// nodeOf finds the shape and the value of a node's selection in a row.
func (c *connectionShape) nodeOf(row []any, slot int) (Shape, any, error) {
	at := c.keys + slot
	if at >= len(row) || slot >= len(c.node) {
		return nil, nil, fmt.Errorf("the row has no node %d", slot)
	}
	return c.node[slot], row[at], nil
}

func (c *connectionShape) writeEdges(out *output, rows [][]any, part connectionPart) error {
	out.syntax("[")
	for i, row := range rows {
		if i > 0 {
			out.syntax(",")
		}
		edge := writing(func(out *output) error { return c.writeEdge(out, row, part) })
		if err := out.child(edge, nil, nil, i); err != nil {
			return err
		}
	}
	out.syntax("]")
	return nil
}

// writeParts writes an object of an edge's keys or of those of pageInfo; value writes each but __typename.
func writeParts(out *output, parts []edgePart, value func(e edgePart) error) error {
	out.syntax("{")
	for i, e := range parts {
		if i > 0 {
			out.syntax(",")
		}
		out.json = append(out.json, e.key...)
		if e.text != nil {
			out.json = append(out.json, e.text...)
		} else if err := value(e); err != nil {
			return err
		}
	}
	out.syntax("}")
	return nil
}

func (c *connectionShape) writeEdge(out *output, row []any, part connectionPart) error {
	return writeParts(out, part.sub, func(e edgePart) error {
		if e.kind == "cursor" {
			return c.writeCursor(out, row)
		}
		shape, node, err := c.nodeOf(row, e.slot)
		if err != nil {
			return err
		}
		return out.child(shape, node, e.key, 0)
	})
}

func (c *connectionShape) writeCursor(out *output, row []any) error {
	text, err := encodeCursor(c.page.mark, row[:c.keys])
	if err != nil {
		return err
	}
	out.json = appendString(out.json, text)
	return nil
}

// writePageInfo: on the side that the page was not read towards, something lies beyond exactly when a cursor was given.
func (c *connectionShape) writePageInfo(out *output, rows [][]any, more bool, part connectionPart) error {
	next, previous := more, c.page.skipped
	if c.page.back {
		next, previous = c.page.skipped, more
	}
	return writeParts(out, part.sub, func(e edgePart) error {
		switch e.kind {
		case "hasNextPage":
			return out.scalar(next)
		case "hasPreviousPage":
			return out.scalar(previous)
		case "startCursor":
			return c.edgeCursor(out, rows, 0)
		}
		return c.edgeCursor(out, rows, len(rows)-1)
	})
}

func (c *connectionShape) edgeCursor(out *output, rows [][]any, i int) error {
	if len(rows) == 0 {
		return out.null(false)
	}
	return c.writeCursor(out, rows[i])
}
