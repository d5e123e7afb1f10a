package compile

import (
	_ "embed" // for holding.txt

	"sayso/internal/kg"
)

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
		c.order, c.doers = byFirstDay, true
		return c.answer(s, c.whoDidParts())
	})
}

// whoDidParts are the fields that every answer to who did something has.
func (c reportClauses) whoDidParts() map[string]part {
	return map[string]part{
		"predicates": c.predicates(),
		"inverse":    c.fixed(c.q.inverse),
		"target":     c.senses("t"),
		"senses":     c.allSenses(c.q.target, "t"),
		"rows":       {write: c.actorRows},
		"unnamed":    {apart: c.unnamed},
		"leftOut":    c.leftOut(),
		"absence":    c.absence(),
	}
}

// actorRows groups the reports by target and actor. The status is the latest position of the family; dates and counts
// are of the predicates asked for.
func (c reportClauses) actorRows(f Selection) (Shape, error) {
	c.Syntax("UNWIND reports AS r WITH r WHERE r.stands WITH r.t AS t, r.a AS a, collect(r) AS every")
	counted := c.counted(f)
	for _, n := range counted {
		c.Syntax(", ")
		c.countOwn(n)
		c.Syntax(" AS ", n.name)
	}
	c.Syntax(" WITH t, a, ")
	c.status()
	c.Syntax(" AS status, ")
	c.ownReports()
	c.Syntax(" AS own")
	c.carry(counted)
	c.Syntax(" WHERE size(own) > 0")
	c.dated("t, a, status, own", counted)
	c.Syntax(" ORDER BY head(days), a.name, a.id, t.id")
	variables := []string{"t", "a", "status", "own", "modality", "days"}
	for _, n := range counted {
		variables = append(variables, n.name)
	}
	c.firstRows(variables...)
	shape, err := c.cells(f, c.cell)
	return listShape{item: shape, required: true}, err
}

// countOwn writes how many values of a property the reports of what was asked for have.
func (c reportClauses) countOwn(n counting) {
	switch {
	case c.impliers():
		c.Syntax("coalesce(nullIf(count(DISTINCT CASE WHEN r.own THEN r.", n.property,
			" END), 0), count(DISTINCT CASE WHEN r.predicate IN ").Param(c.after)
		c.Syntax(" THEN r.", n.property, " END))")
	case c.narrowed():
		c.Syntax("count(DISTINCT CASE WHEN r.own THEN r.", n.property, " END)")
	default:
		c.Syntax("count(DISTINCT r.", n.property, ")")
	}
}

// ownReports writes the reports of what was asked for, or where there are none those that take it back: who took
// something back has done it before, whether a statement says so or not.
func (c reportClauses) ownReports() {
	switch {
	case c.impliers():
		c.Syntax("CASE WHEN any(x IN every WHERE x.own) THEN [x IN every WHERE x.own] ELSE [x IN every WHERE x.predicate " +
			"IN ").Param(c.after).Syntax("] END")
	case c.narrowed():
		c.Syntax("[x IN every WHERE x.own]")
	default:
		c.Syntax("every")
	}
}

//go:embed holding.txt
var holdingFile string

// holding lists the words by which a statement says that a position is held now.
var holding = readLines(holdingFile)

// surest writes the most certain modality of a list of reports.
func (c reportClauses) surest(list string) {
	c.Syntax("head([y IN ").Param(modalities()).Syntax(" WHERE any(x IN ", list, " WHERE x.modality = y)])")
}

// modalities lists them, the most certain first.
func modalities() []any {
	var out []any
	for _, m := range append(kg.Modalities(), kg.Doubtful) {
		out = append(out, string(m))
	}
	return out
}

// dated writes a WITH of the variables, the modality of a row and the known days of its own reports, in order. Where
// reports of every modality are taken, only the surest of them tell a day: a hope is no first time.
func (c reportClauses) dated(variables string, counted []counting) {
	if !c.q.IncludeNonFactual {
		c.Syntax(" WITH ", variables, ", 'ASSERTED' AS modality, [x IN own WHERE x.day > '' | x.day] AS days")
		c.carry(counted)
		return
	}
	c.Syntax(" WITH ", variables, ", ")
	c.surest("own")
	c.Syntax(" AS modality")
	c.carry(counted)
	c.Syntax(" WITH ", variables, ", modality, [x IN own WHERE x.day > '' AND x.modality = modality | x.day] AS days")
	c.carry(counted)
}

// status writes the latest position of every, of the asserted ones where there are some. Once one has been taken back,
// a report of it without a date of its own that does not say that it still or again holds only tells of what was: "X,
// which recognized Y, …" is no new recognition.
func (c reportClauses) status() {
	if c.q.IncludeNonFactual {
		c.Syntax("head([every IN [CASE WHEN any(x IN every WHERE x.modality = 'ASSERTED') THEN [x IN every WHERE " +
			"x.modality = 'ASSERTED'] ELSE every END] | ")
		defer c.Syntax("])")
	}
	if !c.takes() {
		c.Syntax("last(every).predicate")
		return
	}
	c.Syntax("CASE WHEN none(x IN every WHERE x.predicate IN ").Param(c.taken)
	c.Syntax(") THEN last(every).predicate ELSE last([x IN every WHERE NOT x.predicate IN ").Param(c.given)
	c.Syntax(" OR x.c.occurredOn IS NOT NULL OR any(w IN ").Param(holding).
		Syntax(" WHERE toLower(x.m.text) CONTAINS w)]).predicate END")
}
