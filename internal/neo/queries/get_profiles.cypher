// Recorded entities that sound like others of their type, and those others. Two MATCHes: in one, nobody would be found by the edge that he himself was
// started from. Each with those of the ids whom he sounds like.
UNWIND $ids AS id
OPTIONAL MATCH (e:Entity {id: id})
OPTIONAL MATCH (m:Merged {id: id})
WITH coalesce(e, m) AS n
WHERE n IS NOT NULL
MATCH (n)-[:SOUNDS]->(k:Sound)
MATCH (o)-[:SOUNDS]->(k)
WHERE o.type = n.type
WITH n, collect(DISTINCT o) AS alike
WHERE size(alike) > 1
UNWIND alike AS o
WITH o, collect(DISTINCT n.id) AS near
RETURN o.id AS id, o.type AS type, o.name AS name, o.kind AS kind, o.wikidataId AS wikidataId,
  coalesce(o.roles, []) AS roles, coalesce(o.affiliations, []) AS affiliations, coalesce(o.companions, []) AS companions, near,
  coalesce(o.ownNames, COLLECT { MATCH (o)-[:CALLED]->(x:Name) RETURN x.folded ORDER BY x.folded }) AS names
ORDER BY id
