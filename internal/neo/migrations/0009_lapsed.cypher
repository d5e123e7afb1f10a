// Statements that were retracted or corrected have a label, with the day of the retraction; so have the claims that no current statement makes. Claims
// count the statements that stand.
MATCH (s:Statement) WHERE s.status <> 'CURRENT'
CALL (s) {
  SET s:Lapsed
  WITH s
  OPTIONAL MATCH (s)<-[:CONCERNS]-(c:Change {kind: 'STATEMENT_RETRACTED'})
  WITH s, max(left(c.at, 10)) AS day
  SET s.lapsedOn = coalesce(s.lapsedOn, CASE WHEN s.status = 'RETRACTED' AND s.review <> 'REJECTED' THEN day END)
} IN TRANSACTIONS OF 1000 ROWS;
MATCH (:Statement:Lapsed)-[:ASSERTS]->(c:Claim)
WITH DISTINCT c
CALL (c) {
  WITH c, NOT EXISTS { (c)<-[:ASSERTS]-(:Statement {status: 'CURRENT'}) } AS lapsed
  CALL (c, lapsed) {
    MATCH (c)<-[:ASSERTS]-(s:Statement)-[:FROM]->(a:Article)
    WHERE lapsed OR s.status = 'CURRENT'
    RETURN count(DISTINCT s) AS statements, count(DISTINCT a.originId) AS origins, coalesce(min(nullIf(s.date, '')), '') AS firstOn, max(s.date) AS lastOn
  }
  SET c.statements = statements, c.origins = origins, c.firstOn = firstOn, c.lastOn = lastOn
  FOREACH (_ IN CASE WHEN lapsed THEN [1] ELSE [] END | SET c:Lapsed)
} IN TRANSACTIONS OF 1000 ROWS;
CREATE CONSTRAINT deleted_id IF NOT EXISTS FOR (n:Deleted) REQUIRE n.id IS UNIQUE;
