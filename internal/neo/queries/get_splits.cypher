// Which splits of recorded entities hold, for one article.
UNWIND $ids AS id
MATCH (j:Judgement {left: id, verdict: 'SPLIT', status: 'ACTIVE'})
WHERE $article IN j.articles
CALL (j) {
  MATCH (e:Entity {id: j.right}) RETURN e.name AS name
  UNION
  MATCH (m:Merged {id: j.right}) RETURN m.name AS name
}
RETURN id, j.right AS right, name
ORDER BY j.id
