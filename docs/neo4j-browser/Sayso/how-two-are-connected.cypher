// How two actors are connected: the shortest ways between them
MATCH (:Name {folded: 'syria'})<-[:CALLED]-(from:Entity)
WITH collect(from) AS these
MATCH (:Name {folded: 'north korea'})<-[:CALLED]-(to:Entity)
UNWIND these AS from
WITH from, to WHERE from <> to
MATCH way = allShortestPaths((from)-[*..4]-(to))
WHERE all(n IN nodes(way) WHERE n:Entity)
RETURN way
LIMIT 10
