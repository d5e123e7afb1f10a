// What stands between claims, once for each pair.
UNWIND $edges AS row
MATCH (a:Claim {id: row.from})
MATCH (b:Claim {id: row.to})
MERGE (a)-[r:CONTRADICTS {kind: row.kind}]->(b)
SET r.reason = row.reason, r.detector = row.detector
