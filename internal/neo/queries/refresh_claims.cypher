// What a claim's node says about its statements.
UNWIND $ids AS id
MATCH (c:Claim {id: id})
CALL (c) {
  MATCH (c)<-[:ASSERTS]-(s:Statement)-[:FROM]->(a:Article)
  RETURN count(DISTINCT s) AS statements, count(DISTINCT a.originId) AS origins, coalesce(min(nullIf(s.date, '')), '') AS firstOn, max(s.date) AS lastOn
}
SET c.statements = statements, c.origins = origins, c.firstOn = firstOn, c.lastOn = lastOn
