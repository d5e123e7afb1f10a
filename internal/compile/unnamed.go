package compile

import (
	"slices"
	"strings"
	"unicode"

	"sayso/internal/search"
)

// mostWorded is how many statements are looked at, best matches first, whose words are those of a target that is no
// actor.
const mostWorded = 10000

// unnamed writes the claims that answer and are no rows, which are about two actors: that the target had it done to it
// by somebody whom the text does not name ("police arrested X", "X was arrested"), or, where the target is told in
// words that name nobody, that it was done to what has those words. Earliest first, those without a day last.
func (c reportClauses) unnamed(f Selection) (Shape, error) {
	n := c.Fresh("n")
	c.Syntax("COLLECT { ")
	if c.worded() {
		c.Syntax("CALL () { ")
		c.matchUnnamed()
		c.Syntax(" RETURN c UNION ")
		c.matchWorded()
		c.Syntax(" RETURN c }")
	} else {
		c.matchUnnamed()
	}
	c.Syntax(" WITH DISTINCT c AS ").Ident(n).Syntax(" ORDER BY coalesce(").Ident(n).Syntax(".occurredOn, nullIf(")
	c.Ident(n).Syntax(".firstOn, ''), ").Param(undated).Syntax("), ").Ident(n).Syntax(".id")
	if err := c.window(f.Args, defaultPage); err != nil {
		return nil, err
	}
	c.Syntax(" RETURN ")
	shape, err := c.value(n, "Claim", f, true)
	c.Syntax(" }")
	return listShape{item: shape, required: true}, err
}

// whenUnnamed writes the kind of absence where claims of the kind of [reportClauses.unnamed] answer.
func (c reportClauses) whenUnnamed() {
	if !c.doers {
		return
	}
	c.Syntax("WHEN EXISTS { ")
	c.matchUnnamed()
	c.Syntax(" } ")
	if c.worded() {
		c.Syntax("OR EXISTS { ")
		c.matchWorded()
		c.Syntax(" } ")
	}
	c.Syntax("THEN 'UNNAMED' ")
}

// matchUnnamed finds the claims c of what was asked for whose one end is the known party and whose other is no actor,
// made by statements that count.
func (c reportClauses) matchUnnamed() {
	e := c.ends()
	own := c
	own.family = c.own
	c.Syntax("MATCH ")
	c.party(e.known, e.first)
	c.Syntax("<-[x:", e.from, "]-(c:Claim)<-[m:ASSERTS]-(s:Statement)-[:FROM]->(art:Article)")
	own.conditions(e.known, e.mirrored)
	c.Syntax(" AND ")
	c.counts()
	c.Syntax(" AND NOT EXISTS { (c)-[:", e.to, "]->(o:Entity)")
	if len(e.mirrored) > 0 {
		c.Syntax(" WHERE o <> ").Ident(e.known)
	}
	c.Syntax(" }")
}

// worded reports whether the target may be no actor but words: what it is called by has words that are written as no
// name is ("the export licences of X").
func (c reportClauses) worded() bool {
	if c.q.inverse {
		return false
	}
	return slices.ContainsFunc(strings.Fields(c.q.target.name), func(w string) bool {
		first := strings.IndexFunc(w, unicode.IsLetter)
		return first >= 0 && unicode.IsLower([]rune(w[first:])[0]) && !smallWords[w]
	})
}

// matchWorded finds the claims c of what was asked for whose object is no actor and has the words of the target as far
// as its first preposition, or whose role has (resigned as deputy minister); the statement has the others too. It finds
// none where an actor bears the target's name.
func (c reportClauses) matchWorded() {
	own := c
	own.family = c.own
	c.Syntax("WITH 1 AS one WHERE NOT EXISTS { MATCH ")
	c.party("e", c.q.target)
	c.Syntax(" } CALL db.index.fulltext.queryNodes('statement_text', ").Param(beginnings(c.q.target.name))
	c.Syntax(", {limit: ").Param(int64(mostWorded)).Syntax("}) YIELD node AS s ")
	c.Syntax("MATCH (c:Claim)<-[m:ASSERTS]-(s)-[:FROM]->(art:Article)")
	own.conditions("t", nil)
	c.Syntax(" AND ")
	c.counts()
	c.Syntax(" AND NOT EXISTS { (c)-[:OBJECT]->(:Entity) } AND all(w IN ").Param(contentWords(headOf(c.q.target.name))).
		Syntax(" WHERE toLower(coalesce(c.objectText, c.role)) CONTAINS w)")
}

// headOf gives the words of a phrase up to its first preposition: export licences, of "the export licences of X".
func headOf(phrase string) string {
	words := strings.Fields(phrase)
	for i, w := range words {
		if smallWords[strings.ToLower(w)] && len(contentWords(strings.Join(words[:i], " "))) > 0 {
			return strings.Join(words[:i], " ")
		}
	}
	return phrase
}

// mostBeginnings is how many words of a phrase are looked for in statements.
const mostBeginnings = 12

// beginnings is the full-text query for the texts that have each word of a phrase, in any inflection.
func beginnings(phrase string) string {
	var words []string
	for _, w := range contentWords(phrase) {
		words = append(words, w.(string)+"*")
	}
	query, err := search.Parse(strings.Join(words[:min(len(words), mostBeginnings)], " "))
	if err != nil {
		return "" // no words: nothing is found
	}
	return query.Lucene()
}
