// The edge from actor to actor for every claim that is not negated and that a current statement asserts.
UNWIND $ids AS id
MATCH (subject:Entity)<-[:SUBJECT]-(c:Claim {id: id})-[:OBJECT]->(object:Entity)
WHERE NOT c.negated
CALL (c) {
  MATCH (c)<-[:ASSERTS {modality: 'ASSERTED'}]-(s:Statement {status: 'CURRENT'})-[:FROM]->(a:Article)
  RETURN count(DISTINCT s) AS statements, count(DISTINCT a.originId) AS origins, coalesce(min(nullIf(s.date, '')), '') AS firstOn, max(s.date) AS lastOn
}
WITH subject, object, c, statements, origins, firstOn, lastOn
WHERE statements > 0
MERGE (subject)-[r:$(c.predicate) {claimId: c.id}]->(object)
SET r.statements = statements, r.origins = origins, r.firstOn = firstOn, r.lastOn = lastOn
