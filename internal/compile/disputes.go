package compile

import "sayso/internal/kg"

import "strings"

// disputeKeys is the order of disputes: the one with the latest word first.
var disputeKeys = []orderKey{
	{property: "on", desc: true, filled: true}, {property: "one", desc: true, filled: true},
	{property: "two", desc: true, filled: true}, {property: "kind", desc: true, filled: true},
}

// disputes plans the root field disputes: the pairs of claims that cannot both be so, page by page.
func (a *Atlas) disputes(s Selection) (Plan, error) {
	about, err := partyOf(s.Name, s.Args, "target", "targetId", false)
	if err != nil {
		return Plan{}, err
	}
	p, err := pageBy(s.Type, disputeKeys, s.Args)
	if err != nil {
		return Plan{}, err
	}
	from, err := a.DateOf(s.Args, "from")
	if err != nil {
		return Plan{}, err
	}
	to, err := a.DateOf(s.Args, "to")
	if err != nil {
		return Plan{}, err
	}
	return a.plan(s, func(w *writer) (Shape, error) {
		c := disputeClauses{w, about, s.Args["kind"], from, to}
		return listing{writer: w, keys: disputeKeys, page: p, match: c.match, keep: "r, c1, c2", node: c.dispute}.write(s)
	})
}

type disputeClauses struct {
	*writer
	about    party
	kind     any
	from, to kg.Date
}

// match finds the contradiction r between the claims c1 and c2.
func (c disputeClauses) match(count bool) error {
	if c.about.given() {
		c.Syntax("MATCH ")
		c.party("t", c.about)
		c.Syntax("<-[:SUBJECT|OBJECT]-(:Claim {contested: true})-[r:CONTRADICTS]-(:Claim)")
	} else {
		c.Syntax("MATCH (:Claim)-[r:CONTRADICTS]->(:Claim)")
	}
	joint := " WHERE "
	if c.kind != nil {
		c.Syntax(joint, "r.kind = ").Param(c.kind)
		joint = " AND "
	}
	if c.from != "" {
		c.Syntax(joint, "(startNode(r).lastOn >= ").Param(string(c.from)).Syntax(" OR endNode(r).lastOn >= ").
			Param(string(c.from)).Syntax(")")
		joint = " AND "
	}
	if c.to != "" { // claims that nobody knows a date of are kept as ''
		c.Syntax(joint, "startNode(r).firstOn > '' AND startNode(r).firstOn <= ").Param(c.to.UpTo()).
			Syntax(" AND endNode(r).firstOn > '' AND endNode(r).firstOn <= ").Param(c.to.UpTo())
	}
	if count {
		c.Syntax(" RETURN DISTINCT r")
		return nil
	}
	c.Syntax(" WITH DISTINCT r, startNode(r) AS c1, endNode(r) AS c2")
	c.Syntax(" WITH r, c1, c2, {on: CASE WHEN coalesce(c1.lastOn, '') > coalesce(c2.lastOn, '') THEN " +
		"coalesce(c1.lastOn, '') ELSE coalesce(c2.lastOn, '') END, ")
	c.Syntax("one: c1.id, two: c2.id, kind: coalesce(r.kind, '')} AS d")
	return nil
}

func (c disputeClauses) dispute(n Selection) (Shape, error) {
	return c.slots(n, func(s Selection) (Shape, error) {
		switch s.Name {
		case "sides":
			c.Syntax("[")
			if _, err := c.side("c1", s); err != nil {
				return nil, err
			}
			c.Syntax(", ")
			shape, err := c.side("c2", s)
			c.Syntax("]")
			return listShape{item: shape, required: true}, err
		case "id":
			c.Syntax("'di_' + substring(c1.id, 3) + '_' + substring(c2.id, 3)")
			return scalarShape{required: true}, nil
		case "kind":
			c.Syntax("r.kind")
			return scalarShape{required: true}, nil
		}
		c.Syntax("r.").Ident(s.Name) // reason, detector
		return scalarShape{}, nil
	})
}

// sidesOf gives the ids of the two claims of a dispute from its own.
func sidesOf(id string) (one, two string) {
	one, two, _ = strings.Cut(strings.TrimPrefix(id, "di_"), "_")
	return "cl_" + one, "cl_" + two
}

// disputeByID writes the dispute between two claims, each given by an expression.
func (w *writer) disputeByID(one, two func(), s Selection) (Shape, error) {
	c := disputeClauses{writer: w}
	w.Syntax("MATCH (c1:Claim {id: ")
	one()
	w.Syntax("})-[r:CONTRADICTS]->(c2:Claim {id: ")
	two()
	w.Syntax("}) WITH r, c1, c2 ORDER BY r.kind RETURN ")
	s.Type = "Dispute"
	shape, err := c.dispute(s)
	return orNull{shape}, err
}

// side writes one of the two claims, with who stands behind it.
func (c disputeClauses) side(claim string, s Selection) (Shape, error) {
	return c.slots(s, func(f Selection) (Shape, error) {
		switch f.Name {
		case "claim":
			return c.value(claim, "Claim", f, true)
		case "speakers":
			return c.speakers(claim, f)
		case "evidence":
			return c.best(f, func(n string) { c.current(claim, n) })
		}
		c.Syntax("COUNT { ")
		c.current(claim, "s")
		switch f.Name {
		case "statements":
			c.Syntax(" RETURN DISTINCT s }")
		case "origins":
			c.Syntax("-[:FROM]->(art:Article) RETURN DISTINCT art.originId }")
		case "articles":
			c.Syntax("-[:FROM]->(art:Article) RETURN DISTINCT art }")
		}
		return scalarShape{required: true}, nil
	})
}

// speakers writes who makes the claim, those with the most statements first.
func (c disputeClauses) speakers(claim string, f Selection) (Shape, error) {
	n := c.Fresh("n")
	c.Syntax("COLLECT { ")
	c.current(claim, "s")
	c.Syntax("-[:SAID_BY]->(").Ident(n).Syntax(":Entity) WITH DISTINCT ").Ident(n).Syntax(", COUNT { (").Ident(n)
	c.Syntax(")<-[:SAID_BY]-(:Statement {status: 'CURRENT'})-[:ASSERTS]->(", claim, ") } AS said ORDER BY said DESC, ").
		Ident(n).Syntax(".name, ").Ident(n)
	c.Syntax(".id")
	if err := c.window(f.Args, 10); err != nil {
		return nil, err
	}
	c.Syntax(" RETURN ")
	shape, err := c.value(n, "Actor", f, true)
	c.Syntax(" }")
	return listShape{item: shape, required: true}, err
}
