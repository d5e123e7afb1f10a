// Copies of copies have one origin: the smallest of their texts' ids. Gives the claims of the articles whose origin changed.
MATCH (a:Article {id: $id})
WITH a, COLLECT { MATCH (a)-[:COPY_OF]-(b:Article) RETURN b.originId } + a.originId AS origins
WITH origins, reduce(low = head(origins), x IN origins | CASE WHEN x < low THEN x ELSE low END) AS origin
UNWIND origins AS old
WITH DISTINCT old, origin
WHERE old <> origin
MATCH (b:Article {originId: old})
SET b.originId = origin
WITH b
MATCH (b)<-[:FROM]-(:Statement)-[:ASSERTS]->(c:Claim)
RETURN DISTINCT c.id AS claim
