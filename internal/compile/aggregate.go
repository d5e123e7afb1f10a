package compile

import (
	"slices"
	"strings"
)

// mostGroupings is how many things rows are grouped by at most.
const mostGroupings = 3

// aggregated is one thing that aggregate counts: the variable and type of its nodes, its where, its date, and the way
// from it to statements s, claims c and articles a.
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
	"STATEMENTS": {
		"s", "Statement", "statements", "date", []aggregatePath{toClaims, toArticles}, []string{"YEAR", "MONTH", "DAY"},
	},
	"CLAIMS": {
		"c", "Claim", "claims", "firstOn", []aggregatePath{{"s", "(c)<-[:ASSERTS]-(s:Statement)"}, toArticles},
		[]string{"YEAR", "MONTH", "DAY"},
	},
	"ARTICLES": {
		"a", "Article", "articles", "publishedAt", []aggregatePath{{"s", "(a)<-[:FROM]-(s:Statement)"}, toClaims},
		[]string{"YEAR", "MONTH", "DAY"},
	},
	"ACTORS": {
		"e", "Actor", "actors", "", []aggregatePath{{"s", "(e)<-[:SAID_BY]-(s:Statement)"}, toClaims, toArticles},
		[]string{"TYPE", "ACTOR_KIND"},
	},
}

// grouping is something to group by: a property of the variable on, or the node at the end of an edge from it.
type grouping struct {
	on, property, edge string
	node               string // the type of the edge's end
	digits             int    // of a date
}

var groupings = map[string]grouping{
	"SPEAKER": {on: "s", edge: "SAID_BY", node: "Actor"}, "VIA": {on: "s", edge: "VIA", node: "Actor"},
	"OUTLET":    {on: "a", edge: "PUBLISHED_BY", node: "Organization"},
	"PREDICATE": {on: "c", edge: "OF", node: "Predicate"}, "SUBJECT": {on: "c", edge: "SUBJECT", node: "Actor"},
	"OBJECT": {on: "c", edge: "OBJECT", node: "Actor"},
	"KIND":   {on: "s", property: "kind"}, "FORM": {on: "s", property: "form"}, "STATUS": {on: "s", property: "status"},
	"REVIEW":   {on: "s", property: "review"},
	"MODALITY": {on: "s", property: "modality"}, "LANGUAGE": {on: "a", property: "language"},
	"ORIGIN":  {on: "a", property: "originId"},
	"NEGATED": {on: "c", property: "negated"}, "UNIT": {on: "c", property: "unit"}, "YEAR": {digits: 4},
	"MONTH": {digits: 7}, "DAY": {digits: 10},
	"HAPPENED_YEAR":  {on: "c", property: "occurredOn", digits: 4},
	"HAPPENED_MONTH": {on: "c", property: "occurredOn", digits: 7},
	"HAPPENED_DAY":   {on: "c", property: "occurredOn", digits: 10},
	"TYPE":           {on: "e", property: "type"}, "ACTOR_KIND": {on: "e", property: "kind"},
}

// aggregate plans the root field aggregate.
func (a *Atlas) aggregate(s Selection) (Plan, error) {
	name := textOf(s.Args["of"])
	c := aggregateClauses{of: aggregates[name], by: textsOf(s.Args["by"]), having: s.Args["having"]}
	if err := c.checkBy(); err != nil {
		return Plan{}, err
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
	c.needs = c.needed(s.children(s.Type, "rows"))
	c.leavesOut = leavesOut("Statement", s.Args)
	return a.plan(s, func(w *writer) (Shape, error) {
		c.writer = w
		return c.answer(s)
	})
}

// checkBy refuses groupings that do not fit.
func (c aggregateClauses) checkBy() error {
	if len(c.by) > mostGroupings {
		return invalid("by names %d groupings, at most %d are taken, smaller groups inside of groups counted in", len(c.by),
			mostGroupings)
	}
	for i, by := range c.by {
		if !c.of.takes(by) {
			return invalid("what is counted cannot be grouped by %s; it can be by %s", by, strings.Join(c.of.all(), ", "))
		}
		if slices.Contains(c.by[:i], by) {
			return invalid("by names %s twice", by)
		}
	}
	return nil
}

// takes reports whether the thing can be grouped so.
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
	// leavesOut says that statements that do not hold any more, and claims that only such make, do not count.
	leavesOut bool
	// outer is how many of by are those of the groups around: rows of smaller groups do not repeat them.
	outer int
}

// needed are the measures that the answer reads, orders by or has conditions on.
func (c aggregateClauses) needed(lists []Selection) map[string]bool {
	out := map[string]bool{}
	for _, rows := range lists {
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

// variables are those of the paths that have to be walked.
func (c aggregateClauses) variables() map[string]bool {
	out := map[string]bool{}
	for _, s := range summaries {
		out[s.v] = len(c.summarized(s.names)) > 0
	}
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
	distinct, err := c.match(source{}, c.of.v, c.of.typeName, c.where,
		c.holds(c.of.v, c.leavesOut && lapses(c.of.typeName))...)
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
			if p.v == "s" && c.leavesOut {
				c.Syntax(" WHERE NOT s:Lapsed")
			}
		}
	}
	if c.needs["channels"] {
		c.Syntax(" OPTIONAL MATCH (s)-[:VIA]->(channel:Entity)")
	}
	if c.needs["speakers"] {
		c.Syntax(" OPTIONAL MATCH (s)-[:SAID_BY]->(speaker:Entity)")
	}
	for i, by := range c.by {
		if g := groupings[by]; g.edge != "" {
			c.Syntax(" OPTIONAL MATCH (", g.on, ")-[:", g.edge, "]->(", keyVariable(i), ":").Ident(c.atlas.types[g.node].label).
				Syntax(")")
		}
	}
	c.measure()
	return c.conditions()
}

func keyVariable(i int) string { return "k" + string(rune('0'+i)) }

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
