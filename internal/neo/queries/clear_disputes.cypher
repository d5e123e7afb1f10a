// Takes away what stood between these claims and others, and says with which.
UNWIND $ids AS id
MATCH (:Claim {id: id})-[r:CONTRADICTS|SUPERSEDES]-(other:Claim)
WITH collect(r) AS edges, collect(DISTINCT other.id) AS others
FOREACH (r IN edges | DELETE r)
RETURN others
