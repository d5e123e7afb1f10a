package compile

import "sayso/internal/kg"

// Interpretation is a question in English as it was understood, with the texts that reproduce the answer.
type Interpretation struct {
	Question string
	Asked    kg.WhoDid
	GraphQL  string
	Cypher   string
}

// CompileAnswer plans the root field ask.
func (a *Atlas) CompileAnswer(s Selection, in Interpretation) (Plan, error) {
	return a.write(s, func(w *writer) (Shape, error) {
		c := w.reportsOf(asQuestion(in.Asked))
		parts := c.whoDidParts()
		parts["interpretation"] = part{apart: func(f Selection) (Shape, error) { return c.interpretation(f, in) }}
		parts["graphql"], parts["cypher"] = c.fixed(in.GraphQL), c.fixed(in.Cypher)
		return c.answer(s, parts)
	})
}

// constant takes a slot for a value that is known beforehand.
func (c reportClauses) constant(v any) (Shape, error) {
	c.Syntax("null")
	return constJSON(v), nil
}

func (c reportClauses) interpretation(f Selection, in Interpretation) (Shape, error) {
	shape := &objectShape{required: true}
	c.Syntax("[")
	for i, s := range f.of(f.Type) {
		if i > 0 {
			c.Syntax(", ")
		}
		sub, err := c.interpreted(f.Type, s, in)
		if err != nil {
			return nil, err
		}
		shape.add(s.Alias, i, sub)
	}
	c.Syntax("]")
	return shape, nil
}

func (c reportClauses) interpreted(typeName string, s Selection, in Interpretation) (Shape, error) {
	switch s.Name {
	case "question":
		return c.constant(in.Question)
	case "predicate":
		c.Syntax("head(COLLECT { MATCH (p:Predicate {id: ").Param(string(in.Asked.Predicates[0])).Syntax("}) RETURN ")
		shape, err := c.value("p", "Predicate", s, true)
		c.Syntax(" })")
		return shape, err
	case "target":
		named := &objectShape{required: true}
		for _, f := range s.of(s.Type) {
			text := in.Asked.Target
			if f.Name == "__typename" {
				text = s.Type
			}
			named.add(f.Alias, -1, constString(text))
		}
		c.Syntax("[]")
		return named, nil
	case "asOf":
		if in.Asked.AsOf == "" {
			return c.constant(nil)
		}
		return c.constant(string(in.Asked.AsOf))
	}
	return c.constant(typeName)
}
