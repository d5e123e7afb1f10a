// Entities that another one stands for.
UNWIND $rows AS row
OPTIONAL MATCH (e:Entity {id: row.id})
OPTIONAL MATCH (h:Merged {id: row.id})
WITH row, coalesce(e, h) AS n
OPTIONAL MATCH (n)-[x:MERGED_INTO]->()
DELETE x
WITH DISTINCT row, n
OPTIONAL MATCH (n)-[c:CALLED]->()
DELETE c
WITH DISTINCT row, n
REMOVE n:Entity
REMOVE n:$(n.type)
SET n:Merged
WITH row, n
MATCH (into:Entity {id: row.into})
CREATE (n)-[:MERGED_INTO]->(into)
