package compile

import (
	"slices"
	"strings"

	"sayso/internal/search"
)

// suggest plans the root field suggest: names from the index of actors, and those of the few predicates.
func (a *Atlas) suggest(s Selection) (Plan, error) {
	prefix, _ := s.Args["prefix"].(string)
	limit, err := rowsOf(s.Args["first"], 10, largestPage)
	if err != nil {
		return Plan{}, err
	}
	query, err := search.Parse(prefix)
	if err != nil {
		return a.plan(s, func(w *writer) (Shape, error) { // nothing is typed yet
			w.Syntax("[]")
			return listShape{item: scalarShape{}, required: true}, nil
		})
	}
	c := suggestClauses{
		query: query.Started(), sounds: a.soundsBegun(query), types: textsOf(s.Args["types"]),
		prefix: strings.ToLower(strings.TrimSpace(prefix)),
	}
	return a.plan(s, func(w *writer) (Shape, error) {
		c.writer = w
		return c.list(s, limit)
	})
}

type suggestClauses struct {
	*writer
	query  search.Query
	sounds []string // how names in other letters than Latin ones begin
	types  []string // none: all
	prefix string
}

// soundsBegun gives beginnings of the keys of the names that a query in other letters than Latin ones may be; a key of
// one sound says too little.
func (a *Atlas) soundsBegun(q search.Query) []string {
	if !q.OtherLetters() {
		return nil
	}
	return slices.DeleteFunc(a.soundsOf(q), func(key string) bool { return len(key) < len("pe:=")+1 })
}

func (c suggestClauses) wants(typeName string) bool {
	return len(c.types) == 0 || slices.Contains(c.types, typeName)
}

func (c suggestClauses) list(s Selection, limit int) (Shape, error) {
	c.Syntax("COLLECT { CALL () { ")
	actors := searchClauses{writer: c.writer, types: c.types}.wanted(searched[0].types)
	if len(actors) > 0 {
		c.Syntax("CALL db.index.fulltext.queryNodes('actor_text', ").Param(c.query.Names()).
			Syntax(") YIELD node AS n WITH n WHERE any(t IN labels(n) WHERE t IN ")
		c.Param(actors).Syntax(") RETURN n, [n.name] + n.aliases AS names, COUNT { (n)<-[:SUBJECT|OBJECT|SAID_BY|NAMES]-() " +
			"} AS known")
	}
	if len(actors) > 0 && len(c.sounds) > 0 {
		c.Syntax(" UNION UNWIND ").Param(c.sounds).
			Syntax(" AS key MATCH (k:Sound) WHERE k.key STARTS WITH key MATCH (k)<-[:SOUNDS]-(x) ")
		c.Syntax("MATCH (x)-[:MERGED_INTO]->{0,1}(n:Entity) WITH DISTINCT n WHERE any(t IN labels(n) WHERE t IN ").
			Param(actors)
		c.Syntax(") RETURN n, [n.name] + n.aliases AS names, COUNT { (n)<-[:SUBJECT|OBJECT|SAID_BY|NAMES]-() } AS known")
	}
	types := actors
	if c.wants("Predicate") {
		if len(actors) > 0 {
			c.Syntax(" UNION ")
		}
		types = append(slices.Clone(actors), "Predicate")
		c.Syntax("MATCH (n:Predicate) WITH n, [n.label] + n.synonyms AS names WHERE any(x IN names WHERE toLower(x) STARTS " +
			"WITH ").Param(c.prefix)
		c.Syntax(") RETURN n, names, COUNT { (n)<-[:OF]-() } AS known")
	}
	c.Syntax(" } WITH n, names, known ORDER BY known DESC, n.id LIMIT ").Param(int64(limit)).Syntax(" RETURN ")
	shape, err := c.slots(s, func(f Selection) (Shape, error) {
		switch f.Name {
		case "known":
			c.Syntax("known")
			return scalarShape{required: true}, nil
		case "name":
			c.Syntax("names")
			return fittingName{c.query}, nil
		}
		return c.byType("n", types, f, true)
	})
	c.Syntax(" }")
	return listShape{item: shape, required: true}, err
}

// fittingName writes the first of some names that has the query's words, or else the first of all.
type fittingName struct{ query search.Query }

func (s fittingName) write(out *output, v any) error {
	names := textsOf(v)
	for _, name := range names {
		if s.query.In(name) {
			return out.scalar(name)
		}
	}
	if len(names) == 0 {
		return out.null(true)
	}
	return out.scalar(names[0])
}
