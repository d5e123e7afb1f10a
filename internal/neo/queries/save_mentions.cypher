// Named actors inside statements.
UNWIND $edges AS row
MATCH (s:Statement {id: row.from})
MATCH (e:Entity {id: row.to})
MERGE (s)-[r:MENTIONS {start: row.start, end: row.end}]->(e)
SET r.text = row.text, r.entity = row.entity
