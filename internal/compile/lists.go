package compile

// toMany follows an edge to all its nodes, or the first of them, in the order of the edge's property. A type that
// stands for the edge reads the edge's properties.
func (w *writer) toMany(v string, f *field, s Selection) (Shape, error) {
	limit, err := rowsOf(s.Args["first"], largestPage, largestPage)
	if err != nil {
		return nil, err
	}
	skip, err := skipOf(s.Args)
	if err != nil {
		return nil, err
	}
	r, m := w.Fresh("r"), w.Fresh("n")
	item := w.atlas.types[f.node]
	label := item.label
	if item.target != nil {
		label = w.atlas.types[item.target.node].label
	}
	w.Syntax("COLLECT { MATCH ")
	if err := w.narrowedMany(v, f, r, m, label, s.Args["where"]); err != nil {
		return nil, err
	}
	w.Syntax(" WITH ").Ident(r).Syntax(", ").Ident(m).Syntax(" ORDER BY ").Ident(r).Syntax(".").Ident(f.orderBy).
		Syntax(", ").Ident(m).Syntax(".id")
	if skip > 0 {
		w.Syntax(" SKIP ").Param(int64(skip))
	}
	if s.Args["first"] != nil {
		w.Syntax(" LIMIT ").Param(int64(limit))
	}
	w.Syntax(" RETURN ")
	var shape Shape
	if item.target != nil {
		shape, err = w.edgeObject(r, m, item, s.of(f.node))
	} else {
		shape, err = w.value(m, f.node, s, f.typ.Elem.NonNull)
	}
	w.Syntax(" }")
	return listShape{item: shape, required: f.typ.NonNull}, err
}

// window writes which items of an ordered list are given, by the arguments skip and first.
func (w *writer) window(args map[string]any, otherwise int) error {
	limit, err := rowsOf(args["first"], otherwise, largestPage)
	if err != nil {
		return err
	}
	skip, err := skipOf(args)
	if err != nil {
		return err
	}
	if skip > 0 {
		w.Syntax(" SKIP ").Param(int64(skip))
	}
	w.Syntax(" LIMIT ").Param(int64(limit))
	return nil
}

// skipOf reads how many items of a list are passed over.
func skipOf(args map[string]any) (int, error) {
	skip, ok := asInt(args["skip"])
	if args["skip"] != nil && (!ok || skip < 0) {
		return 0, invalid("skip is %v; it must be 0 or more", args["skip"])
	}
	return skip, nil
}

// narrowedMany writes the pattern to a list's nodes m over its edges r, and the conditions on them.
func (w *writer) narrowedMany(v string, f *field, r, m, label string, where any) error {
	if where == nil {
		w.pattern(v, f, r, m, reached(f, label))
		return nil
	}
	w.pattern(v, f, r, m, label)
	about := m
	if w.atlas.types[f.node].target != nil {
		if w.ends == nil {
			w.ends = map[string]string{}
		}
		w.ends[r], about = m, r
	}
	on := filter{w: w, inline: true}
	on.conjunction(about, f.node, where)
	return on.write()
}

// agreement writes whether a quote stands in its article: at its offsets, elsewhere, with other words between what
// stood around it, or not at all. These are the W3C's text-position and text-quote selectors, compared each time.
func (w *writer) agreement(v string) {
	a := w.Fresh("n")
	w.Syntax("head([(").Ident(v).Syntax(")-[:FROM]->(").Ident(a).Syntax(") | CASE WHEN substring(").Ident(a).
		Syntax(".text, ").Ident(v).Syntax(".quoteStart, ").Ident(v)
	w.Syntax(".quoteEnd - ").Ident(v).Syntax(".quoteStart) = ").Ident(v).Syntax(".quoteExact THEN 'EXACT' WHEN ").Ident(a).
		Syntax(".text CONTAINS ").Ident(v)
	w.Syntax(".quoteExact THEN 'MOVED' WHEN size(").Ident(v).Syntax(".quotePrefix) >= 8 AND ").Ident(a).
		Syntax(".text CONTAINS ").Ident(v).Syntax(".quotePrefix OR size(").Ident(v)
	w.Syntax(".quoteSuffix) >= 8 AND ").Ident(a).Syntax(".text CONTAINS ").Ident(v).
		Syntax(".quoteSuffix THEN 'DIFFERS' ELSE 'GONE' END])")
}
