// A judgement, tied to the two that it is about.
MERGE (j:Judgement {id: $id})
SET j += $properties
WITH j
UNWIND [$properties.left, $properties.right] AS about
OPTIONAL MATCH (e:Entity {id: about})
OPTIONAL MATCH (m:Merged {id: about})
WITH j, coalesce(e, m) AS n
WHERE n IS NOT NULL
MERGE (j)-[:ABOUT]->(n)
