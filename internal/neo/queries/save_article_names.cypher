// Which actors articles name that were there before, and where; for one who stands for others, as whom each mention was recorded.
UNWIND $named AS row
MATCH (a:Article {id: row.article})
MATCH (e:Entity {id: row.entity})
MERGE (a)-[r:NAMES]->(e)
SET r.starts = row.starts, r.ends = row.ends, r.texts = row.texts, r.entities = row.entities
