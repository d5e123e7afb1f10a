package compile

import (
	"strings"

	"sayso/internal/kg"
)

// largestNodes is how many ids nodes takes.
const largestNodes = 200

// Compile plans one root field of Query. ask is planned by CompileAnswer instead, for its question must be read first.
func (a *Atlas) Compile(s Selection) (Plan, error) {
	switch s.Name {
	case "node":
		return a.plan(s, func(w *writer) (Shape, error) { return w.nodeByID(s) })
	case "nodes":
		return a.plan(s, func(w *writer) (Shape, error) { return w.nodesByID(s) })
	case "actor":
		return a.plan(s, func(w *writer) (Shape, error) { return w.actor(s) })
	case "history":
		return a.plan(s, func(w *writer) (Shape, error) { return w.history(s) })
	case "whoDid":
		return a.whoDid(s)
	case "whatDid":
		return a.whatDid(s)
	case "between":
		return a.between(s)
	case "activity":
		return a.activity(s)
	case "neighbours":
		return a.neighbours(s)
	case "path":
		return a.path(s)
	case "disputes":
		return a.disputes(s)
	case "timeline":
		return a.timeline(s)
	case "search":
		return a.search(s)
	case "suggest":
		return a.suggest(s)
	case "aggregate":
		return a.aggregate(s)
	case "findQuote":
		return a.findQuote(s)
	}
	nodes := a.types[s.Type]
	if nodes == nil || nodes.fields["nodes"] == nil {
		return Plan{}, invalid("the field %q is not answered from the graph", s.Name)
	}
	return a.plan(s, func(w *writer) (Shape, error) { return w.connection(source{}, nodes.fields["nodes"].node, s) })
}

// plan runs clauses between RETURN and AS.
func (a *Atlas) plan(s Selection, clauses func(w *writer) (Shape, error)) (Plan, error) {
	return a.write(s, func(w *writer) (Shape, error) {
		w.Syntax("RETURN ")
		shape, err := clauses(w)
		w.Syntax(" AS data")
		return shape, err
	})
}

// write runs clauses that write the whole query.
func (a *Atlas) write(s Selection, clauses func(w *writer) (Shape, error)) (Plan, error) {
	w := &writer{atlas: a, lapsedToo: takesLapsed(s.Args)}
	if a.inside != nil {
		w.Writer = a.inside.Nested()
	}
	shape, err := clauses(w)
	if err != nil {
		return Plan{}, err
	}
	return Plan{Query: w.Query(s.Name), Shape: shape, DependsOnNow: a.dependsOnNow != nil && *a.dependsOnNow}, nil
}

// labelOf gives the label that an id's prefix stands for.
func labelOf(id string) string {
	prefix, _, found := strings.Cut(id, "_")
	if found {
		switch prefix {
		case "ent":
			return "Entity"
		case "art":
			return "Article"
		case "st":
			return "Statement"
		case "cl":
			return "Claim"
		case "ju":
			return "Judgement"
		case "ch":
			return "Change"
		case "ra":
			return "Rating"
		case "di":
			return "Dispute"
		}
	}
	return "Predicate"
}

// typesOf gives the object types whose nodes have the label.
func (a *Atlas) typesOf(label string) []string {
	if label == a.types["Actor"].label {
		return a.types["Actor"].abstract
	}
	return []string{label} // every other type is called like its label
}

// nodeByID writes the node of any type with the id.
func (w *writer) nodeByID(s Selection) (Shape, error) {
	id, _ := s.Args["id"].(string)
	n, label := w.Fresh("n"), labelOf(id)
	w.Syntax("head(COLLECT { ")
	if label == "Dispute" {
		one, two := sidesOf(id)
		shape, err := w.disputeByID(func() { w.Param(one) }, func() { w.Param(two) }, s)
		w.Syntax(" })")
		return shape, err
	}
	w.byID(n, label, id)
	w.Syntax(" RETURN ")
	shape, err := w.byType(n, w.atlas.typesOf(label), s, false)
	w.Syntax(" })")
	return shape, err
}

// byID finds the node with the id; for an actor that another one stands for, that one. It must come first in its
// subquery.
func (w *writer) byID(n, label, id string) {
	if label != "Entity" {
		w.Syntax("MATCH (").Ident(n).Syntax(":").Ident(label).Syntax(" {id: ").Param(id).Syntax("})")
		return
	}
	instead, shown := w.Fresh("n"), w.Fresh("id")
	w.Syntax("OPTIONAL MATCH (:Merged {id: ").Param(id).Syntax("})-[:MERGED_INTO]->(").Ident(instead).
		Syntax(":Entity) WITH coalesce(")
	w.Ident(instead).Syntax(".id, ").Param(id).Syntax(") AS ").Ident(shown)
	w.Syntax(" MATCH (").Ident(n).Syntax(":Entity {id: ").Ident(shown).Syntax("})")
}

// nodesByID writes a list that has, for each id, the node or null: a group for each label, put in order by the ids'
// places.
func (w *writer) nodesByID(s Selection) (Shape, error) {
	ids := asList(s.Args["ids"])
	if len(ids) > largestNodes {
		return nil, invalid("nodes takes at most %d ids, not %d", largestNodes, len(ids))
	}
	places := map[string][]any{}
	for i, id := range ids {
		text, _ := id.(string)
		at := map[string]any{"id": text, "place": int64(i)}
		if labelOf(text) == "Dispute" {
			at["one"], at["two"] = sidesOf(text)
		}
		places[labelOf(text)] = append(places[labelOf(text)], at)
	}
	shape := &nodesShape{count: len(ids)}
	w.Syntax("[")
	for _, label := range []string{
		"Entity", "Article", "Statement", "Claim", "Judgement", "Change", "Rating", "Dispute", "Predicate",
	} {
		if places[label] == nil {
			continue
		}
		if len(shape.groups) > 0 {
			w.Syntax(", ")
		}
		sub, err := w.group(label, places[label], s)
		if err != nil {
			return nil, err
		}
		shape.groups = append(shape.groups, sub)
	}
	w.Syntax("]")
	return shape, nil
}

