// Actors that nothing names any more, and whom nobody judged or rated.
UNWIND $ids AS id
MATCH (e:Entity {id: id})
WHERE NOT EXISTS { (e)<-[:SUBJECT|OBJECT|SAID_BY|VIA|MENTIONS|NAMES|PUBLISHED_BY|ABOUT|RATES|MERGED_INTO]-() }
OPTIONAL MATCH (e)-[:CALLED]->(n:Name)
WITH e, collect(n) AS names
DETACH DELETE e
WITH names
UNWIND names AS n
WITH DISTINCT n
WHERE NOT EXISTS { (n)<-[:CALLED]-() }
DELETE n
