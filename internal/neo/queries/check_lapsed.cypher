// Statements whose label says otherwise than their status.
UNWIND $ids AS id
MATCH (s:Statement {id: id})
WHERE (s:Lapsed) <> (s.status <> 'CURRENT')
RETURN s.id AS id, 'is ' + s.status + CASE WHEN s:Lapsed THEN ' and marked as lapsed' ELSE ' and not marked as lapsed' END AS what
ORDER BY id
