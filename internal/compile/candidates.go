package compile

import (
	"slices"

	"sayso/internal/kg"
)

// rowOrder is what the rows of an answer are ordered by first.
type rowOrder int

const (
	unordered  rowOrder = iota // by nothing that the edges between actors say
	byFirstDay                 // actors, those first who did it first
	byLastDay                  // actors and predicates, the latest first
)

// candidates finds the claims that the first rows of an answer can be made of. It asks the edges between actors: there
// is one for each pair and predicate, which knows its claims and their first and last days. So of the thousands of
// claims about a popular actor only those are read that can be among the rows asked for; the rows are then made from
// these as they would be from all.
type candidates struct {
	reportClauses
	ends
}

// undated stands for the first day of claims without one: rows without a date come last.
const undated = "~"

// fromEdges reports whether the fields of an answer need no reports but those of its first rows, and no limit is set
// that the edges between actors know nothing of: each stands for the claims that are not negated and that a current
// statement asserts, whoever says so and whenever.
func (c reportClauses) fromEdges(fields []Selection, parts map[string]part) bool {
	if c.order == unordered || c.q.IncludeNonFactual || c.q.positions || c.q.limited() {
		return false
	}
	rows := false
	for _, f := range fields {
		p := parts[f.Name]
		rows = rows || f.Name == "rows"
		if f.Name != "rows" && p.write != nil && p.alone == nil {
			return false
		}
	}
	return rows
}

// candidates writes a subquery that gives the claims c.
func (c reportClauses) candidates() {
	k := candidates{c, c.ends()}
	c.Syntax("CALL () { ")
	k.actors()
	k.edges()
	if !k.second.given() {
		k.rows()
	}
	c.Syntax(" UNWIND r.claimIds AS id MATCH (c:Claim {id: id}) RETURN c")
	if k.open {
		c.Syntax(" UNION MATCH ")
		c.party(k.known, k.first)
		c.Syntax("<-[:", k.from, "]-(c:Claim)")
		k.withoutOther()
		c.Syntax(" RETURN c")
	}
	c.Syntax(" } ")
}

// withoutOther writes that the other end of a claim is no actor.
func (k candidates) withoutOther() {
	var conditions []func()
	if k.family != nil {
		conditions = append(conditions, func() { k.Syntax("c.predicate IN ").Param(k.family) })
	}
	k.where(append(conditions, func() {
		if len(k.mirrored) > 0 {
			k.Syntax("NOT EXISTS { (c)-[:", k.to, "]->(e:Entity) WHERE e <> ").Ident(k.known).Syntax(" }")
		} else {
			k.Syntax("COUNT { (c)-[:", k.to, "]->() } = 0")
		}
	})...)
}

// actors finds the known actor, and the other where it is known too.
func (k candidates) actors() {
	if k.second.given() {
		k.Syntax("MATCH ")
		k.party(k.other, k.second)
		k.Syntax(" WITH collect(").Ident(k.other).Syntax(") AS others ")
	}
	k.Syntax("MATCH ")
	k.party(k.known, k.first)
	if k.second.given() {
		k.Syntax(" UNWIND others AS ").Ident(k.other)
	}
}

// edges finds the edges r between them. What two do together has one edge, which may lead either way.
func (k candidates) edges() {
	together := k.family
	if !k.q.either {
		together = k.together()
	}
	k.Syntax(" CALL (").Ident(k.known)
	if k.second.given() {
		k.Syntax(", ").Ident(k.other)
	}
	k.Syntax(") { ")
	k.edge(k.out, k.family)
	if k.q.either || len(together) > 0 {
		k.Syntax(" UNION ALL ")
		k.edge(!k.out, together)
	}
	k.Syntax(" }")
}

// allPredicates lists the ids of the vocabulary.
func (k candidates) allPredicates() []any {
	var out []any
	for _, p := range k.atlas.vocabulary.All() {
		out = append(out, string(p.ID))
	}
	return out
}

