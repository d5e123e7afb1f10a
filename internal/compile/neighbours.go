package compile

// neighbourKeys is the order of neighbours: those with the most claims first.
var neighbourKeys = []orderKey{
	{property: "count", desc: true, filled: true}, {property: "id", desc: true, filled: true},
}

// affirmed is what neighbours and paths ask of claims when the request does not say.
var affirmed = map[string]any{"negated": map[string]any{"eq": false}}

func claimsWanted(s Selection) any {
	if s.Args["where"] == nil {
		return affirmed
	}
	return s.Args["where"]
}

// neighbours plans the root field neighbours: whom claims tie to an actor, page by page.
func (a *Atlas) neighbours(s Selection) (Plan, error) {
	of, err := partyOf(s.Name, s.Args, "actor", "actorId", true)
	if err != nil {
		return Plan{}, err
	}
	p, err := pageBy(s.Type, neighbourKeys, s.Args)
	if err != nil {
		return Plan{}, err
	}
	return a.plan(s, func(w *writer) (Shape, error) {
		c := neighbourClauses{w, of, claimsWanted(s), leavesOut("Claim", s.Args)}
		return listing{writer: w, keys: neighbourKeys, page: p, match: c.match, keep: "b, ties", node: c.neighbour}.write(s)
	})
}

type neighbourClauses struct {
	*writer
	of        party
	where     any
	leavesOut bool
}

// match finds the neighbour b and its ties: maps of the claim c and whether the neighbour is its subject.
func (c neighbourClauses) match(count bool) error {
	c.Syntax("MATCH ")
	c.party("a", c.of)
	c.Syntax("<-[:SUBJECT|OBJECT]-(c:Claim)-[e:SUBJECT|OBJECT]->(b:Entity)")
	f := filter{w: c.writer}
	f.add(func() error { c.Syntax("b <> a"); return nil })
	f.conjunction("c", "Claim", c.where)
	for _, condition := range c.holds("c", c.leavesOut) {
		f.add(condition)
	}
	if err := f.write(); err != nil {
		return err
	}
	if count {
		c.Syntax(" RETURN DISTINCT b")
		return nil
	}
	c.Syntax(" WITH b, collect(DISTINCT {c: c, subject: type(e) = 'SUBJECT'}) AS ties WITH b, ties, {count: size(ties), " +
		"id: b.id} AS d")
	return nil
}

// neighbour writes the actor, or a field of the edge that leads to it.
func (c neighbourClauses) neighbour(s Selection) (Shape, error) {
	switch s.Name {
	case "node", "nodes":
		return c.value("b", "Actor", s, true)
	case "claims":
		return c.claims(s)
	case "claimCount":
		c.Syntax("size(ties)")
	case "asSubject":
		c.Syntax("size([x IN ties WHERE x.subject])")
	case "asObject":
		c.Syntax("size([x IN ties WHERE NOT x.subject])")
	}
	return scalarShape{required: true}, nil
}

// claims writes the claims that tie a neighbour, those with the most origins first.
func (c neighbourClauses) claims(s Selection) (Shape, error) {
	n := c.Fresh("n")
	c.Syntax("COLLECT { UNWIND ties AS x WITH DISTINCT x.c AS ").Ident(n)
	if err := c.narrowed(n, "Claim", s.Args["where"]); err != nil {
		return nil, err
	}
	c.Syntax(" ORDER BY ").Ident(n).Syntax(".origins DESC, ").Ident(n).Syntax(".firstOn DESC, ")
	c.Ident(n).Syntax(".id")
	if err := c.window(s.Args, 5); err != nil {
		return nil, err
	}
	c.Syntax(" RETURN ")
	shape, err := c.value(n, "Claim", s, true)
	c.Syntax(" }")
	return listShape{item: shape, required: true}, err
}
