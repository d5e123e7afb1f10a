package compile

import (
	"encoding/json"

	"sayso/internal/kg"
)

// mostNested is how many smaller groups one answer reads for each list of them.
const mostNested = 5000

// nested writes [groups, smaller groups, …]: the groups as without, and for each list of smaller groups inside of them
// one pass over all, by both. Each row ends with what tells its group, by which they are put together when the answer
// is written.
func (c aggregateClauses) nested(f Selection) (Shape, error) {
	shape := nestedShape{}
	c.Syntax("[")
	outer, err := c.list(f, func() { c.groupOf(len(c.by), " + [") })
	if err != nil {
		return nil, err
	}
	list, _ := outer.(listShape)
	shape.rows, _ = list.item.(*objectShape)
	for i, s := range f.of(f.Type) {
		if s.Name != "rows" {
			continue
		}
		inner, first, err := c.inside(s)
		if err != nil {
			return nil, err
		}
		c.Syntax(", ")
		rows, err := inner.list(s, func() { c.groupOf(len(c.by), " + [") })
		if err != nil {
			return nil, err
		}
		shape.inside = append(shape.inside, nestedList{slot: i, first: first})
		shape.rows.entries[i].shape = rows
	}
	c.Syntax("]")
	return shape, nil
}

// inside reads the arguments of a list of smaller groups.
func (c aggregateClauses) inside(s Selection) (inner aggregateClauses, first int, err error) {
	inner = c
	inner.by, inner.outer, inner.having, inner.limit = append(append([]string(nil), c.by...), textsOf(s.Args["by"])...),
		len(c.by), s.Args["having"], mostNested
	if len(inner.by) == len(c.by) {
		return inner, 0, invalid("rows inside of rows need something to be grouped by (by)")
	}
	if err = inner.checkBy(); err != nil {
		return inner, 0, err
	}
	if len(s.children(s.Type, "rows")) > 0 {
		return inner, 0, invalid("rows nest twice at most; name several things in by")
	}
	if inner.order, err = aggregateOrder(s.Args["orderBy"]); err != nil {
		return inner, 0, err
	}
	inner.needs = inner.needed([]Selection{{Type: "rows", Fields: map[string][]Selection{"rows": s.of(s.Type)}}})
	first, err = rowsOf(s.Args["first"], 5, largestPage)
	return inner, first, err
}

// groupOf writes what tells a group: the ids or values of its first keys, after what joins it to the row.
func (c aggregateClauses) groupOf(keys int, join string) {
	c.Syntax(join, "[")
	for i := range keys {
		if i > 0 {
			c.Syntax(", ")
		}
		c.Syntax(keyVariable(i))
		if groupings[c.by[i]].node != "" {
			c.Syntax(".id")
		}
	}
	c.Syntax("]]")
}

// nestedList is a list of smaller groups: the place in a row where it stands, and how many a group shows.
type nestedList struct{ slot, first int }

// nestedShape puts smaller groups into their groups.
type nestedShape struct {
	rows   *objectShape
	inside []nestedList
}

func (n nestedShape) write(out *output, v any) error {
	lists, _ := v.([]any)
	if len(lists) != len(n.inside)+1 {
		return kg.Errorf(kg.Internal, "%d lists of groups were expected, the graph gave %d", len(n.inside)+1, len(lists))
	}
	groups, _ := lists[0].([]any)
	places := map[string][]any{}
	for _, group := range groups {
		if row, ok := group.([]any); ok && len(row) > 0 {
			places[groupKey(row)] = row
			for _, in := range n.inside {
				row[in.slot] = []any{}
			}
		}
	}
	for i, in := range n.inside {
		smaller, _ := lists[i+1].([]any)
		for _, item := range smaller {
			row, _ := item.([]any)
			group := places[groupKey(row)]
			if group == nil {
				continue // a group beyond those that are shown
			}
			if have, _ := group[in.slot].([]any); len(have) < in.first {
				group[in.slot] = append(have, item)
			}
		}
	}
	return listShape{item: n.rows, required: true}.write(out, lists[0])
}

// groupKey tells rows of different groups apart.
func groupKey(row []any) string {
	if len(row) == 0 {
		return ""
	}
	text, _ := json.Marshal(row[len(row)-1]) // strings and nulls
	return string(text)
}
