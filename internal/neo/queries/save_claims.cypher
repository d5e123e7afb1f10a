// Claims. Setting the predicate again locks the claim, so that two articles that make it count it one after the other.
UNWIND $claims AS row
MERGE (c:Claim {id: row.id})
ON CREATE SET c += row.properties, c.statements = 0, c.origins = 0
SET c.predicate = row.predicate
WITH c, row
MATCH (p:Predicate {id: row.predicate})
MERGE (c)-[:OF]->(p)
