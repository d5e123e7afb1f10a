// A standing question with its channels; one that is there stays as it is.
MERGE (q:StandingQuestion {id: $id})
ON CREATE SET q = $properties, q.isNew = true
WITH q WHERE q.isNew
REMOVE q.isNew
WITH q
UNWIND $rows AS row
CREATE (q)-[:TOLD_BY]->(c:Channel)
SET c = row
