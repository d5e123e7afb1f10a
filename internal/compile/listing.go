package compile

// listing is a connection whose rows are no nodes but maps made for the question: d holds the order keys' values.
type listing struct {
	*writer
	keys []orderKey
	page page
	// match writes the clauses up to WITH … AS d, with count those whose rows are counted, up to a RETURN.
	match func(count bool) error
	// keep names the variables besides d that a row is made from.
	keep string
	// node writes what is asked of a row: its node, under the name node or nodes, or a field of its edge.
	node func(n Selection) (Shape, error)
}

// write writes [rows, count] and gives the connection's shape.
func (l listing) write(s Selection) (Shape, error) {
	wants := nodeSelections(s)
	shape := &connectionShape{page: l.page, keys: len(wants.keys(l.keys)), typeName: s.Type, fields: s.of(s.Type)}
	shape.plan()
	l.Syntax("[")
	var err error
	if wants.wanted {
		if shape.node, err = l.rows(wants); err != nil {
			return nil, err
		}
	} else {
		l.Syntax("null")
	}
	l.Syntax(", ")
	if len(s.children(s.Type, "totalCount")) > 0 {
		l.Syntax("COUNT { ")
		if err = l.match(true); err != nil {
			return nil, err
		}
		l.Syntax(" }")
	} else {
		l.Syntax("null")
	}
	l.Syntax("]")
	return shape, nil
}

func (l listing) rows(wants nodeWants) ([]Shape, error) {
	l.Syntax("COLLECT { ")
	if err := l.match(false); err != nil {
		return nil, err
	}
	keys := l.keys
	if l.page.back {
		keys = backwards(keys)
	}
	if l.page.cursor != nil {
		l.Syntax(" WHERE ")
		l.after("d", keys, l.page.cursor)
	}
	l.Syntax(" WITH d, ", l.keep)
	l.orderBy("d", keys)
	l.Syntax(" LIMIT ").Param(wants.rows(l.page))
	return l.row("d", wants, l.keys, l.node)
}

// best writes the statements that a pattern up to the variable n finds, surest first, then earliest.
func (w *writer) best(f Selection, pattern func(n string)) (Shape, error) {
	n := w.Fresh("n")
	w.Syntax("COLLECT { ")
	pattern(n)
	w.Syntax(" WITH DISTINCT ").Ident(n)
	return w.evidenceOf(f, n, false)
}

// evidenceOf ends a COLLECT of the statements n, which a WITH has just named: those that the field's arguments ask for,
// surest first, then earliest.
func (w *writer) evidenceOf(f Selection, n string, assertedFirst bool) (Shape, error) {
	if err := w.narrowed(n, "Statement", f.Args["where"]); err != nil {
		return nil, err
	}
	w.Syntax(" ORDER BY ")
	if assertedFirst {
		w.Ident(n).Syntax(".modality <> 'ASSERTED', ")
	}
	w.Ident(n).Syntax(".confidence DESC, ").Ident(n).Syntax(".date, ").Ident(n).Syntax(".id")
	if err := w.window(f.Args, 5); err != nil {
		return nil, err
	}
	w.Syntax(" RETURN ")
	shape, err := w.value(n, "Statement", f, true)
	w.Syntax(" }")
	return listShape{item: shape, required: true}, err
}

// narrowed writes the conditions on a list's items n, which a WITH has just named, if there are any.
func (w *writer) narrowed(n, typeName string, where any) error {
	if where == nil {
		return nil
	}
	on := filter{w: w, inline: true}
	on.conjunction(n, typeName, where)
	if err := on.write(); err != nil {
		return err
	}
	w.Syntax(" WITH ").Ident(n)
	return nil
}

// current writes a MATCH of the statements that make a claim and still stand.
func (w *writer) current(claim, statement string) {
	w.Syntax("MATCH (").Ident(claim).Syntax(")<-[:ASSERTS]-(").Ident(statement).Syntax(":Statement {status: 'CURRENT'})")
}
