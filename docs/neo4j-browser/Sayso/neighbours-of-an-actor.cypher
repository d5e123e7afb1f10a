// Neighbours of an actor: what it did and what was done to it
MATCH (:Name {folded: 'russia'})<-[:CALLED]-(actor:Entity)
MATCH p = (actor)-[r]-(:Entity)
WHERE r.claimId IS NOT NULL
RETURN p ORDER BY r.origins DESC, r.claimId LIMIT 100
