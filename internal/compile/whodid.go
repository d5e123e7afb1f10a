package compile

import "sayso/internal/kg"

// largestAnswer is how many rows whoDid gives at most.
const largestAnswer = 500

// whoDidQuestion reads the arguments of whoDid.
func (a *Atlas) whoDidQuestion(args map[string]any) (kg.WhoDid, error) {
	var q kg.WhoDid
	words, _ := args["predicate"].(string)
	var err error
	if q.Predicates, err = a.vocabulary.Find(words); err != nil {
		return q, err
	}
	q.Target, _ = args["target"].(string)
	q.TargetID, _ = args["targetId"].(string)
	if (q.Target == "") == (q.TargetID == "") {
		return q, invalid("whoDid takes either a target (a name) or a targetId")
	}
	q.IncludeNonFactual, _ = args["includeNonFactual"].(bool)
	for name, date := range map[string]*kg.Date{"asOf": &q.AsOf, "knownAt": &q.KnownAt} {
		if args[name] == nil {
			continue
		}
		text, err := a.date(name, args[name])
		if err != nil {
			return q, err
		}
		*date = kg.Date(text)
	}
	q.First = largestAnswer
	if args["first"] != nil {
		n, ok := asInt(args["first"])
		if !ok || n < 0 || n > largestAnswer {
			return q, invalid("first is %v; it must be 0 to %d", args["first"], largestAnswer)
		}
		q.First = n
	}
	return q, nil
}

// whoDidClauses writes the parts of one answer.
type whoDidClauses struct {
	*writer
	q      kg.WhoDid
	own    []any // the predicates asked for
	family []any // all positions on the same question, for the status
}

func (w *writer) clauses(q kg.WhoDid) whoDidClauses {
	c := whoDidClauses{writer: w, q: q}
	seen := map[kg.PredicateID]bool{}
	for _, p := range q.Predicates {
		c.own = append(c.own, string(p))
		for _, f := range w.atlas.vocabulary.Family(p) {
			if !seen[f] {
				seen[f] = true
				c.family = append(c.family, string(f))
			}
		}
	}
	return c
}

// whoDid writes the answer's row.
func (w *writer) whoDid(s Selection, q kg.WhoDid) (Shape, error) {
	c := w.clauses(q)
	return c.answer(s, map[string]func(Selection) (Shape, error){"predicates": c.predicates})
}

// answer writes [part, part, …] for the selected fields; more holds the parts that not every answer has.
func (c whoDidClauses) answer(s Selection, more map[string]func(Selection) (Shape, error)) (Shape, error) {
	shape := &objectShape{required: true}
	c.Syntax("[")
	for i, f := range s.of(s.Type) {
		if i > 0 {
			c.Syntax(", ")
		}
		sub, err := c.part(s.Type, f, more)
		if err != nil {
			return nil, err
		}
		shape.add(f.Alias, i, sub)
	}
	c.Syntax("]")
	return shape, nil
}

func (c whoDidClauses) part(typeName string, f Selection, more map[string]func(Selection) (Shape, error)) (Shape, error) {
	switch f.Name {
	case "__typename":
		c.Syntax("null")
		return constString(typeName), nil
	case "target":
		return c.senses(f)
	case "rows":
		return c.rows(f)
	case "leftOut":
		return c.leftOut(f)
	}
	return more[f.Name](f)
}

// match finds the target t, claims c about it by actor a, and the statements s in articles art that make them.
func (c whoDidClauses) match(predicates []any) {
	if c.q.TargetID != "" {
		c.Syntax("MATCH (t:Entity {id: ").Param(c.q.TargetID).Syntax("})")
	} else {
		c.Syntax("MATCH (:Name {folded: ").Param(kg.FoldName(c.q.Target)).Syntax("})<-[:CALLED]-(t:Entity)")
	}
	c.Syntax("<-[:OBJECT]-(c:Claim)-[:SUBJECT]->(a:Entity), (c)<-[m:ASSERTS]-(s:Statement)-[:FROM]->(art:Article) WHERE c.predicate IN ")
	c.Param(predicates)
	if c.q.AsOf != "" {
		c.Syntax(" AND coalesce(c.occurredOn, s.date) <= ").Param(c.q.AsOf.UpTo())
	}
	if c.q.KnownAt != "" {
		c.Syntax(" AND coalesce(nullIf(art.publishedAt, ''), art.retrievedAt, '') <= ").Param(c.q.KnownAt.UpTo())
	}
}

// counts is the condition for a report to count: it is current, not negated, and asserted unless the question takes others too.
func (c whoDidClauses) counts() {
	c.Syntax("s.status = 'CURRENT' AND NOT c.negated")
	if !c.q.IncludeNonFactual {
		c.Syntax(" AND m.modality = 'ASSERTED'")
	}
}

