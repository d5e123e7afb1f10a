// Which splits of recorded entities hold, for each of the articles that ask.
UNWIND $asked AS row
MATCH (j:Judgement {left: row.id, verdict: 'SPLIT', status: 'ACTIVE'})
UNWIND row.articles AS article
WITH j, article
WHERE article IN j.articles
CALL (j) {
  MATCH (e:Entity {id: j.right}) RETURN e.name AS name
  UNION
  MATCH (m:Merged {id: j.right}) RETURN m.name AS name
}
RETURN article, j.left AS id, j.right AS right, name
ORDER BY j.id
