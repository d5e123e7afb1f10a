// Entities with their own names, as lock_entities gives them, without a lock.
UNWIND $ids AS id
OPTIONAL MATCH (e:Entity {id: id})
OPTIONAL MATCH (m:Merged {id: id})
WITH id, coalesce(e, m) AS n
WHERE n IS NOT NULL
RETURN n.id AS id, n.type AS type, n.name AS name, n.wikidataId AS wikidataId, n:Entity AS shown, coalesce(n.splitOff, false) AS splitOff,
  coalesce(n.ownAliases, n.aliases, []) AS aliases,
  coalesce(n.ownNames, COLLECT { MATCH (n)-[:CALLED]->(x:Name) RETURN x.folded ORDER BY x.folded }) AS names,
  head([(n)-[:MERGED_INTO]->(into) | into.id]) AS into
ORDER BY id
