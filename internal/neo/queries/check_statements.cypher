// Statements with the articles and speakers that they lead to.
UNWIND $ids AS id
MATCH (s:Statement {id: id})
RETURN s.id AS id, properties(s) AS statement, COLLECT { MATCH (s)-[:FROM]->(a:Article) RETURN a.id } AS articles, COUNT { (s)-[:SAID_BY]->() } AS speakers
ORDER BY id
