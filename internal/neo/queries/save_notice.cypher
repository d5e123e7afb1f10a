// Which article takes a statement back, on which day and with which words. An article that does so corrects the statement's own.
MATCH (s:Statement {id: $id})-[:FROM]->(own:Article)
MATCH (a:Article {id: $article})
MERGE (s)-[r:TAKEN_BACK_IN]->(a)
SET r = $properties
FOREACH (_ IN CASE WHEN own <> a THEN [1] ELSE [] END | MERGE (a)-[c:CORRECTS]->(own) ON CREATE SET c.at = $properties.on)
