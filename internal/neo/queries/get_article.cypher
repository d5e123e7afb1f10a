// One article.
MATCH (a:Article {id: $id})
RETURN properties(a) AS article, head([(a)-[:PUBLISHED_BY]->(o) | o.name]) AS publisher
