package compile

import (
	"slices"
	"strings"
)

// mostGroupings is how many things rows are grouped by at most.
const mostGroupings = 3

// aggregated is one thing that aggregate counts: the variable and type of its nodes, its where, its date, and the way from it to statements s, claims c
// and articles a.
type aggregated struct {
	v, typeName, where, date string
	paths                    []aggregatePath
	fits                     []string // groupings of the thing itself, beside those over the paths
}

// aggregatePath leads to one more variable.
type aggregatePath struct{ v, pattern string }

var (
	toClaims   = aggregatePath{"c", "(s)-[:ASSERTS]->(c:Claim)"}
	toArticles = aggregatePath{"a", "(s)-[:FROM]->(a:Article)"}
)

var aggregates = map[string]aggregated{
	"STATEMENTS": {"s", "Statement", "statements", "date", []aggregatePath{toClaims, toArticles}, []string{"YEAR", "MONTH", "DAY"}},
	"CLAIMS":     {"c", "Claim", "claims", "firstOn", []aggregatePath{{"s", "(c)<-[:ASSERTS]-(s:Statement)"}, toArticles}, []string{"YEAR", "MONTH", "DAY"}},
	"ARTICLES":   {"a", "Article", "articles", "publishedAt", []aggregatePath{{"s", "(a)<-[:FROM]-(s:Statement)"}, toClaims}, []string{"YEAR", "MONTH", "DAY"}},
	"ACTORS":     {"e", "Actor", "actors", "", []aggregatePath{{"s", "(e)<-[:SAID_BY]-(s:Statement)"}, toClaims, toArticles}, []string{"TYPE", "ACTOR_KIND"}},
}

// grouping is something to group by: a property of the variable on, or the node at the end of an edge from it.
type grouping struct {
	on, property, edge string
	node               string // the type of the edge's end
	digits             int    // of a date
}

var groupings = map[string]grouping{
	"SPEAKER": {on: "s", edge: "SAID_BY", node: "Actor"}, "OUTLET": {on: "a", edge: "PUBLISHED_BY", node: "Organization"},
	"PREDICATE": {on: "c", edge: "OF", node: "Predicate"}, "SUBJECT": {on: "c", edge: "SUBJECT", node: "Actor"}, "OBJECT": {on: "c", edge: "OBJECT", node: "Actor"},
	"KIND": {on: "s", property: "kind"}, "FORM": {on: "s", property: "form"}, "STATUS": {on: "s", property: "status"}, "REVIEW": {on: "s", property: "review"},
	"MODALITY": {on: "s", property: "modality"}, "LANGUAGE": {on: "a", property: "language"}, "ORIGIN": {on: "a", property: "originId"},
	"NEGATED": {on: "c", property: "negated"}, "UNIT": {on: "c", property: "unit"}, "YEAR": {digits: 4}, "MONTH": {digits: 7}, "DAY": {digits: 10},
	"TYPE": {on: "e", property: "type"}, "ACTOR_KIND": {on: "e", property: "kind"},
}

// measures are the counts of a row, with what each is over, and the variable that it needs; the figures are made of the quantities of claims.
var measures = []struct{ name, v, of string }{
	{"speakers", "s", "speaker"}, {"origins", "a", "a.originId"}, {"articles", "a", "a"}, {"statements", "s", "s"}, {"claims", "c", "c"},
}

var figures = []string{"min", "max", "sum", "avg"}

// aggregate plans the root field aggregate.
func (a *Atlas) aggregate(s Selection) (Plan, error) {
	name := textOf(s.Args["of"])
	c := aggregateClauses{of: aggregates[name], by: textsOf(s.Args["by"]), having: s.Args["having"]}
	if len(c.by) > mostGroupings {
		return Plan{}, invalid("by names %d groupings, at most %d are taken", len(c.by), mostGroupings)
	}
	for i, by := range c.by {
		if !c.of.takes(by) {
			return Plan{}, invalid("%s cannot be grouped by %s; they can be by %s", name, by, strings.Join(c.of.all(), ", "))
		}
		if slices.Contains(c.by[:i], by) {
			return Plan{}, invalid("by names %s twice", by)
		}
	}
	wheres, _ := s.Args["where"].(map[string]any)
	for given := range wheres {
		if given != c.of.where {
			return Plan{}, invalid("of is %s, so where takes %s, not %s", name, c.of.where, given)
		}
	}
	c.where = wheres[c.of.where]
	var err error
	if c.limit, err = rowsOf(s.Args["first"], defaultAnswer, largestPage); err != nil {
		return Plan{}, err
	}
	if c.order, err = aggregateOrder(s.Args["orderBy"]); err != nil {
		return Plan{}, err
	}
	c.needs = c.needed(s)
	return a.plan(s, func(w *writer) (Shape, error) {
		c.writer = w
		return c.answer(s)
	})
}

