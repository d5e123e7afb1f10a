// The maintained edges between actors.
MATCH (subject:Entity)-[r]->(object:Entity)
WHERE r.claimIds IS NOT NULL
RETURN subject.id AS subject, object.id AS object, type(r) AS predicate, r.claimIds AS claims,
  r.statements AS statements, r.origins AS origins, r.firstOn AS firstOn, r.lastOn AS lastOn, r.contested AS contested
ORDER BY subject, predicate, object
