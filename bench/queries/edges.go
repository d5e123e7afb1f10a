package main

import (
	"context"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// drawEdges draws the edges between actors as the store does when it saves articles (internal/neo/queries): one for
// each pair and predicate, what two do together from the smaller id.
const drawEdges = `MATCH (s:Entity)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(o:Entity)
WITH c, s, o, s.id > o.id AND EXISTS { (c)-[:OF]->(p:Predicate) WHERE toLower(p.inverse) = toLower(p.label) } AS turned
MATCH (c)<-[:ASSERTS]-(st:Statement)-[:FROM]->(art:Article)
WITH CASE WHEN turned THEN o ELSE s END AS a, CASE WHEN turned THEN s ELSE o END AS b, c.predicate AS predicate, c, st,
  art.originId AS origin, coalesce(c.occurredOn, nullIf(st.date, '')) AS day ORDER BY c.id
WITH a, b, predicate, collect(DISTINCT c.id) AS ids, count(DISTINCT st) AS statements,
  count(DISTINCT origin) AS origins,
  coalesce(min(day), '') AS firstOn, coalesce(max(day), '') AS lastOn
CALL (*) {
  CREATE (a)-[r:$(predicate)]->(b)
  SET r = {claimIds: ids, claims: size(ids), statements: statements, origins: origins, firstOn: firstOn,
    lastOn: lastOn, contested: false}
} IN TRANSACTIONS OF 5000 ROWS`

// draw draws the edges of a graph that has none yet.
func draw(ctx context.Context, driver neo4j.DriverWithContext) error {
	session := driver.NewSession(ctx, neo4j.SessionConfig{})
	defer func() { _ = session.Close(ctx) }()
	result, err := session.Run(ctx, "RETURN EXISTS { (:Entity)-[:BLAMED]->(:Entity) } AS drawn", nil)
	if err != nil {
		return err
	}
	record, err := result.Single(ctx)
	if err != nil || record.Values[0] == true {
		return err
	}
	if result, err = session.Run(ctx, drawEdges, nil); err != nil {
		return err
	}
	_, err = result.Consume(ctx)
	return err
}
