package compile

import "sayso/internal/kg"

// timeline plans the root field timeline.
func (a *Atlas) timeline(s Selection) (Plan, error) {
	q, err := a.questionOf(s.Args)
	if err != nil {
		return Plan{}, err
	}
	if q.actor, err = partyOf(s.Name, s.Args, "actor", "actorId", true); err != nil {
		return Plan{}, err
	}
	if q.target, err = partyOf(s.Name, s.Args, "target", "targetId", true); err != nil {
		return Plan{}, err
	}
	if q.predicates, err = a.positions(s.Args); err != nil {
		return Plan{}, err
	}
	var span [2]kg.Date
	for i, name := range []string{"from", "to"} {
		if span[i], err = a.DateOf(s.Args, name); err != nil {
			return Plan{}, err
		}
	}
	q.textTargets, q.claims, q.positions = true, true, true // the actor is looked up first; both are given
	if s.Args["includeNonFactual"] == nil {
		q.IncludeNonFactual = true
	}
	return a.write(s, func(w *writer) (Shape, error) {
		c := w.reportsOf(q)
		c.more, c.over = func() { c.entries(span[0], span[1]) }, "reports, entries"
		return c.answer(s, map[string]part{
			"actor":     c.senses("a"),
			"target":    c.senses("t"),
			"entries":   {write: c.positionRows},
			"reversals": {single: true, write: c.reversals},
			"leftOut":   c.leftOut(),
		})
	})
}

// positions reads which predicates a timeline is about: none for all.
func (a *Atlas) positions(args map[string]any) ([]kg.PredicateID, error) {
	words, byWords := args["predicate"].(string)
	family, byFamily := args["family"].(string)
	switch {
	case byWords && byFamily:
		return nil, invalid("timeline takes either a predicate or a family, not both")
	case byWords:
		ids, inverse, err := a.vocabulary.FindEither(words)
		if inverse {
			return nil, invalid("predicate: %q reads from the object; exchange actor and target and write %q", words, ids[0])
		}
		return ids, err
	case byFamily:
		return a.vocabulary.InFamily(family)
	}
	return nil, nil
}

// retold is how long after an event a report of it that names no day is taken to tell of it.
const retold = "P31D"

// acts writes the claim that each report r is taken to tell of: its own, or where it names no day the one that says the
// same with a day. A position that lasts is told of until the next; of events there may be many, so the day must be
// near, or the only one and the report's own unknown.
func (c reportClauses) acts() {
	lasting := []any{}
	for _, p := range c.atlas.vocabulary.All() {
		if c.atlas.vocabulary.Lasting(p.ID) {
			lasting = append(lasting, string(p.ID))
		}
	}
	c.Syntax(" WITH r.a AS a, r.t AS t, family, r.predicate AS predicate, r.negated AS negated, r.modality AS modality, ")
	c.Syntax("[r.c.role, r.c.quantity, r.c.unit, r.c.bound] AS told, collect(r) AS every, collect(DISTINCT CASE WHEN " +
		"r.c.occurredOn IS NOT NULL THEN r.c END) AS dated")
	c.Syntax(" UNWIND every AS r WITH a, t, family, modality, r, CASE WHEN r.c.occurredOn IS NOT NULL OR dated = [] " +
		"THEN r.c ")
	c.Syntax("WHEN r.predicate IN ").Param(lasting).Syntax(" THEN CASE WHEN any(w IN ").Param(holding).
		Syntax(" WHERE toLower(r.m.text) CONTAINS w) THEN r.c ")
	c.Syntax("ELSE coalesce(last([x IN dated WHERE x.occurredOn <= r.day]), head(dated)) END ")
	c.Syntax("WHEN coalesce(r.day, '') = '' THEN CASE WHEN size(dated) = 1 THEN head(dated) ELSE r.c END ")
	c.Syntax("ELSE coalesce(last([x IN dated WHERE x.occurredOn <= r.day AND (r.day STARTS WITH x.occurredOn ")
	c.Syntax("OR date(left(r.day, 10)) <= date(left(x.occurredOn, 10)) + duration('", retold, "'))]), r.c) END AS claim")
}

