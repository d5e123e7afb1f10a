// An article's text without some names, under the id of that text. Its copies are found anew.
MATCH (a:Article {id: $id})
SET a += $properties
WITH a
CALL (a) {
  UNWIND $named AS row
  MATCH (a)-[r:NAMES]->(e:Entity {id: row.entity})
  SET r.texts = row.texts
}
CALL (a) {
  UNWIND $rows AS row
  MATCH (a)<-[r:TAKEN_BACK_IN {start: row.start, end: row.end}]-(:Statement {id: row.statement})
  SET r.text = row.text
}
CALL (a) {
  MATCH (a)-[r:IN_BAND|COPY_OF]-()
  DELETE r
}
CALL (a) {
  MATCH (j:Judgement {verdict: 'SPLIT'})
  WHERE $id IN j.articles
  SET j.articles = COLLECT { UNWIND j.articles AS x WITH CASE WHEN x = $id THEN a.id ELSE x END AS x RETURN x ORDER BY x }
}