func (c whoDidClauses) senses(f Selection) (Shape, error) {
	c.Syntax("COLLECT { ")
	c.match(c.own)
	c.Syntax(" WITH DISTINCT t ORDER BY t.name, t.id RETURN ")
	shape, err := c.value("t", "Actor", f, true)
	c.Syntax(" }")
	return listShape{item: shape, required: true}, err
}

func (c whoDidClauses) predicates(f Selection) (Shape, error) {
	c.Syntax("COLLECT { UNWIND ").Param(c.own).Syntax(" AS id MATCH (p:Predicate {id: id}) RETURN ")
	shape, err := c.value("p", "Predicate", f, true)
	c.Syntax(" }")
	return listShape{item: shape, required: true}, err
}

func (c whoDidClauses) leftOut(f Selection) (Shape, error) {
	c.Syntax("COLLECT { ")
	c.match(c.own)
	c.Syntax(" AND NOT (")
	c.counts()
	c.Syntax(") WITH m.modality AS modality, c.negated AS negated, s.status AS status, count(DISTINCT s) AS n")
	c.Syntax(" ORDER BY modality, negated, status RETURN [")
	shape := &objectShape{required: true}
	columns := map[string]string{"modality": "modality", "negated": "negated", "status": "status", "count": "n"}
	c.scalars(shape, f, columns)
	c.Syntax("] }")
	return listShape{item: shape, required: true}, nil
}

// scalars writes the selected fields of f that are columns.
func (c whoDidClauses) scalars(shape *objectShape, f Selection, columns map[string]string) {
	for i, s := range f.of(f.Type) {
		if i > 0 {
			c.Syntax(", ")
		}
		if s.Name == "__typename" {
			c.Syntax("null")
			shape.add(s.Alias, i, constString(f.Type))
			continue
		}
		c.Ident(columns[s.Name])
		shape.add(s.Alias, i, scalarShape{required: true})
	}
}

// rows groups the reports by target and actor. The status is the latest position of the family; dates and counts are of the predicates
// asked for.
func (c whoDidClauses) rows(f Selection) (Shape, error) {
	c.Syntax("COLLECT { ")
	c.match(c.family)
	c.Syntax(" AND ")
	c.counts()
	c.Syntax(" WITH t, a, c, s, art, coalesce(c.occurredOn, s.date) AS day ORDER BY day, c.predicate, s.id")
	c.Syntax(" WITH t, a, collect({predicate: c.predicate, day: day, s: s, origin: art.originId, article: art.id}) AS every")
	c.Syntax(" WITH t, a, last(every).predicate AS status, [x IN every WHERE x.predicate IN ").Param(c.own).Syntax("] AS own WHERE size(own) > 0")
	c.Syntax(" WITH t, a, status, own, [x IN own WHERE x.day > '' | x.day] AS days")
	c.Syntax(" ORDER BY head(days), a.name, a.id, t.id LIMIT ").Param(int64(c.q.First)).Syntax(" RETURN [")
	shape := &objectShape{required: true}
	for i, s := range f.of(f.Type) {
		if i > 0 {
			c.Syntax(", ")
		}
		sub, err := c.cell(f.Type, s)
		if err != nil {
			return nil, err
		}
		shape.add(s.Alias, i, sub)
	}
	c.Syntax("] }")
	return listShape{item: shape, required: true}, nil
}

// cell writes one field of a row.
func (c whoDidClauses) cell(typeName string, s Selection) (Shape, error) {
	switch s.Name {
	case "actor":
		return c.value("a", "Actor", s, true)
	case "target":
		return c.value("t", "Actor", s, true)
	case "status":
		c.Syntax("status")
	case "firstOn":
		c.Syntax("head(days)")
	case "lastOn":
		c.Syntax("last(days)")
	case "origins":
		c.Syntax("COUNT { UNWIND own AS x RETURN DISTINCT x.origin }")
	case "articles":
		c.Syntax("COUNT { UNWIND own AS x RETURN DISTINCT x.article }")
	case "evidence":
		return c.evidence(s)
	default:
		c.Syntax("null")
		return constString(typeName), nil
	}
	return scalarShape{}, nil
}

// evidence writes the statements of a row, surest first, then earliest.
func (c whoDidClauses) evidence(s Selection) (Shape, error) {
	limit := 5
	if s.Args["first"] != nil {
		n, ok := asInt(s.Args["first"])
		if !ok || n < 0 || n > largestPage {
			return nil, invalid("first is %v; it must be 0 to %d", s.Args["first"], largestPage)
		}
		limit = n
	}
	n := c.Fresh("n")
	c.Syntax("COLLECT { UNWIND own AS x WITH DISTINCT x.s AS ").Ident(n).Syntax(" ORDER BY ").Ident(n).Syntax(".confidence DESC, ")
	c.Ident(n).Syntax(".date, ").Ident(n).Syntax(".id LIMIT ").Param(int64(limit)).Syntax(" RETURN ")
	shape, err := c.value(n, "Statement", s, true)
	c.Syntax(" }")
	return listShape{item: shape, required: true}, err
}
