// Claims. Setting the predicate again locks the claim, so that two writers that make it count it one after the other. Gives the new ones.
UNWIND $claims AS row
MERGE (c:Claim {id: row.id})
WITH c, row, c.statements IS NULL AS isNew
FOREACH (_ IN CASE WHEN isNew THEN [1] ELSE [] END | SET c += row.properties, c.statements = 0, c.origins = 0)
SET c.predicate = row.predicate
WITH c, row, isNew
MATCH (p:Predicate {id: row.predicate})
MERGE (c)-[:OF]->(p)
WITH c, isNew
WHERE isNew
RETURN c.id AS id
