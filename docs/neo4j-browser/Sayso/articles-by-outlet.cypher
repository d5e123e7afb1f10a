// Articles by outlet
MATCH (outlet:Entity)<-[:PUBLISHED_BY]-(a:Article)
WITH outlet, a ORDER BY a.publishedAt DESC, a.id
RETURN outlet.name AS outlet, count(a) AS articles, count(DISTINCT a.originId) AS origins, min(a.publishedAt) AS first, max(a.publishedAt) AS last,
  collect(a.title)[..5] AS newest
ORDER BY articles DESC, outlet
LIMIT 100
