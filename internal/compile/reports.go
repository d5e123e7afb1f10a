package compile

import "sayso/internal/kg"

// reportClauses writes answers that are made from reports: assertions of claims by statements, found once and read by
// every part of the answer.
//
// A report is a map: a the actor, t the target (null where it is only words), text those words, predicate, negated, s
// the statement, modality, day (when it happened, or else was said), origin, article, own (the predicate is one that
// was asked for, not just of its family), c (the claim) and m (the edge by which the statement makes it), where an
// answer reads them, and stands (it counts: current, not negated and asserted, unless the question takes others too).
type reportClauses struct {
	*writer
	q      question
	over   string // what the parts read: reports, and what was made of them
	own    []any  // the predicates asked for, nil for all
	family []any  // all positions on the same question, for the status
	after  []any  // those of the family that nobody takes without having done before what is asked for
	given  []any  // those of the family that others of it imply, which are taken: RECOGNIZED, by WITHDREW_RECOGNITION
	taken  []any
	more   func() // writes what else is made of the reports before the parts
	order  rowOrder
	few    bool // only reports of claims that the first rows can be made of are wanted
	doers  bool // it is asked who did it, so that those whom no text names answer too
}

func (w *writer) reportsOf(q question) reportClauses {
	c := reportClauses{writer: w, q: q, over: "reports"}
	seen := map[kg.PredicateID]bool{}
	for _, p := range q.predicates {
		c.own = append(c.own, string(p))
		for _, f := range w.atlas.vocabulary.Implying(p) {
			c.after = append(c.after, string(f))
		}
		for _, f := range w.atlas.vocabulary.Family(p) {
			if !seen[f] {
				seen[f] = true
				c.family = append(c.family, string(f))
				c.takenBack(f)
			}
		}
	}
	if len(q.predicates) == 0 {
		for _, p := range w.atlas.vocabulary.All() {
			c.takenBack(p.ID)
		}
	}
	return c
}

// takenBack notes a predicate that others take back, and those.
func (c *reportClauses) takenBack(p kg.PredicateID) {
	by := c.atlas.vocabulary.Implying(p)
	for _, t := range by {
		c.taken = append(c.taken, string(t))
	}
	if len(by) > 0 {
		c.given = append(c.given, string(p))
	}
}

// part is one field of an answer.
type part struct {
	// write writes "… WITH expression AS row", over the reports; the rows become the field's value, or with single the one
	// row.
	write  func(f Selection) (Shape, error)
	single bool
	// apart writes an expression instead, for fields that need no reports.
	apart func(f Selection) (Shape, error)
	// alone is like apart, for fields that can do without the reports where these are not all read.
	alone func(f Selection) (Shape, error)
}

// answer writes the whole query: the reports, a subquery for each part made from them, and the row.
func (c reportClauses) answer(s Selection, parts map[string]part) (Shape, error) {
	fields := s.of(s.Type)
	if c.few = c.fromEdges(fields, parts); c.few {
		for name, p := range parts {
			if p.alone != nil {
				parts[name] = part{apart: p.alone}
			}
		}
	}
	shapes, variables := make([]Shape, len(fields)), make([]string, len(fields))
	for i, f := range fields {
		p := parts[f.Name]
		if p.write == nil {
			continue
		}
		if !c.Begun() {
			c.reports(c.wanted(s))
			if c.more != nil {
				c.more()
			}
		}
		variables[i] = c.Fresh("p")
		c.Syntax(" CALL (", c.over, ") { ")
		var err error
		if shapes[i], err = p.write(f); err != nil {
			return nil, err
		}
		if p.single {
			c.Syntax(" RETURN head(collect(row)) AS ").Ident(variables[i]).Syntax(" }")
		} else {
			c.Syntax(" RETURN collect(row) AS ").Ident(variables[i]).Syntax(" }")
		}
	}
	shape := &objectShape{required: true}
	if c.Begun() {
		c.Syntax(" ")
	}
	c.Syntax("RETURN [")
	for i, f := range fields {
		if i > 0 {
			c.Syntax(", ")
		}
		switch apart := parts[f.Name].apart; {
		case variables[i] != "":
			c.Ident(variables[i])
		case apart != nil:
			var err error
			if shapes[i], err = apart(f); err != nil {
				return nil, err
			}
		case f.Name != "__typename":
			return nil, kg.Errorf(kg.Internal, "%s has no plan for its field %s", s.Type, f.Name)
		default:
			c.Syntax("null")
			shapes[i] = constString(s.Type)
		}
		shape.add(f.Alias, i, shapes[i])
	}
	c.Syntax("] AS data")
	return shape, nil
}

