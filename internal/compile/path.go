package compile

import "strconv"

// longestPath is how many claims a path has at most, mostPaths how many paths one answer has.
const (
	longestPath = 6
	mostPaths   = 50
)

// path plans the root field path: the shortest ways from actor to actor over claims.
func (a *Atlas) path(s Selection) (Plan, error) {
	c := pathClauses{where: claimsWanted(s)}
	var err error
	if c.from, err = partyOf(s.Name, s.Args, "from", "fromId", true); err != nil {
		return Plan{}, err
	}
	if c.to, err = partyOf(s.Name, s.Args, "to", "toId", true); err != nil {
		return Plan{}, err
	}
	if c.hops, err = rowsOf(s.Args["maxHops"], 4, longestPath); err != nil || c.hops == 0 {
		return Plan{}, invalid("maxHops is %v; it must be 1 to %d", s.Args["maxHops"], longestPath)
	}
	if c.q, err = a.questionOf(s.Args); err != nil {
		return Plan{}, err
	}
	if c.first, err = rowsOf(s.Args["first"], 5, mostPaths); err != nil {
		return Plan{}, err
	}
	return a.plan(s, func(w *writer) (Shape, error) {
		c.writer = w
		return c.slots(s, func(f Selection) (Shape, error) { // paths
			c.Syntax("COLLECT { ")
			if err := c.match(); err != nil {
				return nil, err
			}
			c.Syntax(" RETURN ")
			shape, err := c.onePath(f)
			c.Syntax(" }")
			return listShape{item: shape, required: true}, err
		})
	})
}

type pathClauses struct {
	*writer
	from, to    party
	where       any
	hops, first int
	q           question // asOf and knownAt
}

// match finds the shortest paths: actors xs and the claims cs between them, with ys the actors that each claim leads
// to. Of several senses of the names the nearest pair counts. Most actors are one or two claims apart, and there a look
// at both ends' claims costs a tenth of a search; Neo4j searches only where that finds nothing.
func (c pathClauses) match() error {
	c.Syntax("MATCH ")
	c.party("a", c.from)
	c.Syntax(" WITH collect(a) AS ends MATCH ")
	c.party("b", c.to)
	c.Syntax(" UNWIND ends AS a WITH a, b WHERE a <> b WITH collect([a, b]) AS pairs")
	for _, way := range []struct {
		from int // the fewest hops that it finds
		find func() error
	}{{1, c.direct}, {2, c.overOne}, {3, c.overTwo}, {4, c.farther}} {
		if c.hops < way.from {
			continue
		}
		found := "ways" + strconv.Itoa(way.from)
		if way.from == 1 {
			c.Syntax(" CALL (pairs) { WITH pairs")
		} else {
			c.Syntax(" CALL (pairs, found) { WITH pairs WHERE found = []")
		}
		c.Syntax(" UNWIND pairs AS ends WITH ends[0] AS a, ends[1] AS b")
		if way.from == 3 {
			c.fewerFirst()
		} else {
			c.Syntax(" MATCH ")
		}
		if err := way.find(); err != nil {
			return err
		}
		c.Syntax(" RETURN collect(w) AS ", found, " } WITH pairs, ")
		if way.from > 1 {
			c.Syntax("found + ")
		}
		c.Syntax(found, " AS found")
	}
	c.Syntax(" UNWIND found AS w WITH w.xs AS xs, w.cs AS cs, w.ys AS ys ORDER BY [n IN cs | n.id] LIMIT ").
		Param(int64(c.first))
	return nil
}

// fewerFirst exchanges a and b where b has fewer claims; turned tells that.
func (c pathClauses) fewerFirst() {
	c.Syntax(" WITH a, b, COUNT { (a)<-[:SUBJECT|OBJECT]-() } > COUNT { (b)<-[:SUBJECT|OBJECT]-() } AS turned" +
		" WITH CASE WHEN turned THEN b ELSE a END AS a, CASE WHEN turned THEN a ELSE b END AS b, turned")
}

// direct writes the claims between a and b.
func (c pathClauses) direct() error {
	c.Syntax("(a)<-[:SUBJECT|OBJECT]-(c:Claim)-[:SUBJECT|OBJECT]->(b) WHERE ")
	if err := c.passable("c"); err != nil {
		return err
	}
	c.Syntax(" WITH DISTINCT a, b, c ORDER BY c.id LIMIT ").Param(int64(c.first))
	c.Syntax(" WITH {xs: [a], cs: [c], ys: [b]} AS w")
	return nil
}

// overOne writes the ways over one actor y, from both ends' claims at once: the hint keeps Neo4j from following all of
// a's neighbours on.
func (c pathClauses) overOne() error {
	c.Syntax("(a)<-[:SUBJECT|OBJECT]-(c:Claim)-[:SUBJECT|OBJECT]->(y:Entity)" +
		"<-[:SUBJECT|OBJECT]-(d:Claim)-[:SUBJECT|OBJECT]->(b) USING JOIN ON y WHERE ")
	for i, claim := range []string{"c", "d"} {
		if i > 0 {
			c.Syntax(" AND ")
		}
		if err := c.passable(claim); err != nil {
			return err
		}
	}
	c.Syntax(" WITH DISTINCT a, b, c, d, y ORDER BY c.id, d.id LIMIT ").Param(int64(c.first))
	c.Syntax(" WITH {xs: [a, y], cs: [c, d], ys: [y, b]} AS w")
	return nil
}

