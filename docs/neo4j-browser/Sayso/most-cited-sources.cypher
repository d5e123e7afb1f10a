// Most cited sources: who speaks in most articles
MATCH (source:Entity)<-[:SAID_BY]-(s:Statement)-[:FROM]->(a:Article)
RETURN source.name AS source, source.type AS type, count(DISTINCT a.originId) AS origins, count(DISTINCT a) AS articles, count(DISTINCT s) AS statements,
  min(s.date) AS first, max(s.date) AS last
ORDER BY origins DESC, statements DESC, source
LIMIT 50
