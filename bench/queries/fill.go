package main

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"sayso/internal/kg"
	"sayso/internal/neo"
)

// Sizes relative to the statements: an article has ten, a claim is made by two, an entity is in twenty.
const (
	statementsPerArticle = 10
	statementsPerClaim   = 2
	statementsPerEntity  = 20
	outlets              = 200
	batch                = 5000
)

var predicates = []string{
	"RECOGNIZED", "BLAMED", "MET_WITH", "ACCUSED", "SANCTIONED", "SUPPORTED", "ATTACKED", "CONDEMNED",
}

// filler writes a graph by the numbers; every part of it depends on its number alone.
type filler struct {
	ctx    context.Context
	driver neo4j.DriverWithContext
	random *rand.Rand
	n      int
}

func fill(ctx context.Context, store *neo.Store, driver neo4j.DriverWithContext, n int) error {
	counts, err := store.Counts(ctx)
	if err != nil || counts.Statements >= n {
		return err
	}
	f := filler{ctx, driver, rand.New(rand.NewPCG(1, 2)), n}
	for _, part := range []struct {
		name  string
		n     int
		query string
		row   func(i int) map[string]any
	}{
		{"outlets", outlets, `UNWIND $rows AS r CREATE (e:Entity:Organization {id: r.id, name: r.name, type: 'Organization', aliases: []})`, f.outlet},
		{"entities", n / statementsPerEntity, `UNWIND $rows AS r CREATE (e:Entity {id: r.id, name: r.name, type: r.type, kind: r.kind, aliases: []}) SET e:$(r.type)
			MERGE (n:Name {folded: r.folded}) CREATE (e)-[:CALLED]->(n)`, f.entity},
		{"articles", n / statementsPerArticle,
			`UNWIND $rows AS r MATCH (o:Entity {id: r.outlet}) CREATE (a:Article {id: r.id, title: r.title, url: r.url, language: 'en', publishedAt: r.date,
			retrievedAt: r.date, originId: r.id, text: r.text})-[:PUBLISHED_BY]->(o)`, f.article},
		{"claims", n / statementsPerClaim, `UNWIND $rows AS r MATCH (s:Entity {id: r.subject}) MATCH (o:Entity {id: r.object}) MATCH (p:Predicate {id: r.predicate})
			CREATE (c:Claim {id: r.id, predicate: r.predicate, text: r.text, negated: false, statements: 2, origins: 2, firstOn: r.date, lastOn: r.date})
			CREATE (c)-[:SUBJECT]->(s) CREATE (c)-[:OBJECT]->(o) CREATE (c)-[:OF]->(p)`, f.claim},
		{"statements", n, `UNWIND $rows AS r MATCH (a:Article {id: r.article}) MATCH (e:Entity {id: r.speaker}) MATCH (c:Claim {id: r.claim})
			CREATE (s:Statement {id: r.id, kind: 'SPEECH', form: 'INDIRECT', modality: 'ASSERTED', status: 'CURRENT', quoteExact: r.quote, quotePrefix: '', quoteSuffix: '', quoteStart: 0,
			quoteEnd: 100, quoteStatus: 'EXACT', confidence: r.confidence, extractor: 'bench', recordedAt: r.date, date: r.date, review: 'UNREVIEWED', version: 1})
			CREATE (s)-[:FROM]->(a) CREATE (s)-[:SAID_BY]->(e) CREATE (s)-[:ASSERTS {modality: 'ASSERTED', start: 0, end: 100, text: r.quote, confidence: 0.8}]->(c)`, f.statement},
	} {
		fmt.Printf("filling: %d %s\n", part.n, part.name)
		for from := 0; from < part.n; from += batch {
			var rows []any
			for i := from; i < min(from+batch, part.n); i++ {
				rows = append(rows, part.row(i))
			}
			if _, err := neo4j.ExecuteQuery(ctx, driver, part.query, map[string]any{"rows": rows},
				neo4j.EagerResultTransformer); err != nil {
				return fmt.Errorf("%s: %w", part.name, err)
			}
		}
	}
	return nil
}

func entityID(i int) string { return fmt.Sprintf("ent_%d", i) }

// popular gives a number below n, small ones far more often: the cube of an even chance.
func (f filler) popular(n int) int { return int(float64(n) * math.Pow(f.random.Float64(), 3)) }

// date gives a day between 2014 and 2023.
func (f filler) date() string {
	return fmt.Sprintf("%d-%02d-%02d", 2014+f.random.IntN(9), 1+f.random.IntN(12), 1+f.random.IntN(28))
}

func (f filler) outlet(i int) map[string]any {
	return map[string]any{"id": fmt.Sprintf("ent_outlet_%d", i), "name": fmt.Sprintf("Outlet %d", i)}
}

func (f filler) entity(i int) map[string]any {
	name := fmt.Sprintf("Entity %d", i)
	return map[string]any{
		"id": entityID(i), "name": name, "folded": kg.FoldName(name), "kind": "state", "type": string(kg.EntityTypes()[i%3]),
	}
}

func (f filler) article(i int) map[string]any {
	return map[string]any{"id": fmt.Sprintf("art_%d", i), "title": fmt.Sprintf("Article %d", i),
		"url":  fmt.Sprintf("https://example.org/%d", i),
		"date": f.date(), "outlet": fmt.Sprintf("ent_outlet_%d", f.popular(outlets)), "text": f.prose(500)}
}

func (f filler) claim(i int) map[string]any {
	entities := f.n / statementsPerEntity
	return map[string]any{"id": fmt.Sprintf("cl_%d", i), "subject": entityID(f.popular(entities)),
		"object":    entityID(f.popular(entities)),
		"predicate": predicates[f.random.IntN(len(predicates))], "date": f.date(), "text": fmt.Sprintf("claim %d", i)}
}

func (f filler) statement(i int) map[string]any {
	confidence := 0.8
	if i%10 == 0 { // waits for review
		confidence = 0.4 + float64(i%200)/1000
	}
	return map[string]any{"id": fmt.Sprintf("st_%d", i),
		"article": fmt.Sprintf("art_%d", f.popular(f.n/statementsPerArticle)),
		"speaker": entityID(f.popular(f.n / statementsPerEntity)),
		"claim":   fmt.Sprintf("cl_%d", f.random.IntN(f.n/statementsPerClaim)), "date": f.date(), "quote": f.prose(20),
		"confidence": confidence}
}

// prose gives words that do not compress to nothing.
func (f filler) prose(words int) string {
	var b strings.Builder
	for range words {
		fmt.Fprintf(&b, "word%d ", f.popular(50_000))
	}
	return strings.TrimSpace(b.String())
}
