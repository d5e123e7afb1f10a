package compile

// whoDid plans the root field whoDid.
func (a *Atlas) whoDid(s Selection) (Plan, error) {
	q, err := a.questionOf(s.Args)
	if err != nil {
		return Plan{}, err
	}
	words, _ := s.Args["predicate"].(string)
	if q.predicates, q.inverse, err = a.vocabulary.FindEither(words); err != nil {
		return Plan{}, err
	}
	if q.target, err = partyOf(s.Name, s.Args, "target", "targetId", true); err != nil {
		return Plan{}, err
	}
	return a.write(s, func(w *writer) (Shape, error) {
		c := w.reportsOf(q)
		return c.answer(s, c.whoDidParts())
	})
}

// whoDidParts are the fields that every answer to who did something has.
func (c reportClauses) whoDidParts() map[string]part {
	return map[string]part{
		"predicates": c.predicates(),
		"inverse":    c.fixed(c.q.inverse),
		"target":     c.senses("t"),
		"rows":       {write: c.actorRows},
		"leftOut":    c.leftOut(),
		"absence":    c.absence(),
	}
}

// actorRows groups the reports by target and actor. The status is the latest position of the family; dates and counts are of the predicates
// asked for.
func (c reportClauses) actorRows(f Selection) (Shape, error) {
	c.Syntax("UNWIND reports AS r WITH r WHERE r.stands WITH r.t AS t, r.a AS a, collect(r) AS every")
	own, counted := "every", c.counted(f)
	switch {
	case c.impliers(): // who took something back has done it before, whether a statement says so or not
		own = "CASE WHEN any(x IN every WHERE x.own) THEN [x IN every WHERE x.own] ELSE [x IN every WHERE x.after] END"
		for _, n := range counted {
			c.Syntax(", coalesce(nullIf(count(DISTINCT CASE WHEN r.own THEN r.", n.property, " END), 0), count(DISTINCT CASE WHEN r.after THEN r.", n.property, " END)) AS ", n.name)
		}
	case c.narrowed():
		own = "[x IN every WHERE x.own]"
		for _, n := range counted {
			c.Syntax(", count(DISTINCT CASE WHEN r.own THEN r.", n.property, " END) AS ", n.name)
		}
	default:
		for _, n := range counted {
			c.Syntax(", count(DISTINCT r.", n.property, ") AS ", n.name)
		}
	}
	c.Syntax(" WITH t, a, last(every).predicate AS status, ", own, " AS own")
	c.carry(counted)
	c.Syntax(" WHERE size(own) > 0 WITH t, a, status, own, [x IN own WHERE x.day > '' | x.day] AS days")
	c.carry(counted)
	c.Syntax(" ORDER BY head(days), a.name, a.id, t.id LIMIT ").Param(int64(c.q.First))
	shape, err := c.cells(f, c.cell)
	return listShape{item: shape, required: true}, err
}
