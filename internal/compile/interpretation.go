package compile

import "sayso/internal/kg"

// constant takes a slot for a value that is known beforehand.
func (w *writer) constant(v any) (Shape, error) {
	w.Syntax("null")
	return constJSON(v), nil
}

// interpretation writes how the question was understood. Only predicates and the senses of names come from the graph.
func (c *answerClauses) interpretation(f Selection) (Shape, error) {
	return c.writer.slots(f, func(s Selection) (Shape, error) {
		switch s.Name {
		case "question":
			return c.constant(c.in.Question)
		case "kind":
			return c.constant(c.in.Kind)
		case "text":
			return c.constant(c.in.Text)
		case "negated":
			return c.constant(c.in.Negated)
		case "confidence":
			return c.constant(c.in.Confidence)
		case "search":
			return c.constant(c.in.Search)
		case "predicate", "predicates":
			return c.predicates(s)
		case "actor", "target", "speaker", "via":
			return c.named(s)
		case "alternatives":
			return c.alternatives(s)
		}
		if v := c.in.Values[s.Name]; v != "" {
			return c.constant(v)
		}
		return c.constant(nil)
	})
}

func (c *answerClauses) predicates(s Selection) (Shape, error) {
	ids := []any{}
	for _, id := range c.in.Predicates {
		ids = append(ids, string(id))
	}
	one := s.Name == "predicate"
	if one && len(ids) == 0 {
		return c.constant(nil)
	}
	if one {
		c.Syntax("head(COLLECT { MATCH (p:Predicate {id: ").Param(ids[0]).Syntax("}) RETURN ")
	} else {
		c.Syntax("COLLECT { UNWIND ").Param(ids).Syntax(" AS id MATCH (p:Predicate {id: id}) RETURN ")
	}
	shape, err := c.value("p", "Predicate", s, !one)
	c.Syntax(" }")
	if one {
		c.Syntax(")")
		return shape, err
	}
	return listShape{item: shape, required: true}, err
}

// named writes a name as it was written in the question.
func (c *answerClauses) named(s Selection) (Shape, error) {
	name := c.in.Names[s.Name]
	if name == "" {
		return c.constant(nil)
	}
	shape := &objectShape{required: true}
	for _, f := range s.of(s.Type) {
		text := name
		if f.Name == "__typename" {
			text = s.Type
		}
		shape.add(f.Alias, -1, constString(text))
	}
	c.Syntax("[]")
	return shape, nil
}

// mostSenses is how many actors of one name are offered as alternatives.
const mostSenses = 10

// alternatives writes other readings of the question, and then the senses of its names, those with the most claims
// first.
func (c *answerClauses) alternatives(s Selection) (Shape, error) {
	shape := &alternativesShape{typeName: s.Type, fields: s.of(s.Type), known: c.in.Alternatives, sense: c.in.Senses}
	c.Syntax("[")
	for _, in := range []string{"actor", "target"} {
		name := c.in.Names[in]
		if name == "" || c.in.Senses == nil {
			continue
		}
		if len(shape.places) > 0 {
			c.Syntax(", ")
		}
		shape.places = append(shape.places, in)
		c.Syntax("COLLECT { MATCH (:Name {folded: ").Param(kg.FoldName(name)).
			Syntax("})<-[:CALLED]-(e:Entity) WITH DISTINCT e ORDER BY ")
		c.Syntax("COUNT { (e)<-[:SUBJECT|OBJECT]-() } DESC, e.id LIMIT ").Param(int64(mostSenses)).
			Syntax(" RETURN [e.id, e.name, e.kind, e.description] }")
	}
	c.Syntax("]")
	return shape, nil
}

// alternativesShape writes the readings that are known beforehand, and one for each sense of a name that has several.
type alternativesShape struct {
	typeName string
	fields   []Selection
	known    []Alternative
	places   []string // the names whose senses the row lists
	sense    func(in string, s Sense) Alternative
}

func (a *alternativesShape) write(out *output, v any) error {
	all := append([]Alternative(nil), a.known...)
	lists, _ := v.([]any)
	for i, list := range lists {
		senses, _ := list.([]any)
		if len(senses) < 2 || i >= len(a.places) {
			continue
		}
		for _, item := range senses {
			row, _ := item.([]any)
			if len(row) == 4 {
				all = append(all, a.sense(a.places[i], Sense{textOf(row[0]), textOf(row[1]), textOf(row[2]), textOf(row[3])}))
			}
		}
	}
	writeList(out, all, func(alternative Alternative) {
		writeFields(out, a.fields, a.typeName,
			map[string]any{"text": alternative.Text, "graphql": alternative.GraphQL, "reading": alternative.Reading,
				"actorId": idOrNull(alternative.ActorID), "targetId": idOrNull(alternative.TargetID)})
	})
	return nil
}

// idOrNull gives an id, nil for none.
func idOrNull(id string) any {
	if id == "" {
		return nil
	}
	return id
}
