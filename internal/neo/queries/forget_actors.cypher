// Actors with what was judged and thought of them, and the names and sounds that nobody else has.
UNWIND $ids AS id
OPTIONAL MATCH (e:Entity {id: id})
OPTIONAL MATCH (m:Merged {id: id})
WITH coalesce(e, m) AS n
WHERE n IS NOT NULL
CALL (n) {
  OPTIONAL MATCH (n)<-[:ABOUT|RATES]-(x:Judgement|Rating)
  DETACH DELETE x
}
CALL (n) {
  MATCH (n)-[:CALLED|SOUNDS]->(x:Name|Sound)
  RETURN collect(x) AS keys
}
DETACH DELETE n
WITH keys
UNWIND keys AS x
WITH DISTINCT x
WHERE NOT EXISTS { (x)<-[:CALLED|SOUNDS]-() }
DELETE x
