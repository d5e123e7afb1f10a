// The outlet, unless the article has one.
MATCH (a:Article {id: $article})
WHERE NOT EXISTS { (a)-[:PUBLISHED_BY]->() }
MATCH (o:Entity {id: $publisher})
MERGE (a)-[r:PUBLISHED_BY]->(o)
SET r.entity = $recorded
