package compile

import (
	"strconv"

	"sayso/internal/kg"
)

// Interpretation is a question in English as it was understood, with what answers it.
type Interpretation struct {
	Question, Kind, Text string
	Search               string // the question's names and words as a query of the search
	Predicates           []kg.PredicateID
	Names                map[string]string // actor, target, speaker, via, as they were written
	Values               map[string]string // about, asOf, knownAt, from, to, moment
	Negated              bool
	Confidence           float64
	Alternatives         []Alternative
	// Senses makes an alternative of an actor that a name may mean: in is "actor" or "target".
	Senses func(in string, sense Sense) Alternative

	// Calls are the root fields that answer the question, Parts which of them gives each field of the answer.
	Calls           []Selection
	Parts           map[string]AnswerPart
	GraphQL, Cypher string
}

// AnswerPart is where a field of the answer comes from.
type AnswerPart struct {
	Call  int    // in the calls
	Child string // the field of the call's value; "" for all of it
}

// Alternative is another way to understand a question: another reading of it or, with an id, one sense of a name in it.
type Alternative struct {
	Text, GraphQL     string
	Reading           int    // its place among the readings, 0 for the surest
	ActorID, TargetID string // "" where it is no sense of that name
}

// Sense is one actor that a name may mean.
type Sense struct{ ID, Name, Kind, Description string }

// CompileAnswer plans the root field ask: each of its fields from a subquery that is the plan of a root field, all in
// one query.
func (a *Atlas) CompileAnswer(s Selection, in Interpretation) (Plan, error) {
	return a.write(s, func(w *writer) (Shape, error) {
		c := answerClauses{writer: w, in: in, shape: &objectShape{required: true}}
		for call := range in.Calls {
			if err := c.call(s, call); err != nil {
				return nil, err
			}
		}
		return c.finish(s)
	})
}

type answerClauses struct {
	*writer
	in    Interpretation
	slots []string           // variables that hold what subqueries gave
	from  map[int]answerSlot // by the place of a field among those selected
	shape *objectShape
}

// answerSlot is where the value of a field lies.
type answerSlot struct {
	slot  int
	shape Shape
}

// call writes the subqueries for the fields that one of the calls gives. Fields that are parts of its value share one.
func (c *answerClauses) call(s Selection, call int) error {
	if c.from == nil {
		c.from = map[int]answerSlot{}
	}
	root := c.in.Calls[call]
	var children []Selection
	var places []int
	for i, f := range s.of(s.Type) {
		part, fits := c.in.Parts[f.Name]
		switch {
		case !fits || part.Call != call:
		case part.Child == "":
			whole := f
			whole.Name, whole.Args = root.Name, merged(root.Args, f.Args)
			shape, err := c.subquery(whole)
			if err != nil {
				return err
			}
			c.from[i] = answerSlot{len(c.slots) - 1, shape}
		default:
			f.Name = part.Child
			children, places = append(children, f), append(places, i)
		}
	}
	if children == nil {
		return nil
	}
	shape, err := c.subquery(Selection{
		Name: root.Name, Args: root.Args, Type: root.Type, Fields: map[string][]Selection{root.Type: children},
	})
	if err != nil {
		return err
	}
	object, ok := shape.(*objectShape)
	if !ok || len(object.entries) != len(children) {
		return kg.Errorf(kg.Internal, "the plan of %s does not give its fields one by one", root.Name)
	}
	for k, i := range places {
		c.from[i] = answerSlot{len(c.slots) - 1, pickShape{object.entries[k]}}
	}
	return nil
}

// merged gives the arguments of a call, with those that the request gives itself.
func merged(call, request map[string]any) map[string]any {
	out := map[string]any{}
	for _, args := range []map[string]any{call, request} {
		for name, v := range args {
			if v != nil {
				out[name] = v
			}
		}
	}
	if request["last"] != nil || request["before"] != nil {
		delete(out, "first") // the call's own: the request reads from the end
	}
	return out
}

// subquery writes CALL () { the plan of a root field } and keeps its value in a variable.
func (c *answerClauses) subquery(s Selection) (Shape, error) {
	inner := *c.atlas
	inner.inside = c.writer
	plan, err := inner.Compile(s)
	if err != nil {
		return nil, err
	}
	if c.Begun() {
		c.Syntax(" ")
	}
	c.Syntax("CALL () { ", plan.Query.Text, " } WITH ")
	for _, v := range c.slots {
		c.Syntax(v, ", ")
	}
	name := "d" + strconv.Itoa(len(c.slots))
	c.Syntax("data AS ", name)
	c.slots = append(c.slots, name)
	return plan.Shape, nil
}

// pickShape writes one entry of an object from the object's row.
type pickShape struct{ entry }

func (p pickShape) write(out *output, v any) error {
	row, ok := v.([]any)
	if !ok || p.slot >= len(row) {
		return kg.Errorf(kg.Internal, "a row was expected, the graph gave %T", v)
	}
	if p.slot < 0 {
		return p.shape.write(out, row)
	}
	return p.shape.write(out, row[p.slot])
}

// finish writes the row of the answer: what the subqueries gave, and what is known beforehand.
func (c *answerClauses) finish(s Selection) (Shape, error) {
	if c.Begun() {
		c.Syntax(" ")
	}
	c.Syntax("RETURN [")
	for i, f := range s.of(s.Type) {
		if i > 0 {
			c.Syntax(", ")
		}
		if from, answered := c.from[i]; answered {
			c.Syntax(c.slots[from.slot])
			c.shape.add(f.Alias, i, from.shape)
			continue
		}
		var shape Shape
		var err error
		switch f.Name {
		case "interpretation":
			shape, err = c.interpretation(f)
		case "graphql":
			shape, err = c.constant(c.in.GraphQL)
		case "cypher":
			shape, err = c.constant(c.in.Cypher)
		case "__typename":
			shape, err = c.constant(s.Type)
		default:
			shape, err = c.constant(nil) // it does not fit the kind of the question
		}
		if err != nil {
			return nil, err
		}
		c.shape.add(f.Alias, i, shape)
	}
	c.Syntax("] AS data")
	return c.shape, nil
}
