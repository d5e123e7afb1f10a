// Claims that an older version of the same reader found in statements that this one finds too, but makes otherwise.
MATCH (a:Article {id: $article})<-[:FROM]-(s:Statement {review: 'UNREVIEWED'})
WHERE s.byHand IS NULL AND s.extractor STARTS WITH $reader AND s.extractor <> $extractor AND s.id IN $ids
CALL (s) {
  MATCH (s)-[r:ASSERTS]->(c:Claim)
  WHERE NOT [s.id, c.id] IN $makes
  WITH r, c, c.id AS id
  DELETE r
  RETURN collect(id) AS claims
}
SET s.extractor = $extractor
RETURN s.id AS id, claims
ORDER BY id
