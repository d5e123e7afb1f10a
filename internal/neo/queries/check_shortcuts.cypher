// Edges between actors that leave the given ones and are not as their claims say, by pair and predicate.
UNWIND $ids AS id
MATCH (a:Entity {id: id})-[r]->(b:Entity)
WITH a, b, type(r) AS predicate, collect(r) AS edges
WITH a, b, predicate, edges, head(edges) AS r,
  a.id > b.id AND EXISTS { (p:Predicate {id: predicate}) WHERE toLower(p.inverse) = toLower(p.label) } AS turned
CALL (a, b, r, predicate) {
  UNWIND coalesce(r.claimIds, []) AS claim
  MATCH (c:Claim {id: claim})<-[:ASSERTS {modality: 'ASSERTED'}]-(s:Statement {status: 'CURRENT'})-[:FROM]->(article:Article)
  WHERE NOT c.negated AND c.predicate = predicate
    AND (EXISTS { (a)<-[:SUBJECT]-(c)-[:OBJECT]->(b) } OR EXISTS { (b)<-[:SUBJECT]-(c)-[:OBJECT]->(a) })
  WITH c, s, article.originId AS origin, coalesce(c.occurredOn, nullIf(s.date, '')) AS day ORDER BY c.id
  RETURN collect(DISTINCT c.id) AS claimIds, count(DISTINCT s) AS statements, count(DISTINCT origin) AS origins,
    coalesce(min(day), '') AS firstOn, coalesce(max(day), '') AS lastOn, count(CASE WHEN c.contested THEN 1 END) > 0 AS contested
}
WITH a, b, predicate, CASE
  WHEN size(edges) > 1 THEN 'there are ' + toString(size(edges)) + ' edges for one pair and predicate'
  WHEN r.claimIds IS NULL THEN 'is an edge without claims, which the server has not drawn'
  WHEN turned THEN 'leads from the greater id to the smaller one'
  WHEN r.claimIds <> claimIds THEN 'names ' + toString(size(r.claimIds)) + ' claims, of which ' + toString(size(claimIds)) + ' count, each once and in their order'
  WHEN coalesce(r.claims, -1) <> size(claimIds) OR coalesce(r.statements, -1) <> statements OR coalesce(r.origins, -1) <> origins
    THEN 'does not count its claims, statements and origins rightly'
  WHEN coalesce(r.firstOn, '?') <> firstOn OR coalesce(r.lastOn, '?') <> lastOn THEN 'has other first and last days than its claims'
  WHEN r.contested IS NULL OR r.contested <> contested THEN 'does not say rightly whether one of its claims is contested'
  END AS what
WHERE what IS NOT NULL
RETURN a.id AS id, a.name + ' ' + predicate + ' ' + b.name + ': ' + what AS what, b.id AS object, predicate
ORDER BY id, predicate, object
