// Marks statements as their status says, and gives their claims.
UNWIND $ids AS id
MATCH (s:Statement {id: id})
FOREACH (_ IN CASE WHEN s.status = 'CURRENT' THEN [1] ELSE [] END | REMOVE s:Lapsed)
FOREACH (_ IN CASE WHEN s.status = 'CURRENT' THEN [] ELSE [1] END | SET s:Lapsed)
WITH s
MATCH (s)-[:ASSERTS]->(c:Claim)
RETURN DISTINCT c.id AS claim
