// An opinion of a source or a statement.
OPTIONAL MATCH (e:Entity {id: $of})
OPTIONAL MATCH (m:Merged {id: $of})
OPTIONAL MATCH (s:Statement {id: $of})
WITH coalesce(e, m, s) AS n
WHERE n IS NOT NULL
MERGE (r:Rating {id: $id})
ON CREATE SET r += $properties
MERGE (r)-[x:RATES]->(n)
SET x.at = $properties.at
RETURN r.id AS id
