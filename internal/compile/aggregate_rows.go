package compile

// answer writes [rows, groups].
func (c aggregateClauses) answer(s Selection) (Shape, error) {
	return c.slots(s, func(f Selection) (Shape, error) {
		if f.Name == "leftOut" {
			if !c.leavesOut || !lapses(c.of.typeName) {
				c.Syntax("0")
				return scalarShape{required: true}, nil
			}
			return scalarShape{required: true}, c.countOmitted(source{}, c.of.typeName, c.of.v, c.where, omissions{lapsed: true})
		}
		if f.Name == "groups" {
			c.Syntax("COUNT { ")
			err := c.groups()
			c.Syntax(" RETURN d }")
			return scalarShape{required: true}, err
		}
		if len(f.children(f.Type, "rows")) > 0 {
			return c.nested(f)
		}
		return c.list(f, func() {})
	})
}

// list writes the rows, each with what ends it.
func (c aggregateClauses) list(f Selection, end func()) (Shape, error) {
	c.Syntax("COLLECT { ")
	if err := c.groups(); err != nil {
		return nil, err
	}
	c.ordered()
	c.Syntax(" LIMIT ").Param(int64(c.limit)).Syntax(" RETURN ")
	shape, err := c.slots(f, c.field)
	end()
	c.Syntax(" }")
	return listShape{item: shape, required: true}, err
}

// ordered writes the order, keys as they read.
func (c aggregateClauses) ordered() {
	c.Syntax(" WITH d")
	for i := range c.by {
		c.Syntax(", ", keyVariable(i))
	}
	c.Syntax(" ORDER BY ")
	written := 0
	for _, k := range c.order {
		var exprs []func()
		if k.property == "key" {
			for i := range c.by {
				exprs = append(exprs, func() { c.keyValue(i) })
			}
		} else {
			exprs = append(exprs, func() { c.property("d", k) })
		}
		for _, write := range exprs {
			if written > 0 {
				c.Syntax(", ")
			}
			written++
			write()
			if k.desc {
				c.Syntax(" DESC")
			}
		}
	}
	for i, by := range c.by { // two of one name
		if groupings[by].edge != "" {
			c.Syntax(", ", keyVariable(i), ".id")
		}
	}
}

// keyValue writes a key as it reads.
func (c aggregateClauses) keyValue(i int) {
	c.Syntax(keyVariable(i))
	switch groupings[c.by[i]].node {
	case "":
	case "Predicate":
		c.Syntax(".id")
	default:
		c.Syntax(".name")
	}
}

func (c aggregateClauses) field(s Selection) (Shape, error) {
	if s.Name == "rows" { // filled in when the answer is written
		c.Syntax("null")
		return scalarShape{}, nil
	}
	if s.Name != "keys" {
		c.Syntax("d.").Ident(s.Name)
		return scalarShape{required: !nullable(s.Name)}, nil
	}
	shape := tupleShape{}
	c.Syntax("[")
	for i, by := range c.by {
		if i < c.outer {
			continue
		}
		if i > c.outer {
			c.Syntax(", ")
		}
		key, err := c.slots(s, func(f Selection) (Shape, error) { return c.key(i, by, f) })
		if err != nil {
			return nil, err
		}
		shape = append(shape, key)
	}
	c.Syntax("]")
	return shape, nil
}

func (c aggregateClauses) key(i int, by string, f Selection) (Shape, error) {
	node := groupings[by].node
	switch {
	case f.Name == "value":
		c.keyValue(i)
		return scalarShape{}, nil
	case f.Name == "node" && node != "":
		types := c.atlas.types[node].abstract
		if types == nil {
			types = []string{node}
		}
		return c.byType(keyVariable(i), types, f, false)
	}
	c.Syntax("null")
	if f.Name == "by" {
		return constString(by), nil
	}
	return scalarShape{}, nil
}

// tupleShape writes a list whose places each have a shape.
type tupleShape []Shape

func (t tupleShape) write(out *output, v any) error {
	items, _ := v.([]any)
	out.syntax("[")
	for i, shape := range t {
		if i > 0 {
			out.syntax(",")
		}
		var item any
		if i < len(items) {
			item = items[i]
		}
		if err := out.child(shape, item, nil, i); err != nil {
			return err
		}
	}
	out.syntax("]")
	return nil
}
