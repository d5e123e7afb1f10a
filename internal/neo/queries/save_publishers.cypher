// The outlets of articles that have none.
UNWIND $edges AS row
MATCH (a:Article {id: row.article})
WHERE NOT EXISTS { (a)-[:PUBLISHED_BY]->() }
MATCH (o:Entity {id: row.publisher})
MERGE (a)-[r:PUBLISHED_BY]->(o)
SET r.entity = row.recorded
