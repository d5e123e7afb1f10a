package compile

import "fmt"

// connectionShape writes a Relay connection from [rows, count], where a row is [order values…, one value for each selection of a node].
// https://relay.dev/graphql/connections.htm
type connectionShape struct {
	page     page
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

// nodeWants is what a request asks of the nodes of a connection: edges { node } and nodes, under all their aliases.
type nodeWants struct {
	wanted bool // rows are needed at all
	merged []Selection
}

func nodeSelections(s Selection) nodeWants {
	var n nodeWants
	for _, f := range s.of(s.Type) {
		switch f.Name {
		case "edges":
			n.wanted = true
			n.merged = append(n.merged, f.children(f.Type, "node")...)
		case "nodes":
			n.wanted = true
			n.merged = append(n.merged, f)
		case "pageInfo":
			n.wanted = true
		}
	}
	return n
}

// plan lays out the keys; the selections of nodes are numbered in the order of nodeSelections.
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
				switch e.Name {
				case "node":
					sub.slot = slot
					slot++
				case "__typename":
					sub.text = constString(f.Type)
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
		if !ok || len(row) < len(c.page.keys) {
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

func (c *connectionShape) write(dst []byte, v any) ([]byte, error) {
	pair, ok := v.([]any)
	if !ok || len(pair) != 2 {
		return dst, fmt.Errorf("a list was expected, the graph gave %T", v)
	}
	rows, more, err := c.rows(pair[0])
	if err != nil {
		return dst, err
	}
	dst = append(dst, '{')
	for i, part := range c.parts {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(dst, part.key...)
		switch part.kind {
		case "edges":
			dst, err = c.writeEdges(dst, rows, part)
		case "nodes":
			dst, err = c.writeNodes(dst, rows, part)
		case "pageInfo":
			dst, err = c.writePageInfo(dst, rows, more, part)
		case "totalCount":
			dst, err = scalarShape{required: true}.write(dst, pair[1])
		case "__typename":
			dst = append(dst, constString(c.typeName)...)
		}
		if err != nil {
			return dst, err
		}
	}
	return append(dst, '}'), nil
}

func (c *connectionShape) writeNodes(dst []byte, rows [][]any, part connectionPart) ([]byte, error) {
	dst = append(dst, '[')
	var err error
	for i, row := range rows {
		if i > 0 {
			dst = append(dst, ',')
		}
		if dst, err = c.writeNode(dst, row, part.slot); err != nil {
			return dst, err
		}
	}
	return append(dst, ']'), nil
}

func (c *connectionShape) writeNode(dst []byte, row []any, slot int) ([]byte, error) {
	at := len(c.page.keys) + slot
	if at >= len(row) || slot >= len(c.node) {
		return dst, fmt.Errorf("the row has no node %d", slot)
	}
	return c.node[slot].write(dst, row[at])
}

func (c *connectionShape) writeEdges(dst []byte, rows [][]any, part connectionPart) ([]byte, error) {
	dst = append(dst, '[')
	for i, row := range rows {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(dst, '{')
		for j, e := range part.sub {
			if j > 0 {
				dst = append(dst, ',')
			}
			dst = append(dst, e.key...)
			var err error
			switch e.kind {
			case "cursor":
				dst, err = c.writeCursor(dst, row)
			case "node":
				dst, err = c.writeNode(dst, row, e.slot)
			case "__typename":
				dst = append(dst, e.text...)
			}
			if err != nil {
				return dst, err
			}
		}
		dst = append(dst, '}')
	}
	return append(dst, ']'), nil
}

func (c *connectionShape) writeCursor(dst []byte, row []any) ([]byte, error) {
	text, err := encodeCursor(c.page.mark, row[:len(c.page.keys)])
	if err != nil {
		return dst, err
	}
	return appendString(dst, text), nil
}

// writePageInfo: on the side that the page was not read towards, something lies beyond exactly when a cursor was given.
func (c *connectionShape) writePageInfo(dst []byte, rows [][]any, more bool, part connectionPart) ([]byte, error) {
	next, previous := more, c.page.skipped
	if c.page.back {
		next, previous = c.page.skipped, more
	}
	dst = append(dst, '{')
	for i, e := range part.sub {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(dst, e.key...)
		var err error
		switch e.kind {
		case "hasNextPage":
			dst, err = appendScalar(dst, next)
		case "hasPreviousPage":
			dst, err = appendScalar(dst, previous)
		case "startCursor":
			dst, err = c.edgeCursor(dst, rows, 0)
		case "endCursor":
			dst, err = c.edgeCursor(dst, rows, len(rows)-1)
		case "__typename":
			dst = append(dst, e.text...)
		}
		if err != nil {
			return dst, err
		}
	}
	return append(dst, '}'), nil
}

func (c *connectionShape) edgeCursor(dst []byte, rows [][]any, i int) ([]byte, error) {
	if len(rows) == 0 {
		return append(dst, "null"...), nil
	}
	return c.writeCursor(dst, rows[i])
}
