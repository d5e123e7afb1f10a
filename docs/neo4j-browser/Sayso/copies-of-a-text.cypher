// Copies: articles that tell one text, and the outlets that printed it
MATCH copy = (a:Article)-[:COPY_OF]-(b:Article)
WHERE a.id < b.id
WITH a, b, copy ORDER BY a.publishedAt DESC, a.id, b.id LIMIT 50
OPTIONAL MATCH printed = (a)-[:PUBLISHED_BY]->(:Entity)
OPTIONAL MATCH again = (b)-[:PUBLISHED_BY]->(:Entity)
RETURN copy, printed, again
