// The maintained edges between actors.
MATCH (subject:Entity)-[r]->(object:Entity)
WHERE r.claimId IS NOT NULL
RETURN subject.id AS subject, object.id AS object, type(r) AS predicate, r.claimId AS claim,
  r.statements AS statements, r.origins AS origins, r.firstOn AS firstOn, r.lastOn AS lastOn
ORDER BY subject, predicate, object, claim
