// What a claim's node says about its statements: those that stand, or where none does any more all that made it. Such a claim has lapsed.
UNWIND $ids AS id
MATCH (c:Claim {id: id})
CALL (c) {
  MATCH (c)<-[:ASSERTS]-(s:Statement)
  RETURN count(s) > 0 AND count(CASE WHEN s.status = 'CURRENT' THEN 1 END) = 0 AS lapsed
}
CALL (c, lapsed) {
  MATCH (c)<-[:ASSERTS]-(s:Statement)-[:FROM]->(a:Article)
  WHERE lapsed OR s.status = 'CURRENT'
  RETURN count(DISTINCT s) AS statements, count(DISTINCT a.originId) AS origins, coalesce(min(nullIf(s.date, '')), '') AS firstOn, max(s.date) AS lastOn
}
SET c.statements = statements, c.origins = origins, c.firstOn = firstOn, c.lastOn = lastOn
FOREACH (_ IN CASE WHEN lapsed THEN [1] ELSE [] END | SET c:Lapsed)
FOREACH (_ IN CASE WHEN lapsed THEN [] ELSE [1] END | REMOVE c:Lapsed)
