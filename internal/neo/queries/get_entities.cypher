// Entities by id, those that others stand for too.
UNWIND $ids AS id
OPTIONAL MATCH (e:Entity {id: id})
OPTIONAL MATCH (m:Merged {id: id})
WITH coalesce(e, m) AS n
WHERE n IS NOT NULL
RETURN n.id AS id, n.type AS type, n.name AS name
