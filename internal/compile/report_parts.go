package compile

import "strconv"

// senses writes the actors that stand in a place of the reports: every sense of a name that was asked for.
func (c reportClauses) senses(place string) part {
	return part{write: func(f Selection) (Shape, error) {
		n := c.Fresh("n")
		c.Syntax("UNWIND reports AS r WITH r WHERE r.own WITH DISTINCT r.", place, " AS ").Ident(n).Syntax(" ORDER BY ").
			Ident(n).Syntax(".name, ").Ident(n).Syntax(".id WITH ")
		shape, err := c.value(n, "Actor", f, true)
		c.Syntax(" AS row")
		return listShape{item: shape, required: true}, err
	}, alone: func(f Selection) (Shape, error) { return c.sensesAlone(place, f) }}
}

// sensesAlone writes the same from the graph: of a name's actors those of whom something is reported.
func (c reportClauses) sensesAlone(place string, f Selection) (Shape, error) {
	n, asked, known := c.Fresh("n"), c.q.actor, "a"
	if place == "t" || place == "two" {
		asked, known = c.q.target, "t"
	}
	c.Syntax("COLLECT { MATCH ")
	c.party(known, asked)
	c.Syntax(" WITH DISTINCT ").Ident(known).Syntax(" WHERE EXISTS { ")
	own := c
	own.family = c.own
	own.match()
	c.Syntax(" } WITH ").Ident(known).Syntax(" AS ").Ident(n).Syntax(" ORDER BY ").Ident(n).Syntax(".name, ").Ident(n).
		Syntax(".id RETURN ")
	shape, err := c.value(n, "Actor", f, true)
	c.Syntax(" }")
	return listShape{item: shape, required: true}, err
}

// allSenses writes every actor that bears a name that was asked for, those first of whom most reports tell, also those
// of whom none does.
func (c reportClauses) allSenses(asked party, place string) part {
	return part{write: func(f Selection) (Shape, error) {
		c.Syntax("MATCH ")
		c.party("e", asked)
		c.Syntax(" WITH DISTINCT e, reports WITH e, size([r IN reports WHERE r.own AND r.", place,
			" = e]) AS told ORDER BY told DESC, e.name, e.id")
		shape, err := c.cells(f, func(s Selection) (Shape, error) {
			switch s.Name {
			case "actor":
				return c.value("e", "Actor", s, true)
			case "reported":
				c.Syntax("told > 0")
			default:
				c.Syntax("told")
			}
			return scalarShape{required: true}, nil
		})
		return listShape{item: shape, required: true}, err
	}}
}

// sensesIf writes no actors where no name was asked for.
func (c reportClauses) sensesIf(asked bool, place string) part {
	if !asked {
		return c.fixed([]any{})
	}
	return c.senses(place)
}

// predicates writes the predicates that were asked for.
func (c reportClauses) predicates() part {
	return part{apart: func(f Selection) (Shape, error) {
		own := c.own
		if own == nil {
			own = []any{}
		}
		c.Syntax("COLLECT { UNWIND ").Param(own).Syntax(" AS id MATCH (p:Predicate {id: id}) RETURN ")
		shape, err := c.value("p", "Predicate", f, true)
		c.Syntax(" }")
		return listShape{item: shape, required: true}, err
	}}
}

// fixed is a part that is known beforehand.
func (c reportClauses) fixed(v any) part {
	return part{apart: func(Selection) (Shape, error) { return c.constant(v) }}
}

// cells writes [cell, cell, …] AS row for the fields of f.
func (c reportClauses) cells(f Selection, cell func(s Selection) (Shape, error)) (*objectShape, error) {
	c.Syntax(" WITH ")
	shape, err := c.slots(f, cell)
	c.Syntax(" AS row")
	return shape, err
}

// leftOut writes the reports that do not count, by the reason.
func (c reportClauses) leftOut() part {
	return part{write: func(f Selection) (Shape, error) {
		c.Syntax("UNWIND reports AS r WITH r WHERE r.own AND NOT r.stands")
		c.Syntax(" WITH r.modality AS modality, r.negated AS negated, r.s.status AS status, collect(DISTINCT r.s) AS said " +
			"ORDER BY modality, negated, status")
		shape, err := c.cells(f, func(s Selection) (Shape, error) {
			switch s.Name {
			case "count":
				c.Syntax("size(said)")
			case "evidence":
				return c.evidence(s, "said", "x")
			default: // modality, negated, status
				c.Ident(s.Name)
			}
			return scalarShape{required: true}, nil
		})
		return listShape{item: shape, required: true}, err
	}}
}

