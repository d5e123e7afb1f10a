// Actors with what they are called and under which names they are looked up.
UNWIND $ids AS id
MATCH (e:Entity {id: id})
RETURN e.id AS id, e.name AS name, coalesce(e.aliases, []) AS aliases, COLLECT { MATCH (e)-[:CALLED]->(n:Name) RETURN n.folded } AS names
ORDER BY id
