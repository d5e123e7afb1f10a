// Actors named together with an actor
MATCH (:Name {folded: 'russia'})<-[:CALLED]-(actor:Entity)<-[:NAMES]-(a:Article)-[:NAMES]->(other:Entity)
WHERE other <> actor
RETURN actor.name AS actor, other.name AS other, other.type AS type, count(DISTINCT a) AS articles, count(DISTINCT a.originId) AS origins,
  collect(DISTINCT a.title)[..5] AS some
ORDER BY origins DESC, articles DESC, other
LIMIT 50
