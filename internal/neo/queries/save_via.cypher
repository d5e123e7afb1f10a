// The channels and outlets a statement came through, in order.
UNWIND $edges AS row
MATCH (s:Statement {id: row.from})
MATCH (e:Entity {id: row.to})
MERGE (s)-[r:VIA {position: row.position}]->(e)
SET r.entity = row.entity
