// Claims whose node says otherwise than their statements.
UNWIND $ids AS id
MATCH (c:Claim {id: id})
CALL (c) {
  MATCH (c)<-[:ASSERTS]-(s:Statement)
  RETURN count(s) AS made, count(s) > 0 AND count(CASE WHEN s.status = 'CURRENT' THEN 1 END) = 0 AS lapsed
}
CALL (c, lapsed) {
  MATCH (c)<-[:ASSERTS]-(s:Statement)-[:FROM]->(a:Article)
  WHERE lapsed OR s.status = 'CURRENT'
  RETURN count(DISTINCT s) AS statements, count(DISTINCT a.originId) AS origins, coalesce(min(nullIf(s.date, '')), '') AS firstOn, max(s.date) AS lastOn
}
WITH c, CASE
  WHEN made = 0 THEN 'is made by no statement'
  WHEN coalesce(c.statements, -1) <> statements THEN 'counts ' + toString(coalesce(c.statements, 0)) + ' statements, and has ' + toString(statements)
  WHEN coalesce(c.origins, -1) <> origins THEN 'counts ' + toString(coalesce(c.origins, 0)) + ' origins, and has ' + toString(origins)
  WHEN coalesce(c.firstOn, '') <> firstOn OR coalesce(c.lastOn, '') <> coalesce(lastOn, '') THEN 'was said first or last on other days than it tells'
  WHEN (c:Lapsed) <> lapsed THEN CASE WHEN lapsed THEN 'is made by no current statement, and not marked so' ELSE 'is marked as lapsed, and a current statement makes it' END
  WHEN coalesce(c.contested, false) <> EXISTS { (c)-[:CONTRADICTS]-() } THEN 'does not say rightly whether it is contested'
  END AS what
WHERE what IS NOT NULL
RETURN c.id AS id, what
ORDER BY id