// together lists the predicates of what two do together, among those that matter.
func (k candidates) together() []any {
	all := k.family
	if all == nil {
		all = k.allPredicates()
	}
	return slices.DeleteFunc(slices.Clone(all), func(p any) bool {
		return !k.atlas.vocabulary.Symmetric(kg.PredicateID(p.(string)))
	})
}

// edge writes the edges of some predicates, nil for all, that lead out of the known actor or to it.
func (k candidates) edge(out bool, predicates []any) {
	k.Syntax("MATCH (").Ident(k.known).Syntax(")")
	if !out {
		k.Syntax("<")
	}
	k.Syntax("-[r")
	for i, p := range predicates {
		k.Syntax([]string{":", "|"}[min(i, 1)]).Ident(p.(string))
	}
	k.Syntax("]-")
	if out {
		k.Syntax(">")
	}
	k.Syntax("(").Ident(k.other).Syntax(") RETURN r") // what is no edge between actors has neither claims nor days
	if !k.second.given() {
		k.Syntax(", ").Ident(k.other)
	}
}

// rows keeps the edges r of the pairs that the first rows can be made of: as many pairs as rows are asked for, by the
// day that orders them, and those that tie with the last of these.
func (k candidates) rows() {
	if k.order == byFirstDay && len(k.turned(k.after)) > 0 {
		return
	}
	k.Syntax(" WITH ").Ident(k.known).Syntax(", ").Ident(k.other).Syntax(", collect(r) AS edges, ")
	last := max(int64(k.q.First), 1) - 1
	if k.order == byFirstDay {
		k.firstDay()
		k.Syntax(" WITH collect([day, edges]) AS pairs UNWIND [p IN pairs WHERE size(pairs) <= ").Param(last)
		k.Syntax(" OR p[0] <= pairs[").Param(last).Syntax("][0]")
	} else {
		k.lastDay()
		k.Syntax(" WITH collect([day, edges, loose]) AS pairs UNWIND [p IN pairs WHERE size(pairs) <= ").Param(last)
		k.Syntax(" OR p[0] >= pairs[").Param(last).Syntax("][0] OR p[2] >= pairs[").Param(last).Syntax("][0]")
	}
	k.Syntax("] AS pair UNWIND pair[1] AS r")
}

// turned lists the predicates among some whose edges also stand for claims that the question does not take: what two do
// together, asked of one of them.
func (k candidates) turned(predicates []any) []any {
	var out []any
	for _, p := range predicates {
		if k.atlas.vocabulary.Symmetric(kg.PredicateID(p.(string))) && !slices.Contains(k.mirrored, p) {
			out = append(out, p)
		}
	}
	return out
}

// firstDay writes the first day on which an actor did what was asked for or, where it did not, took it back.
func (k candidates) firstDay() {
	day := " THEN coalesce(nullIf(r.firstOn, ''), '" + undated + "') END)"
	k.Syntax("coalesce(min(CASE WHEN type(r) IN ").Param(k.own).Syntax(day)
	if k.impliers() {
		k.Syntax(", min(CASE WHEN type(r) IN ").Param(k.after).Syntax(day)
	}
	k.Syntax(") AS day WITH edges, day WHERE day IS NOT NULL ORDER BY day")
}

// lastDay writes the last day on which an actor did what was asked for; loose is the same of edges that may know a
// later day than the claims that count.
func (k candidates) lastDay() {
	all := k.own
	if all == nil {
		all = k.allPredicates()
	}
	loose := k.turned(all)
	exact := slices.DeleteFunc(slices.Clone(all), func(p any) bool { return slices.Contains(loose, p) })
	k.Syntax("coalesce(max(CASE WHEN type(r) IN ").Param(exact).Syntax(" THEN r.lastOn END), '') AS day, ")
	k.Syntax("max(CASE WHEN type(r) IN ").Param(loose).Syntax(" THEN r.lastOn END) AS loose")
	k.Syntax(" WITH edges, day, loose ORDER BY day DESC")
}
