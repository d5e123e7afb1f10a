// The actor that a split makes, like the one that was split.
OPTIONAL MATCH (e:Entity {id: $left})
OPTIONAL MATCH (m:Merged {id: $left})
WITH coalesce(e, m) AS of
OPTIONAL MATCH (there:Merged {id: $id})
WITH of, there
WHERE there IS NULL
MERGE (n:Entity {id: $id})
ON CREATE SET n:$(of.type), n.type = of.type, n.name = $name, n.kind = of.kind, n.aliases = [], n.splitOff = true
WITH n
MERGE (x:Name {folded: $folded})
MERGE (n)-[:CALLED]->(x)
