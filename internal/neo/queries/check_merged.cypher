// Actors for whom another one stands and that are not hidden as they should be.
UNWIND $ids AS id
MATCH (m:Merged {id: id})
WITH m, COUNT { (m)-[:MERGED_INTO]->() } AS ways, COUNT { (m)-[:MERGED_INTO]->(:Entity) } AS shown,
  EXISTS { (m)-[:CALLED]->() } AS called,
  EXISTS { (m)<-[:SAID_BY|VIA|MENTIONS|NAMES|PUBLISHED_BY|SUBJECT|OBJECT]-() } AS named
WITH m, CASE
  WHEN m:Entity THEN 'is hidden and shown at once'
  WHEN ways <> 1 OR shown <> 1 THEN 'leads to ' + toString(ways) + ' actors, and should lead to the one that stands for it'
  WHEN called THEN 'is looked up by name, although another one stands for it'
  WHEN named THEN 'is named by articles or claims, which should name who stands for it'
  WHEN NOT EXISTS { (m)<-[:ABOUT]-(:Judgement {verdict: 'SAME', status: 'ACTIVE'}) } THEN 'is hidden without a judgement that says so'
  END AS what
WHERE what IS NOT NULL
RETURN m.id AS id, what
ORDER BY id
