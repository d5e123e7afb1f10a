// A judgement, tied to the two that it is about.
MERGE (j:Judgement {id: $id})
SET j += $properties
WITH j
UNWIND [['left', $properties.left], ['right', $properties.right]] AS side
WITH j, side[0] AS side, side[1] AS about
OPTIONAL MATCH (e:Entity {id: about})
OPTIONAL MATCH (m:Merged {id: about})
WITH j, side, coalesce(e, m) AS n
WHERE n IS NOT NULL
MERGE (j)-[r:ABOUT {side: side}]->(n)
SET j[side + 'Name'] = n.name
