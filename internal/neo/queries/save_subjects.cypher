// What claims are about.
UNWIND $edges AS row
MATCH (c:Claim {id: row.from})
MATCH (e:Entity {id: row.to})
MERGE (c)-[:SUBJECT]->(e)
