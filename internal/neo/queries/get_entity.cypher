// One entity.
MATCH (e:Entity {id: $id})
RETURN properties(e) AS entity, COLLECT { MATCH (e)-[:CALLED]->(n:Name) RETURN n.folded ORDER BY n.folded } AS names
