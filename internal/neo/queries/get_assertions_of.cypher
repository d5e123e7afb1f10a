// The assertions whose subject or object was recorded as one entity, at the actor that stands for it.
MATCH (old:Entity {id: $from})<-[e:SUBJECT|OBJECT]-(c:Claim)<-[r:ASSERTS]-(s:Statement)-[:FROM]->(a:Article)
WHERE CASE type(e) WHEN 'SUBJECT' THEN coalesce(r.subject, $from) ELSE coalesce(r.object, $from) END = $recorded
  AND CASE WHEN $articles IS NULL THEN NOT a.id IN $except ELSE a.id IN $articles END
WITH DISTINCT c, r, s, a
OPTIONAL MATCH (c)-[:SUBJECT]->(subject)
OPTIONAL MATCH (c)-[:OBJECT]->(object)
OPTIONAL MATCH (c)-[:OF]->(p:Predicate)
RETURN elementId(r) AS edge, s.id AS statement, a.id AS article, properties(c) AS claim, subject.id AS subject, subject.name AS subjectName,
  object.id AS object, object.name AS objectName, r.subject AS recordedSubject, r.object AS recordedObject, coalesce(p.label, c.predicate) AS label
ORDER BY c.id, s.id