// overTwo writes the ways over two actors y and z, the first that are found. It goes two claims far from the end of
// fewer claims until it meets the neighbours of the other, so that a popular actor's neighbours are not followed on.
// Each step is a subquery of its own: put together, Neo4j's planner now and then begins with all claims.
func (c pathClauses) overTwo() error {
	if err := c.step("b", "e", "z", ""); err != nil {
		return err
	}
	c.Syntax(" RETURN collect(DISTINCT z) AS others }")
	if err := c.step("a", "c", "y", "others"); err != nil {
		return err
	}
	c.Syntax(" WITH DISTINCT c, y, others")
	if err := c.step("y", "d", "z", ""); err != nil {
		return err
	}
	c.Syntax(" RETURN d, z } WITH c, y, d, z, others WHERE z IN others LIMIT ").Param(int64(c.first))
	c.Syntax(" RETURN collect({c: c, y: y, d: d, z: z}) AS met } WITH a, b, turned, met, [m IN met | m.z] AS last")
	if err := c.step("b", "e", "z", "last"); err != nil {
		return err
	}
	c.Syntax(" AND z IN last RETURN collect({z: z, e: e}) AS ends } UNWIND met AS m").
		Syntax(" UNWIND [x IN ends WHERE x.z = m.z] AS x")
	c.Syntax(" WITH a, b, turned, m.c AS c, m.y AS y, m.d AS d, m.z AS z, x.e AS e LIMIT ").Param(int64(c.first))
	c.Syntax(" WITH CASE WHEN turned THEN {xs: [b, z, y], cs: [e, d, c], ys: [z, y, a]} " +
		"ELSE {xs: [a, y, z], cs: [c, d, e], ys: [y, z, b]} END AS w")
	return nil
}

// step begins a subquery that goes from an actor over a claim to another; more names a variable that it takes along.
func (c pathClauses) step(from, claim, to, more string) error {
	c.Syntax(" CALL (", from)
	if more != "" {
		c.Syntax(", ", more)
	}
	c.Syntax(") { MATCH (", from, ")<-[:SUBJECT|OBJECT]-(", claim, ":Claim)-[:SUBJECT|OBJECT]->(", to, ":Entity) WHERE ")
	return c.passable(claim)
}

// farther writes the ways over three actors and more, the shortest of them.
func (c pathClauses) farther() error {
	c.Syntax("p = SHORTEST ", strconv.Itoa(max(c.first, 1)),
		" (a) ((x:Entity)<-[:SUBJECT|OBJECT]-(c:Claim)-[:SUBJECT|OBJECT]->(y:Entity) WHERE ")
	if err := c.passable("c"); err != nil {
		return err
	}
	c.Syntax("){1,", strconv.Itoa(c.hops), "} (b)")
	c.Syntax(" WITH collect({xs: x, cs: c, ys: y}) AS every, min(size(c)) AS shortest UNWIND [w IN every WHERE " +
		"size(w.cs) = shortest] AS w WITH w")
	return nil
}

// passable writes the condition for a way to lead over a claim.
func (c pathClauses) passable(claim string) error {
	c.Ident(claim).Syntax(".statements > 0 AND NOT ").Ident(claim).Syntax(":Lapsed AND ")
	if c.timed() {
		c.Syntax("EXISTS { ")
		c.makers(claim, "s")
		c.Syntax(" } AND ")
	}
	return c.allOf(claim, "Claim", c.where, 0)
}

func (c pathClauses) timed() bool { return c.q.AsOf != "" || c.q.KnownAt != "" }

// makers writes a MATCH of the statements that make a claim and stand, at the time that is asked for.
func (c pathClauses) makers(claim, statement string) {
	if !c.timed() {
		c.current(claim, statement)
		return
	}
	c.Syntax("MATCH (").Ident(claim).Syntax(")<-[:ASSERTS]-(").Ident(statement).
		Syntax(":Statement)-[:FROM]->(art:Article) WHERE ")
	c.standingAt(statement, c.q.KnownAt)
	if c.q.AsOf != "" {
		c.Syntax(" AND coalesce(").Ident(claim).Syntax(".occurredOn, ").Ident(statement).Syntax(".date) <= ").
			Param(c.q.AsOf.UpTo())
	}
	if c.q.KnownAt != "" {
		c.Syntax(" AND coalesce(").Ident(statement).
			Syntax(".knownFrom, nullIf(art.publishedAt, ''), art.retrievedAt, '') <= ").Param(c.q.KnownAt.UpTo())
	}
}

func (c pathClauses) onePath(f Selection) (Shape, error) {
	return c.slots(f, func(s Selection) (Shape, error) {
		if s.Name == "length" {
			c.Syntax("size(cs)")
			return scalarShape{required: true}, nil
		}
		// hops
		c.Syntax("COLLECT { UNWIND range(0, size(cs) - 1) AS i WITH i, xs[i] AS x, ys[i] AS y, cs[i] AS c ORDER BY i RETURN ")
		shape, err := c.hop(s)
		c.Syntax(" }")
		return listShape{item: shape, required: true}, err
	})
}

func (c pathClauses) hop(f Selection) (Shape, error) {
	return c.slots(f, func(s Selection) (Shape, error) {
		switch s.Name {
		case "from":
			return c.value("x", "Actor", s, true)
		case "to":
			return c.value("y", "Actor", s, true)
		case "claim":
			return c.value("c", "Claim", s, true)
		case "evidence":
			return c.best(s, func(n string) { c.makers("c", n) })
		}
		c.Syntax("EXISTS { (x)<-[:SUBJECT]-(c) }") // forward
		return scalarShape{required: true}, nil
	})
}
