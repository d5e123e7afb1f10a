// By what recorded entities can be known again, where that is more than before.
UNWIND $profiles AS row
OPTIONAL MATCH (e:Entity {id: row.id})
OPTIONAL MATCH (m:Merged {id: row.id})
WITH row, coalesce(e, m) AS n
SET n.roles = row.roles, n.affiliations = row.affiliations, n.companions = row.companions
WITH row, n
UNWIND row.sounds AS key
MERGE (k:Sound {key: key})
MERGE (n)-[:SOUNDS]->(k)
