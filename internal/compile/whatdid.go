package compile

// whatDid plans the root field whatDid.
func (a *Atlas) whatDid(s Selection) (Plan, error) {
	q, err := a.questionOf(s.Args)
	if err != nil {
		return Plan{}, err
	}
	if q.actor, err = partyOf(s.Name, s.Args, "actor", "actorId", true); err != nil {
		return Plan{}, err
	}
	if q.target, err = partyOf(s.Name, s.Args, "target", "targetId", false); err != nil {
		return Plan{}, err
	}
	q.textTargets = true
	actor, target := "a", "t"
	if words, given := s.Args["predicate"].(string); given {
		var inverse bool
		if q.predicates, inverse, err = a.vocabulary.FindEither(words); err != nil {
			return Plan{}, err
		}
		if inverse { // "what was Donetsk recognized by" asks for the rows whose target is Donetsk
			q.actor, q.target, actor, target = q.target, q.actor, target, actor
		}
	}
	asked := q.actor
	if actor == "t" {
		asked = q.target
	}
	askedTarget := s.Args["target"] != nil || s.Args["targetId"] != nil
	return a.write(s, func(w *writer) (Shape, error) {
		c := w.reportsOf(q)
		c.order = byLastDay
		return c.answer(s, map[string]part{
			"predicates": c.predicates(),
			"actor":      c.senses(actor),
			"senses":     c.allSenses(asked, actor),
			"target":     c.sensesIf(askedTarget, target),
			"rows":       {write: c.deeds},
			"leftOut":    c.leftOut(),
			"absence":    c.absence(),
		})
	})
}

// between plans the root field between.
func (a *Atlas) between(s Selection) (Plan, error) {
	q, err := a.questionOf(s.Args)
	if err != nil {
		return Plan{}, err
	}
	if q.actor, err = partyOf(s.Name, s.Args, "a", "aId", true); err != nil {
		return Plan{}, err
	}
	if q.target, err = partyOf(s.Name, s.Args, "b", "bId", true); err != nil {
		return Plan{}, err
	}
	q.either, q.textTargets = true, true
	if words, given := s.Args["predicate"].(string); given {
		if q.predicates, _, err = a.vocabulary.FindEither(words); err != nil {
			return Plan{}, err
		}
	}
	return a.write(s, func(w *writer) (Shape, error) {
		c := w.reportsOf(q)
		c.order = byLastDay
		return c.answer(s, map[string]part{
			"predicates": c.predicates(),
			"a":          c.senses("one"),
			"b":          c.senses("two"),
			"rows":       {write: c.deeds},
			"leftOut":    c.leftOut(),
			"absence":    c.absence(),
			"statements": {apart: c.words},
		})
	})
}

// deeds groups the reports by actor, predicate and target, latest first. The status is the latest position of the actor
// towards the target within the predicate's family.
func (c reportClauses) deeds(f Selection) (Shape, error) {
	c.inFamilies()
	c.Syntax(" WHERE r.stands")
	c.Syntax(" WITH r.a AS a, r.t AS t, CASE WHEN r.t IS NULL THEN r.text END AS text, family, collect(r) AS every WITH " +
		"a, t, text, every, ")
	c.status()
	c.Syntax(" AS status UNWIND every AS r WITH a, t, text, status, r WHERE r.own WITH a, t, text, status, r.predicate " +
		"AS predicate, collect(r) AS own")
	counted := c.counted(f)
	for _, n := range counted {
		c.Syntax(", count(DISTINCT r.", n.property, ") AS ", n.name)
	}
	c.dated("a, t, text, status, predicate, own", counted)
	c.Syntax(" ORDER BY coalesce(last(days), '') DESC, a.name, a.id, predicate, t.name, t.id, text")
	variables := []string{"a", "t", "text", "status", "predicate", "own", "modality", "days"}
	for _, n := range counted {
		variables = append(variables, n.name)
	}
	c.firstRows(variables...)
	shape, err := c.cells(f, c.cell)
	return listShape{item: shape, required: true}, err
}

// inFamilies takes the reports apart, each r with the family of its predicate.
func (c reportClauses) inFamilies() {
	families := map[string]any{}
	for _, p := range c.atlas.vocabulary.All() {
		if p.Family != "" {
			families[string(p.ID)] = p.Family
		}
	}
	c.Syntax("UNWIND reports AS r WITH r, coalesce(").Param(families).Syntax("[r.predicate], r.predicate) AS family")
}

// words writes what one of the two said and that mentions the other, newest first.
func (c reportClauses) words(f Selection) (Shape, error) {
	n := c.Fresh("n")
	c.Syntax("COLLECT { ")
	c.parties("MENTIONS|SAID_BY", "(s:Statement)")
	c.Syntax(" MATCH (s)-[:FROM]->(art:Article)")
	conditions := append(c.limits("s.date"), func() { c.standing("s") })
	if stances, _ := f.Args["includeStances"].(bool); !stances {
		conditions = append(conditions, func() { c.Syntax("s.kind <> 'STANCE'") })
	}
	c.where(append(conditions, func() {
		c.Syntax("(EXISTS { (s)-[:SAID_BY]->(a) } AND EXISTS { (s)-[:MENTIONS]->(t) } OR EXISTS { (s)-[:SAID_BY]->(t) } " +
			"AND EXISTS { (s)-[:MENTIONS]->(a) })")
	})...)
	c.Syntax(" WITH DISTINCT s AS ").Ident(n).Syntax(" ORDER BY ").Ident(n).Syntax(".date DESC, ").Ident(n).Syntax(".id")
	if err := c.window(f.Args, defaultPage); err != nil {
		return nil, err
	}
	c.Syntax(" RETURN ")
	shape, err := c.value(n, "Statement", f, true)
	c.Syntax(" }")
	return listShape{item: shape, required: true}, err
}
