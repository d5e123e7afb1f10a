// By what recorded entities can be known again. Of long lists the smallest values are kept, so that the order of articles makes no difference.
UNWIND $profiles AS row
OPTIONAL MATCH (e:Entity {id: row.id})
OPTIONAL MATCH (m:Merged {id: row.id})
WITH row, coalesce(e, m) AS n
SET n.roles = COLLECT { UNWIND coalesce(n.roles, []) + row.roles AS x WITH DISTINCT x ORDER BY x LIMIT 50 RETURN x },
    n.affiliations = COLLECT { UNWIND coalesce(n.affiliations, []) + row.affiliations AS x WITH DISTINCT x ORDER BY x LIMIT 50 RETURN x },
    n.companions = COLLECT { UNWIND coalesce(n.companions, []) + row.companions AS x WITH DISTINCT x ORDER BY x LIMIT 200 RETURN x }
WITH row, n
UNWIND row.sounds AS key
MERGE (k:Sound {key: key})
MERGE (n)-[:SOUNDS]->(k)
