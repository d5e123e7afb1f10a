// The origin of articles that had one in common, after one of them went: the smallest of the texts' ids among those that are still copies of each other.
// Gives the claims of those whose origin changed.
UNWIND $ids AS id
MATCH (a:Article {id: id})
WITH a, COLLECT { MATCH (a)-[:COPY_OF]-{0,}(b:Article) RETURN DISTINCT coalesce(b.textId, b.id) } AS origins
WITH a, reduce(low = head(origins), x IN origins | CASE WHEN x < low THEN x ELSE low END) AS origin
WHERE a.originId <> origin
SET a.originId = origin
RETURN COLLECT { MATCH (a)<-[:FROM]-(:Statement)-[:ASSERTS]->(c:Claim) RETURN DISTINCT c.id } AS claims
