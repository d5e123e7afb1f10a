// Keeps articles that name these entities from being saved until this transaction ends. Gives each with its own names.
UNWIND $ids AS id
OPTIONAL MATCH (e:Entity {id: id})
OPTIONAL MATCH (m:Merged {id: id})
WITH id, coalesce(e, m) AS n
WHERE n IS NOT NULL
SET n.id = n.id
RETURN n.id AS id, n.type AS type, n.name AS name, n.wikidataId AS wikidataId, n:Entity AS shown, coalesce(n.splitOff, false) AS splitOff,
  coalesce(n.ownAliases, n.aliases, []) AS aliases,
  coalesce(n.ownNames, COLLECT { MATCH (n)-[:CALLED]->(x:Name) RETURN x.folded ORDER BY x.folded }) AS names
ORDER BY id
