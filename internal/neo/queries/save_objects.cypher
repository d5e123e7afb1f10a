// Whom or what claims say it was done to.
UNWIND $edges AS row
MATCH (c:Claim {id: row.from})
MATCH (e:Entity {id: row.to})
MERGE (c)-[:OBJECT]->(e)
