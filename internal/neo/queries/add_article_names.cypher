// Which actors new articles name, and where; for one who stands for others, as whom each mention was recorded.
UNWIND $named AS row
MATCH (a:Article {id: row.article})
MATCH (e:Entity {id: row.entity})
CREATE (a)-[:NAMES {starts: row.starts, ends: row.ends, texts: row.texts, entities: row.entities}]->(e)