// group writes [place, node] for the nodes of one label.
func (w *writer) group(label string, places []any, s Selection) (Shape, error) {
	n := w.Fresh("n")
	w.Syntax("COLLECT { UNWIND ").Param(places).Syntax(" AS at ")
	var shape Shape
	var err error
	if label == "Dispute" {
		w.Syntax("CALL (at) { ")
		shape, err = w.disputeByID(func() { w.Syntax("at.one") }, func() { w.Syntax("at.two") }, s)
		w.Syntax(" AS ").Ident(n).Syntax(" LIMIT 1 } RETURN [at.place, ").Ident(n)
	} else {
		w.Syntax("MATCH (").Ident(n).Syntax(":").Ident(label).Syntax(" {id: at.id}) RETURN [at.place, ")
		shape, err = w.byType(n, w.atlas.typesOf(label), s, false)
	}
	w.Syntax("] }")
	return shape, err
}

// nodesShape puts the groups of nodesByID back in the order of the ids.
type nodesShape struct {
	groups []Shape
	count  int
}

func (n *nodesShape) write(out *output, v any) error {
	type found struct {
		shape Shape
		node  any
	}
	items := make([]found, n.count)
	groups, _ := v.([]any)
	for i, group := range groups {
		rows, _ := group.([]any)
		for _, item := range rows {
			row, _ := item.([]any)
			if len(row) != 2 || i >= len(n.groups) {
				continue
			}
			if place, ok := asInt(row[0]); ok && place < len(items) {
				items[place] = found{n.groups[i], row[1]}
			}
		}
	}
	out.syntax("[")
	for i, item := range items {
		if i > 0 {
			out.syntax(",")
		}
		if item.shape == nil {
			out.syntax("null")
		} else if err := out.child(item.shape, item.node, nil, i); err != nil {
			return err
		}
	}
	out.syntax("]")
	return nil
}

// actor writes the actor with the id, or the one that the name means most likely: the name as it is written first, then
// the one with the most claims and statements.
func (w *writer) actor(s Selection) (Shape, error) {
	id, name := s.Args["id"], s.Args["name"]
	if (id == nil) == (name == nil) {
		return nil, invalid("actor takes either an id or a name")
	}
	n := w.Fresh("n")
	w.Syntax("head(COLLECT { ")
	if id != nil {
		w.byID(n, "Entity", textOf(id))
	} else {
		text, _ := name.(string)
		w.Syntax("MATCH (").Ident(n).Syntax(":Entity)-[:CALLED]->(:Name {folded: ").Param(kg.FoldName(text)).
			Syntax("}) WITH ").Ident(n)
		w.Syntax(" ORDER BY ").Ident(n).Syntax(".name = ").Param(text).Syntax(" DESC, COUNT { (").Ident(n)
		w.Syntax(")<-[:SUBJECT|OBJECT|SAID_BY]-() } DESC, ").Ident(n).Syntax(".id LIMIT 1")
	}
	w.Syntax(" RETURN ")
	shape, err := w.value(n, "Actor", s, false)
	w.Syntax(" })")
	return shape, err
}

// CompileByID plans the answer of a mutation: what s selects of the node with the id, which is of s's type.
func (a *Atlas) CompileByID(s Selection, id string) (Plan, error) {
	return a.plan(s, func(w *writer) (Shape, error) {
		n := w.Fresh("n")
		w.Syntax("head(COLLECT { MATCH (").Ident(n).Syntax(":").Ident(w.atlas.types[s.Type].label).Syntax(" {id: ").Param(id).
			Syntax("}) RETURN ")
		shape, err := w.value(n, s.Type, s, false)
		w.Syntax(" })")
		return shape, err
	})
}

// history writes the changes that concern the thing with the id. Actors that others stand for and articles that were
// deleted have theirs too.
func (w *writer) history(s Selection) (Shape, error) {
	id, _ := s.Args["id"].(string)
	n, label := w.Fresh("n"), labelOf(id)
	w.Syntax("head(COLLECT { CALL () { MATCH (").Ident(n).Syntax(":").Ident(label).Syntax(" {id: ").Param(id).
		Syntax("}) RETURN ").Ident(n)
	if gone := map[string]string{"Entity": "Merged", "Article": "Deleted"}[label]; gone != "" {
		w.Syntax(" UNION MATCH (").Ident(n).Syntax(":", gone, " {id: ").Param(id).Syntax("}) RETURN ").Ident(n)
	}
	w.Syntax(" } RETURN ")
	shape, err := w.connection(source{from: n, field: &field{kind: connectionField, edge: "CONCERNS", node: "Change"}},
		"Change", s)
	w.Syntax(" })")
	return orNull{shape}, err
}

// orNull is null where the graph has nothing, and otherwise what its shape makes of it.
type orNull struct{ Shape }

func (o orNull) write(out *output, v any) error {
	if v == nil {
		return out.null(false)
	}
	return o.Shape.write(out, v)
}

func textOf(v any) string { s, _ := v.(string); return s }
