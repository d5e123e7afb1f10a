// That statements claim something about somebody forgotten.
UNWIND $rows AS row
MATCH (s:Statement {id: row.statement})-[r:ASSERTS]->(:Claim)
WHERE elementId(r) = row.edge
DELETE r
