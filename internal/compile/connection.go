package compile

import "encoding/json"

// Limits of one page.
const (
	defaultPage = 20
	largestPage = 500
)

// source is where a connection's nodes come from: all of a label (field nil), or over an edge from a variable.
type source struct {
	from  string
	field *field
}

// page is what the arguments of a connection ask for.
type page struct {
	keys    []orderKey // as the reader sees them
	back    bool       // from the end: last and before
	limit   int
	cursor  []any // the keys' values to start behind, nil for none
	mark    string
	skipped bool // a cursor was given, so something lies on the other side
}

func (a *Atlas) page(typeName string, args map[string]any) (page, error) {
	keys, err := a.order(typeName, args["orderBy"])
	if err != nil {
		return page{}, err
	}
	current(typeName, args, keys)
	return pageBy(typeName, keys, args)
}

// pageBy reads first, after, last and before of a list in the order of keys; owner names the list, so that no other one
// takes its cursors.
func pageBy(owner string, keys []orderKey, args map[string]any) (page, error) {
	p := page{keys: keys, limit: defaultPage, mark: orderMark(owner, keys)}
	first, last := args["first"], args["last"]
	if first != nil && last != nil {
		return p, invalid("give first or last, not both")
	}
	if args["after"] != nil && args["before"] != nil {
		return p, invalid("give after (with first) or before (with last), not both")
	}
	p.back = last != nil || (first == nil && args["before"] != nil)
	for name, v := range map[string]any{"first": first, "last": last} {
		if v == nil {
			continue
		}
		n, ok := asInt(v)
		if !ok || n < 0 || n > largestPage {
			return p, invalid("%s is %v; it must be 0 to %d (page through more with cursors)", name, v, largestPage)
		}
		p.limit = n
	}
	return p, p.readCursor(args)
}

func (p *page) readCursor(args map[string]any) error {
	name := "after"
	if p.back {
		name = "before"
	}
	for _, other := range []string{"after", "before"} {
		if args[other] != nil && other != name {
			return invalid("%s does not go with the direction; after goes with first, before with last", other)
		}
	}
	text, given := args[name].(string)
	if !given {
		return nil
	}
	var err error
	p.skipped = true
	p.cursor, err = decodeCursor(name, text, p.mark, p.keys)
	return err
}

// connection writes [rows, count] for a page of nodes and gives its shape. Each row is [order values…, node].
func (w *writer) connection(from source, typeName string, s Selection) (Shape, error) {
	p, err := w.atlas.page(typeName, s.Args)
	if err != nil {
		return nil, err
	}
	before := w.lapsedToo
	w.lapsedToo = takesLapsed(s.Args)
	defer func() { w.lapsedToo = before }()
	node := nodeSelections(s)
	shape := &connectionShape{page: p, typeName: s.Type, keys: len(node.keys(p.keys))}
	w.Syntax("[")
	if node.wanted {
		if shape.node, err = w.pageRows(from, typeName, p, s.Args, node); err != nil {
			return nil, err
		}
	} else {
		w.Syntax("null")
	}
	w.Syntax(", ")
	if len(s.children(s.Type, "totalCount")) > 0 {
		if err = w.count(from, typeName, s.Args); err != nil {
			return nil, err
		}
	} else {
		w.Syntax("null")
	}
	if len(s.children(s.Type, "leftOut")) > 0 {
		w.Syntax(", ")
		if err = w.countLeftOut(from, typeName, s.Args); err != nil {
			return nil, err
		}
	}
	w.Syntax("]")
	shape.fields = s.of(s.Type)
	shape.plan()
	return shape, nil
}

func (w *writer) pageRows(from source, typeName string, p page, args map[string]any, wants nodeWants) ([]Shape, error) {
	m, where, left := w.Fresh("n"), args["where"], omitted(typeName, args)
	w.Syntax("COLLECT { ")
	keys := p.keys
	if p.back {
		keys = backwards(keys)
	}
	node := func(n Selection) (Shape, error) { return w.value(m, typeName, n, true) }
	if rows := wants.rows(p); hasNearest(from, where, p, keys, rows) {
		if err := w.nearest(from, typeName, m, keys, rows, left); err != nil {
			return nil, err
		}
		w.Syntax(" WITH ").Ident(m)
		w.orderBy(m, keys)
		w.Syntax(" LIMIT ").Param(rows)
		return w.row(m, wants, p.keys, node)
	}
	extra := w.kept(m, left)
	if p.cursor != nil {
		extra = append(extra, func() error { w.after(m, keys, p.cursor); return nil })
	}
	if from.field == nil && keys[0].filled && keys[0].plain() && keys[0].property != "id" {
		extra = append(extra, func() error { w.begin(m, keys[0], p.cursor); return nil })
	}
	distinct, err := w.match(from, m, typeName, where, extra...)
	if err != nil {
		return nil, err
	}
	w.Syntax(" WITH ", distinct).Ident(m)
	w.orderBy(m, lead(typeName, where, keys))
	w.Syntax(" LIMIT ").Param(wants.rows(p))
	return w.row(m, wants, p.keys, node)
}

