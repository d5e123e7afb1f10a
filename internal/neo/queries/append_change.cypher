// The next entry of the change feed. The counter stays locked until this transaction ends, so that numbers come in the order of commits,
// without gaps.
MERGE (o:Outbox {name: 'changes'})
ON CREATE SET o.last = 0
SET o.last = o.last + 1
CREATE (c:Change {id: 'ch_' + toString(o.last), seq: o.last})
SET c += $properties
WITH c
UNWIND range(0, size($concerns) - 1) AS position
WITH c, position, $concerns[position] AS id
OPTIONAL MATCH (e:Entity {id: id})
OPTIONAL MATCH (m:Merged {id: id})
OPTIONAL MATCH (s:Statement {id: id})
OPTIONAL MATCH (a:Article {id: id})
OPTIONAL MATCH (j:Judgement {id: id})
OPTIONAL MATCH (k:Claim {id: id})
OPTIONAL MATCH (p:Predicate {id: id})
OPTIONAL MATCH (t:Rating {id: id})
OPTIONAL MATCH (d:Deleted {id: id})
WITH c, position, coalesce(e, m, s, a, j, k, p, t, d) AS n
WHERE n IS NOT NULL
MERGE (c)-[r:CONCERNS]->(n)
SET r.position = position
