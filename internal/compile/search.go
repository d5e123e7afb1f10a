package compile

import (
	"slices"

	"sayso/internal/kg"
	"sayso/internal/search"
)

// Sounds gives the keys under which names of a type that sound alike meet.
type Sounds func(t kg.EntityType, names ...string) []string

// Hearing gives the same atlas with search across scripts.
func (a *Atlas) Hearing(sounds Sounds) *Atlas {
	with := *a
	with.sounds = sounds
	return &with
}

// searchKeys is the order of what search finds: what fits best first.
var searchKeys = []orderKey{{property: "score", desc: true, filled: true}, {property: "id", desc: true, filled: true}}

// searched are the indexes that search looks in, and the types that each holds.
var searched = []struct {
	index, where, typeName string
	types                  []string
}{
	{"actor_text", "actors", "Actor", []string{"Organization", "Person", "Place"}},
	{"statement_text", "statements", "Statement", []string{"Statement"}},
	{"article_text", "articles", "Article", []string{"Article"}},
}

// search plans the root field search.
func (a *Atlas) search(s Selection) (Plan, error) {
	text, _ := s.Args["query"].(string)
	query, err := search.Parse(text)
	if err != nil {
		return Plan{}, err
	}
	least, ok := asFloat(s.Args["atLeast"])
	if s.Args["atLeast"] != nil && (!ok || least < 0 || least > 1) {
		return Plan{}, invalid("atLeast is %v; it must be 0 to 1", s.Args["atLeast"])
	}
	p, err := pageBy(s.Type+" "+text, searchKeys, s.Args)
	if err != nil {
		return Plan{}, err
	}
	return a.plan(s, func(w *writer) (Shape, error) {
		c := searchClauses{writer: w, query: query, types: textsOf(s.Args["types"])}
		c.where, _ = s.Args["where"].(map[string]any)
		c.least = least
		c.sounds = a.soundsOf(query)
		return listing{writer: w, keys: searchKeys, page: p, match: c.match, keep: "n", node: c.found}.write(s)
	})
}

// soundsOf gives the keys of the names that the query may be.
func (a *Atlas) soundsOf(q search.Query) []string {
	name, ok := q.Name()
	if a.sounds == nil || !ok {
		return nil
	}
	var keys []string
	for _, t := range []kg.EntityType{kg.Person, kg.Organization, kg.Place} {
		keys = append(keys, a.sounds(t, name)...)
	}
	return keys
}

func textsOf(list any) []string {
	var out []string
	for _, v := range asList(list) {
		out = append(out, textOf(v))
	}
	return out
}

type searchClauses struct {
	*writer
	query  search.Query
	types  []string // none: all
	where  map[string]any
	sounds []string
	least  float64 // the least score
}

// match finds the things n with their scores, each once.
func (c searchClauses) match(count bool) error {
	c.Syntax("CALL () { ")
	begun := false
	for _, in := range searched {
		if wanted := c.wanted(in.types); len(wanted) > 0 {
			if err := c.branches(&begun, in.index, in.typeName, c.where[in.where], wanted,
				len(wanted) < len(in.types)); err != nil {
				return err
			}
		}
	}
	if count && c.least == 0 {
		c.Syntax(" } RETURN DISTINCT n")
		return nil
	}
	c.Syntax(" } WITH n, max(score) AS score")
	if c.least > 0 {
		c.Syntax(" WHERE score >= ").Param(c.least)
	}
	if count {
		c.Syntax(" RETURN n")
		return nil
	}
	c.Syntax(" WITH n, {score: score, id: n.id} AS d")
	return nil
}

func (c searchClauses) wanted(types []string) []string {
	if len(c.types) == 0 {
		return types
	}
	var out []string
	for _, t := range types {
		if slices.Contains(c.types, t) {
			out = append(out, t)
		}
	}
	return out
}

// branches writes the ways in which things of one index are found: by the words, for actors by sound, and misspelled.
// Scores of one way never reach those of the one before; 5 is about what Lucene gives a good hit.
func (c searchClauses) branches(begun *bool, index, typeName string, where any, types []string, narrow bool) error {
	ways := []struct {
		lucene string
		score  string
	}{
		{c.query.Lucene(), "0.5 + 0.5 * s / (s + 5)"},
		{c.query.Fuzzy(), "0.25 * s / (s + 5)"},
	}
	if typeName == "Actor" {
		ways[0].lucene = c.query.Names()
	}
	for _, way := range ways {
		if way.lucene == "" {
			continue
		}
		c.union(begun)
		c.Syntax("CALL db.index.fulltext.queryNodes('", index, "', ").Param(way.lucene).
			Syntax(") YIELD node AS n, score AS s WITH n, s")
		if err := c.narrow(typeName, where, types, narrow); err != nil {
			return err
		}
		c.Syntax(" RETURN n, ", way.score, " AS score")
	}
	if typeName != "Actor" || len(c.sounds) == 0 {
		return nil
	}
	c.union(begun)
	c.Syntax("UNWIND ").Param(c.sounds).Syntax(" AS key MATCH (:Sound {key: key})<-[:SOUNDS]-(x) ")
	c.Syntax("MATCH (x)-[:MERGED_INTO]->{0,1}(n:Entity) WITH DISTINCT n")
	if err := c.narrow(typeName, where, types, narrow); err != nil {
		return err
	}
	c.Syntax(" WITH DISTINCT n, COUNT { (n)<-[:SUBJECT|OBJECT|SAID_BY]-() } AS known RETURN n, 0.25 + 0.24 * known / " +
		"(known + 10.0) AS score")
	return nil
}

func (c searchClauses) union(begun *bool) {
	if *begun {
		c.Syntax(" UNION ALL ")
	}
	*begun = true
}

// narrow writes the conditions on what was found.
func (c searchClauses) narrow(typeName string, where any, types []string, narrow bool) error {
	f := filter{w: c.writer}
	if narrow {
		f.add(func() error {
			c.Syntax("(")
			for i, t := range types {
				if i > 0 {
					c.Syntax(" OR ")
				}
				c.Syntax("n:").Ident(t)
			}
			c.Syntax(")")
			return nil
		})
	}
	f.conjunction("n", typeName, where)
	for _, condition := range c.holds("n", leavesOut(typeName,
		map[string]any{"where": where, "includeLapsed": c.lapsedToo})) {
		f.add(condition)
	}
	return f.write()
}

// found writes the thing, or a field of the edge that leads to it.
func (c searchClauses) found(s Selection) (Shape, error) {
	switch s.Name {
	case "node", "nodes":
		var types []string
		for _, in := range searched {
			types = append(types, c.wanted(in.types)...)
		}
		return c.byType("n", types, s, true)
	case "score":
		c.Syntax("d.score")
		return scalarShape{required: true}, nil
	case "passage":
		c.Syntax("n.text")
		return passageShape{c.query, s}, nil
	}
	most, err := rowsOf(s.Args["first"], 5, 100)
	c.Syntax("[n.name, n.aliases, n.quoteExact, n.title, n.text]")
	return highlightsShape{c.query, c.sounds, c.atlas.sounds, most, s}, err
}