// entries groups the reports to positions: one claim with one modality on one day, with what tells of it without naming
// the day. A position reverses the asserted and dated one before it, of the same actor, target and family, when it is
// another predicate or the opposite of it. What lies outside from and to is compared with, and then left out.
func (c reportClauses) entries(from, to kg.Date) {
	c.Syntax(" CALL (reports) { ")
	c.inFamilies()
	c.Syntax(" WHERE r.stands")
	c.acts()
	c.Syntax(" WITH a, t, family, claim, modality, coalesce(claim.occurredOn, r.day) AS day, collect(r) AS said")
	c.Syntax(" WITH a, t, family, {a: a, t: t, claim: claim, modality: modality, day: nullIf(day, ''), said: said} AS " +
		"e, head(said) AS r ORDER BY day, r.predicate, claim.id, modality")
	c.Syntax(" WITH a, t, family, collect({e: e, predicate: r.predicate, negated: r.negated, own: r.own, placed: " +
		"e.modality = 'ASSERTED' AND e.day IS NOT NULL}) AS every")
	c.Syntax(" WITH [x IN every WHERE x.placed] AS placed, [x IN every WHERE NOT x.placed] AS rest")
	c.Syntax(" UNWIND [i IN range(0, size(placed) - 1) | [placed[i], i > 0 AND (placed[i - 1].predicate <> " +
		"placed[i].predicate OR placed[i - 1].negated <> placed[i].negated)]]")
	c.Syntax(" + [x IN rest | [x, false]] AS pair WITH pair[0] AS x, pair[1] AS reversal WHERE x.own")
	if from != "" {
		c.Syntax(" AND x.e.day >= ").Param(string(from))
	}
	if to != "" {
		c.Syntax(" AND x.e.day <= ").Param(to.UpTo())
	}
	c.Syntax(" WITH x, reversal ORDER BY x.e.day, x.predicate, x.e.claim.id, x.e.modality")
	c.Syntax(" RETURN collect({a: x.e.a, t: x.e.t, claim: x.e.claim, modality: x.e.modality, day: x.e.day, said: " +
		"x.e.said, predicate: x.predicate, negated: x.negated, reversal: reversal}) AS entries }")
}

func (c reportClauses) reversals(Selection) (Shape, error) {
	c.Syntax("WITH size([x IN entries WHERE x.reversal]) AS row")
	return scalarShape{required: true}, nil
}

// positionRows writes the positions in order of time, those without a date last.
func (c reportClauses) positionRows(f Selection) (Shape, error) {
	c.Syntax("UNWIND entries[0..").Param(int64(c.q.First)).
		Syntax("] AS e WITH e, e.a AS a, e.t AS t, e.claim AS claim, e.said AS said")
	shape, err := c.cells(f, func(s Selection) (Shape, error) {
		switch s.Name {
		case "actor":
			return c.value("a", "Actor", s, true)
		case "target":
			return c.value("t", "Actor", s, true)
		case "claim":
			return c.value("claim", "Claim", s, true)
		case "date":
			c.Syntax("e.day")
			return scalarShape{}, nil
		case "statements":
			return c.evidence(s, "said", "x.s")
		case "supersedes":
			n := c.Fresh("n")
			c.Syntax("COLLECT { MATCH (claim)-[:SUPERSEDES]->(").Ident(n).Syntax(":Claim) WITH DISTINCT ").Ident(n).
				Syntax(" ORDER BY ").Ident(n).Syntax(".id RETURN ")
			shape, err := c.value(n, "Claim", s, true)
			c.Syntax(" }")
			return listShape{item: shape, required: true}, err
		}
		c.Syntax("e.").Ident(s.Name) // predicate, negated, modality, reversal
		return scalarShape{required: true}, nil
	})
	return listShape{item: shape, required: true}, err
}
