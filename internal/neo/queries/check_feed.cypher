// Entries of the change feed that no other one stands before, or whose id is not their number.
UNWIND $ids AS id
MATCH (c:Change {id: id})
WITH c, CASE
  WHEN c.id <> 'ch_' + toString(c.seq) THEN 'has the number ' + toString(c.seq)
  WHEN c.seq > 1 AND NOT EXISTS { (:Change {seq: c.seq - 1}) } THEN 'there is no entry before it with the number ' + toString(c.seq - 1)
  END AS what
WHERE what IS NOT NULL
RETURN c.id AS id, what
ORDER BY c.seq
