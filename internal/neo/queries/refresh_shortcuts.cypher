// What the edges between actors say about their claims. An edge of which no claim counts any more goes.
UNWIND $ids AS id
MATCH (subject:Entity)<-[:SUBJECT]-(c:Claim {id: id})-[:OBJECT]->(object:Entity)
WITH DISTINCT subject, object, c.predicate AS predicate
CALL (subject, object, predicate) {
  MATCH (subject)-[r:$(predicate)]-(object)
  WHERE r.claimIds IS NOT NULL
  RETURN r
}
WITH DISTINCT r
CALL (r) {
  UNWIND r.claimIds AS id
  MATCH (c:Claim {id: id})<-[:ASSERTS {modality: 'ASSERTED'}]-(s:Statement {status: 'CURRENT'})-[:FROM]->(a:Article)
  WITH c, s, a.originId AS origin, coalesce(c.occurredOn, nullIf(s.date, '')) AS day ORDER BY c.id
  RETURN collect(DISTINCT c.id) AS claimIds, count(DISTINCT s) AS statements, count(DISTINCT origin) AS origins,
    coalesce(min(day), '') AS firstOn, coalesce(max(day), '') AS lastOn, count(CASE WHEN c.contested THEN 1 END) > 0 AS contested
}
FOREACH (_ IN CASE WHEN claimIds = [] THEN [1] ELSE [] END | DELETE r)
FOREACH (_ IN CASE WHEN claimIds = [] THEN [] ELSE [1] END |
  SET r.claimIds = claimIds, r.claims = size(claimIds), r.statements = statements, r.origins = origins, r.firstOn = firstOn, r.lastOn = lastOn, r.contested = contested)
