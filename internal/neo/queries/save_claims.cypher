// Claims, with what they are about, and whom or what they say it was done to. Setting the predicate again locks a claim, so that two writers that make it
// count it one after the other. One that is there has its edges: they follow from its id. Gives the new ones.
UNWIND $claims AS row
MERGE (c:Claim {id: row.id})
WITH c, row, c.statements IS NULL AS isNew
SET c.predicate = row.predicate
WITH c, row
WHERE isNew
SET c += row.properties, c.statements = 0, c.origins = 0
WITH c, row
CALL (c, row) {
  MATCH (p:Predicate {id: row.predicate})
  CREATE (c)-[:OF]->(p)
}
CALL (c, row) {
  MATCH (e:Entity {id: row.subject})
  CREATE (c)-[:SUBJECT]->(e)
}
CALL (c, row) {
  MATCH (e:Entity {id: row.object})
  CREATE (c)-[:OBJECT]->(e)
}
RETURN c.id AS id
