// Later positions that replace earlier ones.
UNWIND $edges AS row
MATCH (later:Claim {id: row.from})
MATCH (earlier:Claim {id: row.to})
MERGE (later)-[r:SUPERSEDES]->(earlier)
SET r.reason = row.reason, r.detector = row.detector
