// Which claims may stand against the given ones: the same subject on the same object or matter, with the same predicate or one that excludes it;
// and accusations with the denials of the accused that stand in one article with them, or name the accuser or the country or body that he speaks for.
// WITH DISTINCT has predicates looked at before reports: Neo4j would look at the reports of every claim of the actor first.
MATCH (q:Predicate)
WHERE q.answers <> []
WITH collect({id: q.id, answers: q.answers}) AS denying
UNWIND $ids AS id
MATCH (c:Claim {id: id})-[:SUBJECT]->(s:Entity)
MATCH (c)-[:OF]->(p:Predicate)
WITH c, s, p, [q IN denying WHERE p.id IN q.answers | q.id] AS denials
CALL (c, s, p, denials) {
  MATCH (c)-[:OBJECT]->(o:Entity)
  WITH c, s, p, o
  MATCH (s)<-[:SUBJECT]-(d:Claim)
  WHERE d <> c AND (d.predicate = p.id OR d.predicate IN p.excludes)
  WITH c, p, o, d
  MATCH (d)-[:OBJECT]->(x:Entity)
  WHERE x = o
  RETURN c AS a, d AS b, coalesce(d.predicate IN p.excludes, false) AS excludes, false AS answers
  UNION
  WITH c, s, p
  WHERE NOT EXISTS { (c)-[:OBJECT]->() }
  MATCH (s)<-[:SUBJECT]-(d:Claim)
  WHERE d <> c AND d.predicate = p.id AND NOT EXISTS { (d)-[:OBJECT]->() }
    AND (c.quantity IS NOT NULL AND d.quantity IS NOT NULL OR toLower(c.objectText) = toLower(d.objectText))
  RETURN c AS a, d AS b, false AS excludes, false AS answers
  UNION
  CALL (c, s, p, denials) {
    WITH c, s, p
    WHERE p.answers <> []
    MATCH (s)<-[:OBJECT]-(d:Claim)
    WHERE d.predicate IN p.answers
    OPTIONAL MATCH (d)-[:SUBJECT]->(accuser:Entity)
    RETURN d AS a, c AS b, accuser
    UNION
    WITH c, s, denials
    WHERE denials <> []
    MATCH (c)-[:OBJECT]->(:Entity)<-[:SUBJECT]-(d:Claim)
    WHERE d.predicate IN denials
    RETURN c AS a, d AS b, s AS accuser
  }
  WITH DISTINCT a, b, accuser
  WHERE EXISTS { (b)-[:OBJECT]->(accuser) }
    OR EXISTS { (b)<-[:ASSERTS]-()-[:FROM]->()<-[:FROM]-()-[:ASSERTS]->(a) }
    OR EXISTS { (b)<-[:ASSERTS]-(:Statement)-[:MENTIONS]->(accuser) }
    OR EXISTS {
      MATCH (b)<-[:ASSERTS]-(:Statement)-[:MENTIONS]->(:Entity)<-[:OBJECT]-(post:Claim)-[:SUBJECT]->(accuser)
      WHERE post.predicate IN ['HOLDS_OFFICE_IN', 'LEADS']
      WITH DISTINCT post
      MATCH (post)<-[:ASSERTS]-()-[:FROM]->()<-[:FROM]-()-[:ASSERTS]->(a)
      RETURN 1
    }
  RETURN a, b, false AS excludes, true AS answers
}
RETURN DISTINCT a.id AS a, b.id AS b, excludes, answers