// wanted gives the keys of a report that not every answer reads.
func (c reportClauses) wanted(s Selection) map[string]bool {
	wanted := map[string]bool{
		"negated": c.q.claims, "modality": c.q.claims || c.q.IncludeNonFactual, "m": c.q.claims, "c": c.q.claims,
	}
	for _, f := range s.of(s.Type) {
		switch f.Name {
		case "leftOut", "absence":
			wanted["negated"], wanted["modality"] = true, true
		case "rows":
			wanted["m"] = wanted["m"] || c.takes() || len(f.children(f.Type, "assertedBy")) > 0
			wanted["c"] = wanted["c"] || c.takes()
			wanted["modality"] = wanted["modality"] || len(f.children(f.Type, "assertedBy")) > 0
			for _, n := range c.counted(f) {
				wanted[n.property] = true
			}
		}
	}
	return wanted
}

// reports writes the one pass over the graph.
func (c reportClauses) reports(wanted map[string]bool) {
	if c.few {
		c.candidates()
	}
	c.match()
	actor, target := "a", "t"
	if c.q.either {
		actor, target = "CASE WHEN x:SUBJECT THEN a ELSE t END", "CASE WHEN x:SUBJECT THEN t ELSE a END"
	}
	c.Syntax(" WITH c, s, art, ")
	if wanted["m"] {
		c.Syntax("m, ")
	}
	c.Syntax("m.modality AS modality, ", actor, " AS a, ", target, " AS t, ")
	if c.q.either {
		c.Syntax("a AS one, t AS two, ")
	}
	c.Syntax("coalesce(c.occurredOn, s.date) AS day, ")
	c.counts()
	c.Syntax(" AS stands ORDER BY day, c.predicate, s.id")
	c.Syntax(" WITH collect({a: a, t: t, predicate: c.predicate, s: s, day: day, stands: stands")
	for _, extra := range []struct{ key, value string }{
		{"negated", "c.negated"}, {"modality", "modality"}, {"origin", "art.originId"}, {"article", "art.id"},
	} {
		if wanted[extra.key] {
			c.Syntax(", ", extra.key, ": ", extra.value)
		}
	}
	c.Syntax(", own: ")
	if c.narrowed() {
		c.Syntax("c.predicate IN ").Param(c.own)
	} else {
		c.Syntax("true")
	}
	if wanted["m"] {
		c.Syntax(", m: m")
	}
	if c.q.textTargets {
		c.Syntax(", text: c.objectText")
	}
	if wanted["c"] {
		c.Syntax(", c: c")
	}
	if c.q.either {
		c.Syntax(", one: one, two: two")
	}
	c.Syntax("}) AS reports")
}

// takes reports whether some positions of the family take others back.
func (c reportClauses) takes() bool { return len(c.taken) > 0 }

// impliers reports whether those who take back what is asked for answer too.
func (c reportClauses) impliers() bool { return c.narrowed() && len(c.after) > 0 }

// narrowed reports whether the reports have positions that were not asked for.
func (c reportClauses) narrowed() bool { return len(c.own) < len(c.family) }

// ends says from which actor the claims of a question are found, and to whom they lead.
type ends struct {
	known, other  string // variables: a, the actor, or t, the target
	first, second party  // who they are; second may be anybody
	from, to      string // their roles in the claims
	out           bool   // the known one is the subject, of claims that are not mirrored
	mirrored      []any  // predicates of which either may be the subject
	open          bool   // the other may be words
}

