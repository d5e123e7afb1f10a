package main

import (
	"context"
	"fmt"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"sayso/internal/kg"
)

// bareQueries write the rows of records and nothing else: no locks, no change feed, nothing counted or compared. It is
// what a program of one's own would send that knows its rows to be right.
var bareQueries = []struct{ rows, text string }{
	{"entities", `UNWIND $rows AS r MERGE (e:Entity {id: r.id}) ON CREATE SET e += r.properties, e:$(r.properties.type)
		FOREACH (f IN r.names | MERGE (n:Name {folded: f}) MERGE (e)-[:CALLED]->(n))`},
	{"articles", `UNWIND $rows AS r MERGE (a:Article {id: r.id}) ON CREATE SET a += r.properties`},
	{"claims", `UNWIND $rows AS r MERGE (c:Claim {id: r.id}) ON CREATE SET c += r.properties
		WITH c, r MATCH (p:Predicate {id: r.properties.predicate}) MERGE (c)-[:OF]->(p)
		WITH c, r MATCH (s:Entity {id: r.subject}) MATCH (o:Entity {id: r.object})
		MERGE (c)-[:SUBJECT]->(s) MERGE (c)-[:OBJECT]->(o)`},
	{"statements", `UNWIND $rows AS r MATCH (a:Article {id: r.article}) MATCH (e:Entity {id: r.speaker})
		MERGE (s:Statement {id: r.id}) ON CREATE SET s += r.properties MERGE (s)-[:FROM]->(a) MERGE (s)-[:SAID_BY]->(e)`},
	{"asserts", `UNWIND $rows AS r MATCH (s:Statement {id: r.from}) MATCH (c:Claim {id: r.to})
		CREATE (s)-[e:ASSERTS]->(c) SET e = r.properties`},
	{"mentions", `UNWIND $rows AS r MATCH (s:Statement {id: r.from}) MATCH (e:Entity {id: r.to})
		CREATE (s)-[m:MENTIONS]->(e) SET m = r.properties`},
	{"names", `UNWIND $rows AS r MATCH (a:Article {id: r.from}) MATCH (e:Entity {id: r.to}) MERGE (a)-[n:NAMES]->(e)`},
}

// writeBare writes records in one transaction, a query for each kind of row.
func writeBare(ctx context.Context, driver neo4j.DriverWithContext, records []kg.Record) error {
	rows := map[string][]map[string]any{}
	for _, r := range records {
		addRows(rows, r)
	}
	session := driver.NewSession(ctx, neo4j.SessionConfig{AccessMode: neo4j.AccessModeWrite})
	defer func() { _ = session.Close(ctx) }()
	_, err := session.ExecuteWrite(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		for _, q := range bareQueries {
			result, err := tx.Run(ctx, q.text, map[string]any{"rows": rows[q.rows]})
			if err != nil {
				return nil, fmt.Errorf("%s: %w", q.rows, err)
			}
			if _, err := result.Consume(ctx); err != nil {
				return nil, fmt.Errorf("%s: %w", q.rows, err)
			}
		}
		return nil, nil
	})
	return err
}

func addRows(rows map[string][]map[string]any, r kg.Record) {
	add := func(kind string, row map[string]any) { rows[kind] = append(rows[kind], row) }
	a := r.Article
	add("articles", map[string]any{"id": a.ID, "properties": map[string]any{"text": a.Text, "title": a.Title,
		"originId": a.OriginID, "language": a.Language, "publishedAt": string(a.PublishedAt),
		"retrievedAt": string(a.RetrievedAt), "reader": a.Reader}})
	for _, e := range r.Entities {
		add("entities", map[string]any{"id": e.ID, "names": e.Names, "properties": map[string]any{"name": e.Name,
			"type": string(e.Type), "aliases": e.Aliases}})
		add("names", map[string]any{"from": a.ID, "to": e.ID})
	}
	for _, c := range r.Claims {
		add("claims", map[string]any{"id": c.ID, "subject": c.SubjectID, "object": c.ObjectID,
			"properties": map[string]any{"predicate": string(c.Predicate), "text": c.Text, "negated": c.Negated,
				"statements": 1, "origins": 1, "firstOn": string(a.PublishedAt), "lastOn": string(a.PublishedAt)}})
	}
	for _, s := range r.Statements {
		add("statements", statementRow(a, s))
		for _, m := range s.Mentions {
			add("mentions", map[string]any{"from": s.ID, "to": m.EntityID, "properties": map[string]any{"start": m.Start,
				"end": m.End, "text": m.Text}})
		}
		for _, x := range s.Asserts {
			add("asserts", map[string]any{"from": s.ID, "to": x.ClaimID, "properties": map[string]any{
				"start": x.Evidence.Start, "end": x.Evidence.End, "text": x.Evidence.Text, "modality": string(x.Modality),
				"confidence": x.Confidence}})
		}
	}
}

func statementRow(a kg.Article, s kg.Statement) map[string]any {
	return map[string]any{"id": s.ID, "article": a.ID, "speaker": s.SpeakerID, "properties": map[string]any{
		"kind": string(s.Kind), "form": string(s.Form), "modality": string(s.Modality), "status": string(s.Status),
		"quoteExact": s.Quote.Exact, "quotePrefix": s.Quote.Prefix, "quoteSuffix": s.Quote.Suffix,
		"quoteStart": s.Quote.Start, "quoteEnd": s.Quote.End, "quoteStatus": "EXACT", "confidence": s.Confidence,
		"extractor": s.Extractor, "recordedAt": "2024-01-01", "date": string(a.PublishedAt),
		"review": string(kg.Unreviewed), "version": 1,
	}}
}
