// One edge for each pair of actors and predicate, where there was one for each claim.
MATCH (subject:Entity)
CALL (subject) { MATCH (subject)-[r]->(:Entity) WHERE r.claimId IS NOT NULL DELETE r } IN TRANSACTIONS OF 500 ROWS;
MATCH (c:Claim)-[:OBJECT]->(:Entity)
WHERE NOT c.negated
CALL (c) {
  MATCH (subject:Entity)<-[:SUBJECT]-(c)-[:OBJECT]->(object:Entity)
  WHERE EXISTS { (c)<-[:ASSERTS {modality: 'ASSERTED'}]-(:Statement {status: 'CURRENT'}) }
  WITH c, subject, object, subject.id > object.id AND EXISTS { (c)-[:OF]->(p:Predicate) WHERE toLower(p.inverse) = toLower(p.label) } AS turned
  WITH c, CASE WHEN turned THEN object ELSE subject END AS a, CASE WHEN turned THEN subject ELSE object END AS b
  MERGE (a)-[r:$(c.predicate)]->(b)
  SET r.claimIds = coalesce(r.claimIds, []) + CASE WHEN c.id IN r.claimIds THEN [] ELSE [c.id] END
} IN TRANSACTIONS OF 5000 ROWS;
MATCH (subject:Entity)
CALL (subject) {
  MATCH (subject)-[r]->(:Entity)
  WHERE r.claimIds IS NOT NULL
  CALL (r) {
    UNWIND r.claimIds AS id
    MATCH (c:Claim {id: id})<-[:ASSERTS {modality: 'ASSERTED'}]-(s:Statement {status: 'CURRENT'})-[:FROM]->(a:Article)
    WITH c, s, a.originId AS origin, coalesce(c.occurredOn, nullIf(s.date, '')) AS day ORDER BY c.id
    RETURN collect(DISTINCT c.id) AS claimIds, count(DISTINCT s) AS statements, count(DISTINCT origin) AS origins,
      coalesce(min(day), '') AS firstOn, coalesce(max(day), '') AS lastOn, count(CASE WHEN c.contested THEN 1 END) > 0 AS contested
  }
  SET r.claimIds = claimIds, r.claims = size(claimIds), r.statements = statements, r.origins = origins, r.firstOn = firstOn, r.lastOn = lastOn, r.contested = contested
} IN TRANSACTIONS OF 100 ROWS;
