// Statements make the claims about those who stand for the recorded ones now.
UNWIND $rows AS row
MATCH (s:Statement {id: row.statement})-[r:ASSERTS]->(:Claim {id: row.from})
WHERE elementId(r) = row.edge
MATCH (c:Claim {id: row.to})
CREATE (s)-[n:ASSERTS]->(c)
SET n = properties(r)
SET n.subject = row.subject, n.object = row.object
DELETE r
