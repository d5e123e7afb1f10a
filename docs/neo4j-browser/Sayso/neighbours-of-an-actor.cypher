// Neighbours of an actor: what it did and what was done to it
MATCH (:Name {folded: 'russia'})<-[:CALLED]-(actor:Entity)
MATCH p = (actor)-[r]-(:Entity)
WHERE r.claimIds IS NOT NULL
RETURN p ORDER BY r.origins DESC, r.claimIds[0] LIMIT 100
