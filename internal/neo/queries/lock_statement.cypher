// A statement as it is now, kept from others' decisions until this transaction ends.
MATCH (s:Statement {id: $id})
SET s.id = s.id
RETURN coalesce(s.version, 1) AS version, s.status AS status, coalesce(s.review, 'UNREVIEWED') AS review,
  COLLECT { MATCH (s)-[:ASSERTS]->(c:Claim) RETURN DISTINCT c.id } AS claims, head([(s)-[:FROM]->(a) | a.id]) AS article
