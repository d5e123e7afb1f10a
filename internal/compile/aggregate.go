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
