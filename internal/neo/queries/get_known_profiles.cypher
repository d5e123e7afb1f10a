// By what recorded entities are known again so far.
UNWIND $ids AS id
OPTIONAL MATCH (e:Entity {id: id})
OPTIONAL MATCH (m:Merged {id: id})
WITH id, coalesce(e, m) AS n
WHERE n IS NOT NULL
RETURN id, coalesce(n.roles, []) AS roles, coalesce(n.affiliations, []) AS affiliations, coalesce(n.companions, []) AS companions,
  [(n)-[:SOUNDS]->(k:Sound) | k.key] AS sounds
