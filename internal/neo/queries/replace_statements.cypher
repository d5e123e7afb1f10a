// What an older version of the same reader found in the article and this one does not find any more, unless people decided about it.
MATCH (a:Article {id: $article})<-[:FROM]-(s:Statement {status: 'CURRENT', review: 'UNREVIEWED'})
WHERE s.byHand IS NULL AND s.extractor STARTS WITH $reader AND s.extractor <> $extractor AND NOT s.id IN $ids
SET s:Lapsed, s.status = 'CORRECTED', s.version = s.version + 1
RETURN s.id AS id, COLLECT { MATCH (s)-[:ASSERTS]->(c:Claim) RETURN DISTINCT c.id } AS claims
ORDER BY id
