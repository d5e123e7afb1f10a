// Claims with when current statements assert them.
UNWIND $ids AS id
MATCH (c:Claim {id: id})
OPTIONAL MATCH (c)-[:SUBJECT]->(subject:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(object:Entity)
CALL (c) {
  MATCH (c)<-[:ASSERTS {modality: 'ASSERTED'}]-(s:Statement {status: 'CURRENT'})
  RETURN count(DISTINCT s) AS statements, coalesce(min(nullIf(s.date, '')), '') AS firstOn, max(s.date) AS lastOn
}
RETURN properties(c) AS claim, subject.id AS subject, object.id AS object, statements, firstOn, lastOn
