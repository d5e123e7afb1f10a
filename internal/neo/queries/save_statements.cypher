// Statements of one article.
MATCH (a:Article {id: $article})
UNWIND $statements AS row
MERGE (s:Statement {id: row.id})
ON CREATE SET s += row.properties
SET s.date = coalesce(nullIf(s.date, ''), row.date, '')
MERGE (s)-[:FROM]->(a)
