// Chains: statements that came through others, longest first
MATCH (s:Statement)-[via:VIA]->(:Entity)
WITH s, count(via) AS steps ORDER BY steps DESC, s.id LIMIT 25
MATCH through = (s)-[:VIA]->(:Entity)
MATCH reported = (s)-[:FROM]->(:Article)
OPTIONAL MATCH spoken = (s)-[:SAID_BY]->(:Entity)
RETURN through, reported, spoken