func (c reportClauses) ends() ends {
	q := c.q
	e := ends{known: "t", other: "a", from: "OBJECT", to: "SUBJECT", first: q.target, second: q.actor}
	if !e.first.given() || (q.textTargets && e.second.given()) {
		e = ends{known: "a", other: "t", from: "SUBJECT", to: "OBJECT", first: q.actor, second: q.target}
	}
	if q.inverse {
		e.from, e.to = e.to, e.from
	}
	e.out, e.mirrored = e.from == "SUBJECT", c.symmetric()
	if q.either || len(e.mirrored) > 0 {
		e.from, e.to = "SUBJECT|OBJECT", "SUBJECT|OBJECT"
	}
	e.open = q.textTargets && e.other == "t" && !e.second.given()
	return e
}

// match finds the actor a, the target t, claims c that tie them, and the statements s in articles art that make them.
func (c reportClauses) match() {
	e := c.ends()
	c.Syntax("MATCH ")
	c.party(e.known, e.first)
	c.Syntax("<-[x:", e.from, "]-(c:Claim)")
	if !e.open {
		c.Syntax("-[:", e.to, "]->")
		c.namedAfter(e.other, e.second)
	}
	c.Syntax(", (c)<-[m:ASSERTS]-(s:Statement)-[:FROM]->(art:Article)")
	c.conditions(e.known, e.mirrored)
	if e.open {
		c.Syntax(" OPTIONAL MATCH (c)-[:", e.to, "]->(t:Entity)")
		if len(e.mirrored) > 0 {
			c.Syntax(" WHERE t <> a")
		}
	}
}

// symmetric gives the predicates asked for that the target does too.
func (c reportClauses) symmetric() []any {
	var out []any
	for _, p := range c.q.predicates {
		if c.atlas.vocabulary.Symmetric(p) && !c.q.either {
			out = append(out, string(p))
		}
	}
	return out
}

// conditions writes the WHERE of match. Claims of predicates that are not mirrored must have the known party in the
// role that was asked for.
func (c reportClauses) conditions(known string, mirrored []any) {
	var conditions []func()
	if c.family != nil {
		conditions = append(conditions, func() { c.Syntax("c.predicate IN ").Param(c.family) })
	}
	if len(mirrored) > 0 {
		role := "SUBJECT"
		if (known == "t") != c.q.inverse {
			role = "OBJECT"
		}
		conditions = append(conditions, func() { c.Syntax("(x:", role, " OR c.predicate IN ").Param(mirrored).Syntax(")") })
	}
	c.where(append(conditions, c.limits("coalesce(c.occurredOn, s.date)")...)...)
}

// where writes conditions after a MATCH.
func (c reportClauses) where(conditions ...func()) {
	for i, condition := range conditions {
		if i == 0 {
			c.Syntax(" WHERE ")
		} else {
			c.Syntax(" AND ")
		}
		condition()
	}
}

// limits gives the conditions that asOf and knownAt set on a day and on the article art.
func (c reportClauses) limits(day string) []func() {
	var out []func()
	if c.q.AsOf != "" {
		out = append(out, func() { c.Syntax(day, " <= ").Param(c.q.AsOf.UpTo()) })
	}
	if c.q.KnownAt != "" {
		out = append(out, func() {
			c.Syntax("coalesce(s.knownFrom, nullIf(art.publishedAt, ''), art.retrievedAt, '') <= ").Param(c.q.KnownAt.UpTo())
		})
	}
	return append(out, c.sourceLimits(day)...)
}

// counts is the condition for a report to count.
func (c reportClauses) counts() {
	c.standing("s")
	if !c.q.positions {
		c.Syntax(" AND NOT c.negated")
	}
	if !c.q.IncludeNonFactual {
		c.Syntax(" AND m.modality = 'ASSERTED'")
	}
}
