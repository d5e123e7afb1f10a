// Claims with what they lead to.
UNWIND $ids AS id
MATCH (c:Claim {id: id})
RETURN c.id AS id, properties(c) AS claim, COLLECT { MATCH (c)-[:SUBJECT]->(e) RETURN e.id } AS subjects, COLLECT { MATCH (c)-[:OBJECT]->(e) RETURN e.id } AS objects,
  COLLECT { MATCH (c)-[:OF]->(p) RETURN p.id } AS predicates
ORDER BY id
