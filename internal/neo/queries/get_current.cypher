// Which of the recorded entities are shown as another one, in this article.
UNWIND $ids AS id
MATCH (m:Merged {id: id})-[:MERGED_INTO]->(e:Entity)
RETURN id, e.id AS shown, e.name AS name