// row writes what a connection reads of each row, up to the end of the subquery.
func (w *writer) row(v string, wants nodeWants, keys []orderKey,
	node func(n Selection) (Shape, error)) ([]Shape, error) {
	w.Syntax(" RETURN [")
	for _, k := range wants.keys(keys) {
		w.property(v, k)
		w.Syntax(", ")
	}
	shapes := make([]Shape, len(wants.merged))
	for i, n := range wants.merged {
		if i > 0 {
			w.Syntax(", ")
		}
		var err error
		if shapes[i], err = node(n); err != nil {
			return nil, err
		}
	}
	if len(wants.merged) == 0 {
		w.Syntax("null")
	}
	w.Syntax("] }")
	return shapes, nil
}

// begin writes where the order's first key begins: without a cursor that it is there at all, so that an index that
// holds only nodes with the property can give the order; with one that nothing before it need be read.
func (w *writer) begin(v string, key orderKey, cursor []any) {
	w.property(v, key)
	switch {
	case cursor == nil:
		w.Syntax(" >= ''")
	case key.desc:
		w.Syntax(" <= ").Param(cursor[0])
	default:
		w.Syntax(" >= ").Param(cursor[0])
	}
}

func (w *writer) count(from source, typeName string, args map[string]any) error {
	m, where, left, label := w.Fresh("n"), args["where"], omitted(typeName, args), w.atlas.types[typeName].label
	switch {
	case from.field == nil && where == nil && left.lapsed: // the graph knows how many nodes of each label it has
		w.Syntax("(COUNT { (").Ident(m).Syntax(":").Ident(label).Syntax(") } - COUNT { (").Ident(m).Syntax(":Lapsed:").
			Ident(label).Syntax(") })")
		return nil
	case from.field != nil && where == nil && !from.field.repeated && left.none(): // the node knows how many edges it has
		w.Syntax("COUNT { ")
		w.pattern(from.from, from.field, "", m, reached(from.field, label))
		w.Syntax(" }")
		return nil
	}
	return w.countBut(from, typeName, m, where, w.kept(m, left)...)
}

// countLeftOut counts what a list leaves out.
func (w *writer) countLeftOut(from source, typeName string, args map[string]any) error {
	left := omitted(typeName, args)
	if left.none() {
		w.Syntax("0")
		return nil
	}
	return w.countOmitted(from, typeName, w.Fresh("n"), args["where"], left)
}

// countOmitted counts the nodes m that fit a where and are left out. What lapsed ones are tied to may have lapsed with
// them.
func (w *writer) countOmitted(from source, typeName, m string, where any, left omissions) error {
	before := w.lapsedToo
	w.lapsedToo = w.lapsedToo || left.lapsed
	defer func() { w.lapsedToo = before }()
	return w.countBut(from, typeName, m, where, w.leftOut(m, left))
}

func (w *writer) countBut(from source, typeName, m string, where any, extra ...func() error) error {
	w.Syntax("COUNT { ")
	distinct, err := w.match(from, m, typeName, where, extra...)
	if err != nil {
		return err
	}
	w.Syntax(" RETURN ", distinct).Ident(m).Syntax(" }")
	return nil
}

// match writes the MATCH and WHERE that find a connection's nodes, with more conditions in extra. It gives "DISTINCT "
// when a node may be found more than once.
func (w *writer) match(from source, m, typeName string, where any, extra ...func() error) (distinct string, err error) {
	if from.field == nil {
		if where, err = w.byIndex(m, typeName, where); err != nil {
			return "", err
		}
	}
	w.Syntax("MATCH ")
	label := w.atlas.types[typeName].label
	if from.field != nil {
		if where == nil {
			label = reached(from.field, label)
		}
		w.pattern(from.from, from.field, "", m, label)
	} else {
		w.Syntax("(").Ident(m).Syntax(":").Ident(label).Syntax(")")
	}
	f := filter{w: w}
	f.conjunction(m, typeName, where)
	for _, condition := range extra {
		f.add(condition)
	}
	if f.distinct || from.field != nil && from.field.repeated {
		distinct = "DISTINCT "
	}
	return distinct, f.write()
}

func asInt(v any) (int, bool) {
	switch v := v.(type) {
	case int64:
		return int(v), int64(int(v)) == v
	case int:
		return v, true
	case float64:
		return int(v), v == float64(int(v))
	case json.Number: // within an input object of a request's variables
		n, err := v.Int64()
		return int(n), err == nil && int64(int(n)) == n
	}
	return 0, false
}
