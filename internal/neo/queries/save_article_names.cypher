// Which actors an article names, and where; for one who stands for others, as whom each mention was recorded.
MATCH (a:Article {id: $article})
UNWIND $named AS row
MATCH (e:Entity {id: row.entity})
MERGE (a)-[r:NAMES]->(e)
SET r.starts = row.starts, r.ends = row.ends, r.texts = row.texts, r.entities = row.entities
