// That an article and its statements name somebody forgotten.
MATCH (a:Article {id: $id})
CALL (a) {
  MATCH (a)-[r:NAMES|PUBLISHED_BY]->(e:Entity) WHERE e.id IN $ids RETURN r
  UNION
  MATCH (a)<-[:FROM]-(:Statement)-[r:VIA|MENTIONS]->(e:Entity) WHERE e.id IN $ids RETURN r
}
DELETE r
