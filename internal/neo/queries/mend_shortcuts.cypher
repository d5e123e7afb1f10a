// Takes edges between two actors away, in either direction, and gives the claims of which they are drawn anew.
UNWIND $rows AS row
MATCH (a:Entity {id: row.id})
MATCH (b:Entity {id: row.object})
CALL (a, b, row) {
  OPTIONAL MATCH (a)-[r:$(row.predicate)]-(b)
  DELETE r
}
WITH DISTINCT a, b, row.predicate AS predicate
MATCH (a)<-[:SUBJECT|OBJECT]-(c:Claim {predicate: predicate})-[:SUBJECT|OBJECT]->(b)
RETURN DISTINCT c.id AS claim
