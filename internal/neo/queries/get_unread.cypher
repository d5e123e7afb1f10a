// Articles that wait for a reader, in one of some languages; in any where languages is null.
MATCH (a:Article) WHERE a.unread AND a.id > $after AND ($languages IS NULL OR split(a.language, '-')[0] IN $languages)
RETURN properties(a) AS article, head([(a)-[:PUBLISHED_BY]->(o) | o.name]) AS publisher
ORDER BY a.id LIMIT $first
