// How two actors are connected: the shortest ways over what actors did to each other
MATCH (:Name {folded: 'syria'})<-[:CALLED]-(from:Entity)
MATCH (:Name {folded: 'north korea'})<-[:CALLED]-(to:Entity)
WHERE from <> to
MATCH way = allShortestPaths((from)-[*..4]-(to))
WHERE all(n IN nodes(way) WHERE n:Entity)
RETURN way
LIMIT 10