// takes tells whether the thing can be grouped so.
func (of aggregated) takes(by string) bool { return slices.Contains(of.all(), by) }

// all lists what the thing can be grouped by, in alphabetical order.
func (of aggregated) all() []string {
	var out []string
	for name, g := range groupings {
		over := g.on != "" && g.on != "e" && of.v != "e"
		if over || slices.Contains(of.fits, name) {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// aggregateOrder reads orderBy: pairs of a measure, or key, and whether it descends.
func aggregateOrder(arg any) ([]orderKey, error) {
	var keys []orderKey
	for _, item := range asList(arg) {
		object, _ := item.(map[string]any)
		if len(object) != 1 {
			return nil, invalid("each object in orderBy names one key, as in [{count: DESC}, {key: ASC}]")
		}
		for name, direction := range object {
			keys = append(keys, orderKey{property: name, desc: direction == "DESC"})
		}
	}
	if len(keys) == 0 {
		keys = []orderKey{{property: "count", desc: true}}
	}
	return append(keys, orderKey{property: "key"}), nil
}

type aggregateClauses struct {
	*writer
	of     aggregated
	where  any
	by     []string
	having any
	order  []orderKey
	limit  int
	needs  map[string]bool
}

// needed are the measures that the answer reads, orders by or has conditions on.
func (c aggregateClauses) needed(s Selection) map[string]bool {
	out := map[string]bool{}
	for _, rows := range s.children(s.Type, "rows") {
		for _, f := range rows.of(rows.Type) {
			out[f.Name] = true
		}
	}
	for _, k := range c.order {
		out[k.property] = true
	}
	conditions, _ := c.having.(map[string]any)
	for name := range conditions {
		out[name] = true
	}
	return out
}

func (c aggregateClauses) needsFigures() bool {
	return slices.ContainsFunc(figures, func(name string) bool { return c.needs[name] })
}

// variables are those of the paths that have to be walked.
func (c aggregateClauses) variables() map[string]bool {
	out := map[string]bool{"c": c.needsFigures()}
	for _, m := range measures {
		out[m.v] = out[m.v] || c.needs[m.name]
	}
	for _, by := range c.by {
		if on := groupings[by].on; on != "" {
			out[on] = true
		}
	}
	for _, v := range []string{"a", "c"} { // what lies behind statements
		out["s"] = out["s"] || (out[v] && v != c.of.v)
	}
	return out
}

// groups writes the clauses up to the groups: keys k0, k1 …, and d with the measures.
func (c aggregateClauses) groups() error {
	distinct, err := c.match(source{}, c.of.v, c.of.typeName, c.where)
	if err != nil {
		return err
	}
	if distinct != "" {
		c.Syntax(" WITH DISTINCT ", c.of.v)
	}
	wanted := c.variables()
	for _, p := range c.of.paths {
		if wanted[p.v] {
			c.Syntax(" OPTIONAL MATCH ", p.pattern)
		}
	}
	if c.needs["speakers"] {
		c.Syntax(" OPTIONAL MATCH (s)-[:SAID_BY]->(speaker:Entity)")
	}
	for i, by := range c.by {
		if g := groupings[by]; g.edge != "" {
			c.Syntax(" OPTIONAL MATCH (", g.on, ")-[:", g.edge, "]->(", keyVariable(i), ":").Ident(c.atlas.types[g.node].label).Syntax(")")
		}
	}
	c.measure()
	return c.conditions()
}

func keyVariable(i int) string { return "k" + string(rune('0'+i)) }

// measure groups and counts.
func (c aggregateClauses) measure() {
	c.Syntax(" WITH ")
	for i, by := range c.by {
		switch g := groupings[by]; {
		case g.edge != "":
			c.Syntax(keyVariable(i))
		case g.digits > 0:
			c.Syntax("CASE WHEN size(", c.of.v, ".", c.of.date, ") >= ").Param(int64(g.digits)).Syntax(" THEN left(", c.of.v, ".", c.of.date, ", ").Param(int64(g.digits))
			c.Syntax(") END AS ", keyVariable(i))
		default:
			c.Syntax("toString(", g.on, ".", g.property, ") AS ", keyVariable(i))
		}
		c.Syntax(", ")
	}
	c.Syntax("count(DISTINCT ", c.of.v, ") AS count")
	for _, m := range measures {
		if c.needs[m.name] {
			c.Syntax(", count(DISTINCT ", m.of, ") AS ", m.name)
		}
	}
	if c.needsFigures() {
		c.Syntax(", collect(DISTINCT c) AS cs CALL (cs) { UNWIND cs AS x RETURN min(x.quantity) AS least, max(x.quantity) AS most, sum(x.quantity) AS total, avg(x.quantity) AS mean, count(x.quantity) AS told }")
	}
	c.Syntax(" WITH ")
	for i := range c.by {
		c.Syntax(keyVariable(i), ", ")
	}
	c.Syntax("{count: count")
	for _, m := range measures {
		if c.needs[m.name] {
			c.Syntax(", ", m.name, ": ", m.name)
		}
	}
	if c.needsFigures() {
		c.Syntax(", min: least, max: most, sum: CASE WHEN told > 0 THEN total END, avg: mean")
	}
	c.Syntax("} AS d")
}

// conditions writes what the groups must fulfil.
func (c aggregateClauses) conditions() error {
	given, _ := c.having.(map[string]any)
	written := 0
	for _, in := range c.atlas.inputs["AggregateHaving"].Fields {
		value := given[in.Name]
		if value == nil {
			continue
		}
		if written == 0 {
			c.Syntax(" WHERE ")
		}
		c.and(&written)
		if err := c.compare(operandOf{v: "d", property: in.Name}, in, value); err != nil {
			return err
		}
	}
	return nil
}

// answer writes [rows, groups].
func (c aggregateClauses) answer(s Selection) (Shape, error) {
	return c.slots(s, func(f Selection) (Shape, error) {
		if f.Name == "groups" {
			c.Syntax("COUNT { ")
			err := c.groups()
			c.Syntax(" RETURN d }")
			return scalarShape{required: true}, err
		}
		c.Syntax("COLLECT { ")
		if err := c.groups(); err != nil {
			return nil, err
		}
		c.ordered()
		c.Syntax(" LIMIT ").Param(int64(c.limit)).Syntax(" RETURN ")
		shape, err := c.slots(f, c.field)
		c.Syntax(" }")
		return listShape{item: shape, required: true}, err
	})
}

// ordered writes the order, keys as they read.
func (c aggregateClauses) ordered() {
	c.Syntax(" WITH d")
	for i := range c.by {
		c.Syntax(", ", keyVariable(i))
	}
	c.Syntax(" ORDER BY ")
	written := 0
	for _, k := range c.order {
		var exprs []func()
		if k.property == "key" {
			for i := range c.by {
				exprs = append(exprs, func() { c.keyValue(i) })
			}
		} else {
			exprs = append(exprs, func() { c.property("d", k) })
		}
		for _, write := range exprs {
			if written > 0 {
				c.Syntax(", ")
			}
			written++
			write()
			if k.desc {
				c.Syntax(" DESC")
			}
		}
	}
	for i, by := range c.by { // two of one name
		if groupings[by].edge != "" {
			c.Syntax(", ", keyVariable(i), ".id")
		}
	}
}

// keyValue writes a key as it reads.
func (c aggregateClauses) keyValue(i int) {
	c.Syntax(keyVariable(i))
	switch groupings[c.by[i]].node {
	case "":
	case "Predicate":
		c.Syntax(".id")
	default:
		c.Syntax(".name")
	}
}

func (c aggregateClauses) field(s Selection) (Shape, error) {
	if s.Name != "keys" {
		c.Syntax("d.").Ident(s.Name)
		return scalarShape{required: !slices.Contains(figures, s.Name)}, nil
	}
	shape := tupleShape{}
	c.Syntax("[")
	for i, by := range c.by {
		if i > 0 {
			c.Syntax(", ")
		}
		key, err := c.slots(s, func(f Selection) (Shape, error) { return c.key(i, by, f) })
		if err != nil {
			return nil, err
		}
		shape = append(shape, key)
	}
	c.Syntax("]")
	return shape, nil
}

func (c aggregateClauses) key(i int, by string, f Selection) (Shape, error) {
	node := groupings[by].node
	switch {
	case f.Name == "value":
		c.keyValue(i)
		return scalarShape{}, nil
	case f.Name == "node" && node != "":
		types := c.atlas.types[node].abstract
		if types == nil {
			types = []string{node}
		}
		return c.byType(keyVariable(i), types, f, false)
	}
	c.Syntax("null")
	if f.Name == "by" {
		return constString(by), nil
	}
	return scalarShape{}, nil
}

// tupleShape writes a list whose places each have a shape.
type tupleShape []Shape

func (t tupleShape) write(out *output, v any) error {
	items, _ := v.([]any)
	out.syntax("[")
	for i, shape := range t {
		if i > 0 {
			out.syntax(",")
		}
		var item any
		if i < len(items) {
			item = items[i]
		}
		if err := out.child(shape, item, nil, i); err != nil {
			return err
		}
	}
	out.syntax("]")
	return nil
}
