// Which claims may stand against the given ones: the same subject on the same object or matter, with the same predicate or one that excludes it;
// and accusations with the denials of the accused that stand in one article with them, or name the accuser or the country or body that he speaks for.
UNWIND $ids AS id
MATCH (c:Claim {id: id})-[:SUBJECT]->(s:Entity)
MATCH (c)-[:OF]->(p:Predicate)
CALL (c, s, p) {
  MATCH (c)-[:OBJECT]->(o:Entity)<-[:OBJECT]-(d:Claim)-[:SUBJECT]->(s)
  WHERE d <> c AND (d.predicate = p.id OR d.predicate IN p.excludes)
  RETURN c AS a, d AS b, coalesce(d.predicate IN p.excludes, false) AS excludes, false AS answers
  UNION
  WITH c, s, p
  WHERE NOT EXISTS { (c)-[:OBJECT]->() }
  MATCH (s)<-[:SUBJECT]-(d:Claim)
  WHERE d <> c AND d.predicate = p.id AND NOT EXISTS { (d)-[:OBJECT]->() }
    AND (c.quantity IS NOT NULL AND d.quantity IS NOT NULL OR toLower(c.objectText) = toLower(d.objectText))
  RETURN c AS a, d AS b, false AS excludes, false AS answers
  UNION
  MATCH (s)<-[:OBJECT]-(d:Claim)
  WHERE d.predicate IN p.answers AND (EXISTS { (c)-[:OBJECT]->()<-[:SUBJECT]-(d) }
    OR EXISTS { (c)<-[:ASSERTS]-()-[:FROM]->()<-[:FROM]-()-[:ASSERTS]->(d) }
    OR EXISTS { (c)<-[:ASSERTS]-(:Statement)-[:MENTIONS]->(:Entity)<-[:SUBJECT]-(d) }
    OR EXISTS { (c)<-[:ASSERTS]-(:Statement)-[:MENTIONS]->(:Entity)<-[:OBJECT]-(post:Claim)-[:SUBJECT]->(:Entity)<-[:SUBJECT]-(d)
      WHERE post.predicate IN ['HOLDS_OFFICE_IN', 'LEADS'] AND EXISTS { (d)<-[:ASSERTS]-()-[:FROM]->()<-[:FROM]-()-[:ASSERTS]->(post) } })
  RETURN d AS a, c AS b, false AS excludes, true AS answers
  UNION
  MATCH (c)-[:OBJECT]->(accused:Entity)<-[:SUBJECT]-(d:Claim)-[:OF]->(q:Predicate)
  WHERE p.id IN q.answers AND (EXISTS { (d)-[:OBJECT]->(s) }
    OR EXISTS { (c)<-[:ASSERTS]-()-[:FROM]->()<-[:FROM]-()-[:ASSERTS]->(d) }
    OR EXISTS { (d)<-[:ASSERTS]-(:Statement)-[:MENTIONS]->(s) }
    OR EXISTS { (d)<-[:ASSERTS]-(:Statement)-[:MENTIONS]->(:Entity)<-[:OBJECT]-(post:Claim)-[:SUBJECT]->(s)
      WHERE post.predicate IN ['HOLDS_OFFICE_IN', 'LEADS'] AND EXISTS { (c)<-[:ASSERTS]-()-[:FROM]->()<-[:FROM]-()-[:ASSERTS]->(post) } })
  RETURN c AS a, d AS b, false AS excludes, true AS answers
}
RETURN DISTINCT a.id AS a, b.id AS b, excludes, answers
