// Takes an article away with its statements. What the change feed tells of them is told of the stub that keeps its id.
MATCH (a:Article {id: $id})
MERGE (stub:Deleted {id: $id})
SET stub.title = a.title, stub.url = a.url
WITH a, stub
CALL (a, stub) {
  MATCH (a)<-[:FROM]-(s:Statement)
  OPTIONAL MATCH (s)<-[r:CONCERNS]-(change:Change)
  FOREACH (_ IN CASE WHEN change IS NULL THEN [] ELSE [1] END | MERGE (change)-[n:CONCERNS]->(stub) SET n.position = r.position)
  WITH DISTINCT s
  OPTIONAL MATCH (s)<-[:RATES]-(rating:Rating)
  DETACH DELETE rating, s
}
CALL (a, stub) {
  MATCH (a)<-[r:CONCERNS]-(change:Change)
  MERGE (change)-[n:CONCERNS]->(stub)
  SET n.position = r.position
}
DETACH DELETE a
