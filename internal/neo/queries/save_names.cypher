// The folded names that lead to an entity.
UNWIND $entities AS row
MATCH (e:Entity {id: row.id})
UNWIND row.names AS folded
MERGE (n:Name {folded: folded})
MERGE (e)-[:CALLED]->(n)
