// Statements of articles.
UNWIND $statements AS row
MATCH (a:Article {id: row.article})
MERGE (s:Statement {id: row.id})
ON CREATE SET s += row.properties
SET s.date = coalesce(nullIf(s.date, ''), row.date, '')
MERGE (s)-[:FROM]->(a)
