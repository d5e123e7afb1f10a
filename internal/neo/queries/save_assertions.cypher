// Which claims a statement makes, with the words that do.
UNWIND $edges AS row
MATCH (s:Statement {id: row.from})
MATCH (c:Claim {id: row.to})
MERGE (s)-[r:ASSERTS {start: row.start, end: row.end}]->(c)
SET r.text = row.text, r.modality = row.modality, r.confidence = row.confidence
