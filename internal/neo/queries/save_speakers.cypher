// Who said it, with the words that name the speaker.
UNWIND $edges AS row
MATCH (s:Statement {id: row.from})
MATCH (e:Entity {id: row.to})
MERGE (s)-[r:SAID_BY]->(e)
SET r.mention = row.mention, r.entity = row.entity
