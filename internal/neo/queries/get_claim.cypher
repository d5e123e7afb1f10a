// One claim.
MATCH (c:Claim {id: $id})
RETURN properties(c) AS claim, head([(c)-[:SUBJECT]->(e) | e.id]) AS subject, head([(c)-[:OBJECT]->(e) | e.id]) AS object