// evidence writes the statements of a list, surest first, then earliest. statement is how an item x leads to its
// statement.
func (c reportClauses) evidence(s Selection, list, statement string) (Shape, error) {
	n := c.Fresh("n")
	c.Syntax("COLLECT { UNWIND ", list, " AS x WITH DISTINCT ", statement, " AS ").Ident(n)
	return c.evidenceOf(s, n, c.q.IncludeNonFactual)
}

// firstRows keeps the first of sorted rows with the variables that are named, in place of LIMIT: each row of a part has
// the list of reports beside it, and Neo4j counts that list for every row that a LIMIT keeps, so that 200 rows of a
// popular actor would exceed its memory. A sort without a limit counts it once.
func (c reportClauses) firstRows(variables ...string) {
	kept, row := c.Fresh("kept"), c.Fresh("row")
	c.Syntax(" WITH collect([")
	for i, v := range variables {
		if i > 0 {
			c.Syntax(", ")
		}
		c.Ident(v)
	}
	c.Syntax("])[..").Param(int64(c.q.First)).Syntax("] AS ").Ident(kept)
	c.Syntax(" UNWIND ").Ident(kept).Syntax(" AS ").Ident(row).Syntax(" WITH ")
	for i, v := range variables {
		if i > 0 {
			c.Syntax(", ")
		}
		c.Ident(row).Syntax("[", strconv.Itoa(i), "] AS ").Ident(v)
	}
}

// assertedBy writes how the statements of a row's own reports make their claims, asserted ones first.
func (c reportClauses) assertedBy(s Selection) (Shape, error) {
	r, n := c.Fresh("r"), c.Fresh("n")
	c.Syntax("COLLECT { UNWIND own AS x WITH DISTINCT x.m AS ").Ident(r).Syntax(", x.s AS ").Ident(n).Syntax(" ORDER BY ").
		Ident(r).Syntax(".modality <> 'ASSERTED', ")
	c.Ident(n).Syntax(".confidence DESC, ").Ident(n).Syntax(".date, ").Ident(n).Syntax(".id, ").Ident(r).Syntax(".start")
	if err := c.window(s.Args, 5); err != nil {
		return nil, err
	}
	c.Syntax(" RETURN ")
	shape, err := c.edgeObject(r, n, c.atlas.types[s.Type], s.of(s.Type))
	c.Syntax(" }")
	return listShape{item: shape, required: true}, err
}

// counting is a field that counts how many values of a report's property a row has.
type counting struct{ name, property string }

// counted gives the countings that a row is asked for; they are made while its reports are gathered, which is quicker
// than a look at each list.
func (c reportClauses) counted(f Selection) []counting {
	var out []counting
	for _, n := range []counting{{"origins", "origin"}, {"articles", "article"}, {"statements", "s"}} {
		if len(f.children(f.Type, n.name)) > 0 {
			out = append(out, n)
		}
	}
	return out
}

// carry takes what was counted on to the next WITH.
func (c reportClauses) carry(counted []counting) {
	for _, n := range counted {
		c.Syntax(", ", n.name)
	}
}

// cell writes one field of a row about an actor a and a target t, with the row's own reports in own and their known
// days, in order, in days.
func (c reportClauses) cell(s Selection) (Shape, error) {
	switch s.Name {
	case "actor":
		return c.value("a", "Actor", s, true)
	case "target":
		if !c.q.textTargets {
			return c.value("t", "Actor", s, true)
		}
		c.Syntax("CASE WHEN t IS NOT NULL THEN ")
		shape, err := c.value("t", "Actor", s, false)
		c.Syntax(" END")
		return shape, err
	case "firstOn":
		c.Syntax("head(days)")
		return scalarShape{}, nil
	case "lastOn":
		c.Syntax("last(days)")
		return scalarShape{}, nil
	case "targetText":
		if c.q.textTargets {
			c.Syntax("text")
		} else {
			c.Syntax("null")
		}
		return scalarShape{}, nil
	case "predicate":
		if c.q.textTargets {
			c.Syntax("predicate")
		} else { // rows about an actor and a target gather all the predicates that were asked for
			c.Syntax("last(own).predicate")
		}
	case "evidence":
		return c.evidence(s, "own", "x.s")
	case "assertedBy":
		return c.assertedBy(s)
	default: // status, modality, predicate, and what is counted
		c.Ident(s.Name)
	}
	return scalarShape{required: true}, nil
}
