// Claims with when current statements assert them, and when they report them with doubt.
UNWIND $ids AS id
MATCH (c:Claim {id: id})
OPTIONAL MATCH (c)-[:SUBJECT]->(subject:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(object:Entity)
CALL (c) {
  MATCH (c)<-[a:ASSERTS]-(s:Statement {status: 'CURRENT'})
  WHERE a.modality IN ['ASSERTED', 'HEDGED']
  WITH s, CASE WHEN a.modality = 'ASSERTED' THEN s END AS sure
  RETURN count(DISTINCT sure) AS statements, coalesce(min(nullIf(sure.date, '')), '') AS firstOn, max(sure.date) AS lastOn,
    count(DISTINCT s) AS reports, coalesce(min(nullIf(s.date, '')), '') AS reportedFirst, max(s.date) AS reportedLast
}
RETURN properties(c) AS claim, subject.id AS subject, object.id AS object, subject.name AS subjectName, object.name AS objectName,
  CASE WHEN object:Person THEN 'Person' WHEN object:Organization THEN 'Organization' WHEN object:Place THEN 'Place' ELSE '' END AS objectType, statements, firstOn, lastOn, reports, reportedFirst, reportedLast
