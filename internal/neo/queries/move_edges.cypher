// What was recorded of one entity moves from the actor that stood for it to the one that does now. An edge keeps the recorded id unless it
// leads to that very actor.
MATCH (old:Entity {id: $from})
MATCH (new:Entity {id: $to})
MATCH (old)<-[r:SAID_BY|VIA|MENTIONS]-(s:Statement)-[:FROM]->(a:Article)
WHERE coalesce(r.entity, $from) = $recorded AND CASE WHEN $articles IS NULL THEN NOT a.id IN $except ELSE a.id IN $articles END
CREATE (s)-[n:$(type(r))]->(new)
SET n = properties(r)
SET n.entity = nullIf($recorded, $to)
DELETE r
