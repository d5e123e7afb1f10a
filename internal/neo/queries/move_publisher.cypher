// The articles of an outlet move to the actor that stands for it now.
MATCH (old:Entity {id: $from})
MATCH (new:Entity {id: $to})
MATCH (old)<-[r:PUBLISHED_BY]-(a:Article)
WHERE coalesce(r.entity, $from) = $recorded AND CASE WHEN $articles IS NULL THEN NOT a.id IN $except ELSE a.id IN $articles END
CREATE (a)-[n:PUBLISHED_BY]->(new)
SET n.entity = nullIf($recorded, $to)
DELETE r
