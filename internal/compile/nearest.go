package compile

// Sizes of lists over an edge of which the order's tail is looked at only where the head ties.
const (
	fewRows = 5  // lists of fewer rows are sorted whole: most of them have no more nodes anyway
	spare   = 10 // nodes beyond twice the rows that may tie with the last row
)

// nearest writes the rows of a list over an edge that no condition narrows, n its node. Sorting by two keys reads both
// of every node, and the id lies far from the others in the store; so it takes some more nodes than are asked for by
// the first key alone and sorts those by both. Where even they may not hold all that tie with the last row, it sorts
// all.
func (w *writer) nearest(from source, typeName, n string, keys []orderKey, rows int64, left omissions) error {
	holds := func(v string) error {
		f := filter{w: w}
		for _, condition := range w.kept(v, left) {
			f.add(condition)
		}
		return f.write()
	}
	wide := 2*rows + spare
	label := reached(from.field, w.atlas.types[typeName].label)
	w.Syntax("UNWIND [COLLECT { MATCH ") // no collect(…): Neo4j would take it for one of the row that this is a part of
	one := w.Fresh("n")
	w.pattern(from.from, from.field, "", one, label)
	if err := holds(one); err != nil {
		return err
	}
	w.Syntax(" WITH ").Ident(one).Syntax(", ")
	w.property(one, keys[0])
	w.Syntax(" AS first ORDER BY first")
	if keys[0].desc {
		w.Syntax(" DESC")
	}
	w.Syntax(" LIMIT ").Param(wide).Syntax(" RETURN ").Ident(one).Syntax(" }] AS near UNWIND CASE WHEN size(near) < ").
		Param(wide)
	w.Syntax(" OR near[").Param(rows - 1).Syntax("].").Ident(keys[0].property)
	if w.Syntax(" "); keys[0].desc {
		w.Syntax(">")
	} else {
		w.Syntax("<")
	}
	all := w.Fresh("n")
	w.Syntax(" near[").Param(wide - 1).Syntax("].").Ident(keys[0].property).Syntax(" THEN near ELSE [")
	w.pattern(from.from, from.field, "", all, label)
	if err := holds(all); err != nil {
		return err
	}
	w.Syntax(" | ").Ident(all).Syntax("] END AS ").Ident(n)
	return nil
}

// hasNearest reports whether nearest gives the rows of a list: one over an edge that reaches each node once, of more
// than a few rows, from its beginning, by one key and then the id.
func hasNearest(from source, where any, p page, keys []orderKey, rows int64) bool {
	if from.field == nil || from.field.repeated {
		return false
	}
	byOneKey := len(keys) == 2 && keys[0].plain() && keys[1].property == "id"
	return byOneKey && where == nil && p.cursor == nil && rows >= fewRows
}
