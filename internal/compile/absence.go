package compile

import (
	_ "embed"
	"strings"

	"sayso/internal/kg"
)

//go:embed declined.txt
var declinedFile string

// declined lists the words of somebody who does not comment, lower-case.
var declined = readLines(declinedFile)

func readLines(text string) []any {
	var out []any
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, line)
		}
	}
	return out
}

// denied is the predicate of those who reject what is said of them.
const denied = "DENIED"

// mostSilence is how many statements are looked at when nothing was found.
const mostSilence = 1000

// absence writes why there are no rows, null when there are some. The graph is asked more only when there are none.
func (c reportClauses) absence() part {
	return part{single: true, write: func(f Selection) (Shape, error) {
		c.Syntax("WITH reports WHERE none(r IN reports WHERE r.stands AND (r.own")
		if c.impliers() {
			c.Syntax(" OR r.predicate IN ").Param(c.after)
		}
		c.Syntax("))")
		c.Syntax(" WITH reports, [r IN reports WHERE r.own AND r.negated AND r.modality = 'ASSERTED' AND ")
		c.standing("r.s")
		c.Syntax(" | r.s]")
		if len(c.own) > 0 {
			c.Syntax(" + ")
			c.denials()
		}
		c.Syntax(" AS denials, ")
		c.silences()
		c.Syntax(" AS silences, ")
		c.coverage()
		c.Syntax(" AS covered WITH denials, silences, nullIf(head(covered), '') AS coveredUntil, CASE ")
		c.whenUnnamed()
		c.Syntax("WHEN size(denials) > 0 THEN 'DENIED' WHEN size(silences) > 0 THEN 'DECLINED_TO_COMMENT' ")
		c.Syntax("WHEN size(covered) = 0 AND size(reports) = 0 THEN 'NOT_COVERED' ELSE 'NO_STATEMENT' END AS kind")
		c.Syntax(" WITH kind, coveredUntil, CASE kind WHEN 'DENIED' THEN denials WHEN 'DECLINED_TO_COMMENT' THEN silences " +
			"ELSE [] END AS said")
		shape, err := c.cells(f, func(s Selection) (Shape, error) {
			if s.Name == "statements" {
				return c.evidence(s, "said", "x")
			}
			c.Ident(s.Name) // kind, coveredUntil
			return scalarShape{required: s.Name == "kind"}, nil
		})
		if shape != nil {
			shape.required = false
		}
		return shape, err
	}}
}

// parties writes MATCH with a pattern in which every party of the question is tied to what comes next by one of the
// edges.
func (c reportClauses) parties(edges, next string) {
	c.Syntax("MATCH ")
	known, other := "t", "a"
	first, second := c.q.target, c.q.actor
	if !first.given() {
		known, other, first, second = other, known, second, first
	}
	c.party(known, first)
	c.Syntax("<-[:", edges, "]-", next)
	if second.given() {
		c.Syntax("-[:", edges, "]->")
		c.namedAfter(other, second)
	}
}

// denials finds statements about the parties that deny, in so many words, what was asked for.
func (c reportClauses) denials() {
	var words []any
	for _, id := range c.q.predicates {
		p, _ := c.atlas.vocabulary.Get(id)
		for _, w := range append([]string{p.Label}, p.Synonyms...) {
			words = append(words, strings.ToLower(w))
		}
	}
	c.Syntax("COLLECT { ")
	c.parties("MENTIONS|SAID_BY", "(s:Statement)")
	c.Syntax(" MATCH (art:Article)<-[:FROM]-(s)-[:ASSERTS {modality: 'ASSERTED'}]->(d:Claim {predicate: ").Param(denied).
		Syntax("})")
	c.where(append(c.limits("coalesce(d.occurredOn, s.date)"), func() {
		c.standing("s")
		c.Syntax(" AND NOT d.negated AND any(w IN ").Param(words).Syntax(" WHERE toLower(d.text) CONTAINS w)")
	})...)
	c.Syntax(" RETURN DISTINCT s LIMIT ").Param(int64(mostSilence)).Syntax(" }")
}

// silences finds statements about the target in which somebody does not comment. The words may lie in the cue, in the
// content, or begin in one and end in the other.
func (c reportClauses) silences() {
	if !c.q.target.given() {
		c.Syntax("[]")
		return
	}
	c.Syntax("COLLECT { ")
	c.parties("MENTIONS|SAID_BY", "(s:Statement)")
	c.Syntax(" MATCH (s)-[:FROM]->(art:Article)")
	c.where(append(c.limits("s.date"), func() { c.standing("s") })...)
	c.Syntax(" WITH DISTINCT s, toLower(reduce(x = '', y IN coalesce(s.cueTexts, []) | x + y + ' ') + s.quoteExact) AS " +
		"said WHERE any(w IN ").Param(declined)
	c.Syntax(" WHERE said CONTAINS w) RETURN s LIMIT ").Param(int64(mostSilence)).Syntax(" }")
}

// coverage finds the latest publication among the articles that name the parties; asOf and knownAt both limit it.
func (c reportClauses) coverage() {
	c.Syntax("COLLECT { ")
	c.parties("NAMES", "(art:Article)")
	var conditions []func()
	for _, d := range []kg.Date{c.q.AsOf, c.q.KnownAt} {
		if d != "" {
			conditions = append(conditions, func() {
				c.Syntax("coalesce(nullIf(art.publishedAt, ''), art.retrievedAt, '') <= ").Param(d.UpTo())
			})
		}
	}
	c.where(conditions...)
	c.Syntax(" WITH DISTINCT art.publishedAt AS published ORDER BY published DESC LIMIT 1 RETURN published }")
}
