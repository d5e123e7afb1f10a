// The next entries of the change feed. The counter stays locked until this transaction ends, so that numbers come in the order of commits,
// without gaps.
MERGE (o:Outbox {name: 'changes'})
ON CREATE SET o.last = 0
SET o.last = o.last + size($changes)
WITH o.last - size($changes) AS last
UNWIND range(1, size($changes)) AS number
WITH last + number AS seq, $changes[number - 1] AS change
CREATE (c:Change {id: 'ch_' + toString(seq), seq: seq})
SET c += change.properties
WITH c, change
UNWIND range(0, size(change.concerns) - 1) AS position
WITH c, position, change.concerns[position] AS id
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
