package graph_test

import (
	"context"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"sayso/internal/neo/managed/managedtest"
)

// seedText ties two claims, found by the words of a statement that makes each, as whoever finds contradictions would.
const seedText = `UNWIND $rows AS row
MATCH (:Statement {quoteExact: row.one})-[:ASSERTS]->(x:Claim) MATCH (:Statement {quoteExact: row.two})-[:ASSERTS]->(y:Claim)
WITH row, x, y, CASE WHEN x.id < y.id OR row.kind IS NULL THEN x ELSE y END AS one, CASE WHEN x.id < y.id OR row.kind IS NULL THEN y ELSE x END AS two
FOREACH (_ IN CASE WHEN row.kind IS NOT NULL THEN [1] ELSE [] END |
  MERGE (one)-[r:CONTRADICTS {kind: row.kind}]->(two) SET r.reason = row.reason, r.detector = 'test 1', one.contested = true, two.contested = true)
FOREACH (_ IN CASE WHEN row.kind IS NULL THEN [1] ELSE [] END |
  MERGE (one)-[r:SUPERSEDES]->(two) SET r.reason = row.reason, r.detector = 'test 1')
RETURN count(*)`

// oddText takes a statement back with the edge that its claim drew, and gives two places one more name.
const oddText = `MATCH (s:Statement {quoteExact: 'Forland sanctioned Jutia'}) SET s.status = 'RETRACTED'
WITH s MATCH (s)-[:ASSERTS]->(c:Claim) MATCH (a:Entity)<-[:SUBJECT]-(c)-[:OBJECT]->(b:Entity) OPTIONAL MATCH (a)-[r:SANCTIONED]->(b) DELETE r
WITH count(*) AS taken MATCH (e:Entity) WHERE e.name IN ['Borland', 'Mersia'] MERGE (n:Name {folded: 'twin'}) MERGE (e)-[:CALLED]->(n)`

// calmText takes off what was found when the records were saved, so that the tests do not depend on the rules that find it.
const calmText = `MATCH (c:Claim) REMOVE c.contested WITH c MATCH (c)-[r:CONTRADICTS|SUPERSEDES]->() DELETE r`

// seedDisputes adds contradictions, and with no kind supersessions (one the later claim), between the claims of kgtest's records.
func seedDisputes(t testing.TB, at managedtest.Endpoint) {
	t.Helper()
	ctx := context.Background()
	driver, err := neo4j.NewDriverWithContext(at.URI, neo4j.BasicAuth(at.User, at.Password, ""))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = driver.Close(ctx) }()
	rows := []any{
		map[string]any{"kind": "NEGATION", "reason": "one says that it is so, the other that it is not",
			"one": "Lutonia then recognized Mersia in 2018", "two": "Lutonia does not recognize Mersia now"},
		map[string]any{"kind": "INCOMPATIBLE", "reason": "recognized and withdrew recognition",
			"one": "Arland recognized Borland on Monday", "two": "Arland withdrew its recognition of Borland"},
		map[string]any{"kind": "ATTRIBUTION", "reason": "who sanctioned whom",
			"one": "Gorland sanctioned Ironia", "two": "Possibly Ironia sanctioned Gorland"},
		map[string]any{"reason": "a later position",
			"one": "Lutonia withdrew its recognition of Mersia in 2014", "two": "Lutonia recognized Mersia in 2010"},
	}
	for _, text := range []string{oddText, calmText} {
		if _, err := neo4j.ExecuteQuery(ctx, driver, text, nil, neo4j.EagerResultTransformer); err != nil {
			t.Fatal(err)
		}
	}
	result, err := neo4j.ExecuteQuery(ctx, driver, seedText, map[string]any{"rows": rows}, neo4j.EagerResultTransformer)
	if err != nil {
		t.Fatal(err)
	}
	if n, _ := result.Records[0].Values[0].(int64); int(n) != len(rows) {
		t.Fatalf("%d of %d pairs of claims were found", n, len(rows))
	}
}

// runCypher runs one statement on the test's graph.
func runCypher(t testing.TB, at managedtest.Endpoint, text string) {
	t.Helper()
	ctx := context.Background()
	driver, err := neo4j.NewDriverWithContext(at.URI, neo4j.BasicAuth(at.User, at.Password, ""))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = driver.Close(ctx) }()
	if _, err := neo4j.ExecuteQuery(ctx, driver, text, nil, neo4j.EagerResultTransformer); err != nil {
		t.Fatal(err)
	}
}
