// Ties judgements to the two that they are about.
UNWIND $ids AS id
MATCH (j:Judgement {id: id})
UNWIND [['left', j.left], ['right', j.right]] AS side
WITH j, side[0] AS side, side[1] AS about
OPTIONAL MATCH (e:Entity {id: about})
OPTIONAL MATCH (m:Merged {id: about})
WITH j, side, coalesce(e, m) AS n
WHERE n IS NOT NULL
MERGE (j)-[r:ABOUT {side: side}]->(n)
