// Recorded entities, and everybody of the same type who sounds like one of them. Two MATCHes: in one, nobody would be found by the edge that he
// himself was started from.
UNWIND $ids AS id
OPTIONAL MATCH (e:Entity {id: id})
OPTIONAL MATCH (m:Merged {id: id})
WITH coalesce(e, m) AS n
WHERE n IS NOT NULL
MATCH (n)-[:SOUNDS]->(k:Sound)
MATCH (o)-[:SOUNDS]->(k)
WHERE o.type = n.type
WITH DISTINCT o
RETURN o.id AS id, o.type AS type, o.name AS name, o.kind AS kind, o.wikidataId AS wikidataId,
  coalesce(o.roles, []) AS roles, coalesce(o.affiliations, []) AS affiliations, coalesce(o.companions, []) AS companions,
  coalesce(o.ownNames, COLLECT { MATCH (o)-[:CALLED]->(x:Name) RETURN x.folded ORDER BY x.folded }) AS names
ORDER BY id
