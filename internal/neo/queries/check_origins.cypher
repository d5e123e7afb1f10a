// Articles whose origin is not the smallest of the texts' ids among those that are copies of each other.
UNWIND $ids AS id
MATCH (a:Article {id: id})
WITH a, COLLECT { MATCH (a)-[:COPY_OF]-{0,}(b:Article) RETURN DISTINCT coalesce(b.textId, b.id) } AS origins
WITH a, reduce(low = head(origins), x IN origins | CASE WHEN x < low THEN x ELSE low END) AS origin
WHERE a.originId IS NULL OR a.originId <> origin
RETURN a.id AS id, 'its origin is ' + coalesce(a.originId, 'not known') + ', and should be ' + origin AS what
ORDER BY id
