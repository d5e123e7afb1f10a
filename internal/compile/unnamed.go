package compile

// unnamed writes the claims that the target had it done to it by somebody whom the text does not name: "police
// arrested X", "X was arrested". They are no rows, which are about two actors. Earliest first, those without a day
// last.
func (c reportClauses) unnamed(f Selection) (Shape, error) {
	n := c.Fresh("n")
	c.Syntax("COLLECT { ")
	c.matchUnnamed()
	c.Syntax(" WITH DISTINCT c AS ").Ident(n).Syntax(" ORDER BY coalesce(").Ident(n).Syntax(".occurredOn, nullIf(")
	c.Ident(n).Syntax(".firstOn, ''), ").Param(undated).Syntax("), ").Ident(n).Syntax(".id")
	if err := c.window(f.Args, defaultPage); err != nil {
		return nil, err
	}
	c.Syntax(" RETURN ")
	shape, err := c.value(n, "Claim", f, true)
	c.Syntax(" }")
	return listShape{item: shape, required: true}, err
}

// matchUnnamed finds the claims c of what was asked for whose one end is the known party and whose other is no actor,
// made by statements that count.
func (c reportClauses) matchUnnamed() {
	e := c.ends()
	own := c
	own.family = c.own
	c.Syntax("MATCH ")
	c.party(e.known, e.first)
	c.Syntax("<-[x:", e.from, "]-(c:Claim)<-[m:ASSERTS]-(s:Statement)-[:FROM]->(art:Article)")
	own.conditions(e.known, e.mirrored)
	c.Syntax(" AND ")
	c.counts()
	c.Syntax(" AND NOT EXISTS { (c)-[:", e.to, "]->(o:Entity)")
	if len(e.mirrored) > 0 {
		c.Syntax(" WHERE o <> ").Ident(e.known)
	}
	c.Syntax(" }")
}
