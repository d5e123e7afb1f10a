// What people decided about a statement, and since when it does not hold any more. What the reader doubted holds as it was read once the statement is accepted.
MATCH (s:Statement {id: $id})
SET s.status = $status, s.review = $review, s.version = $version, s.lapsedOn = $lapsedOn
FOREACH (_ IN CASE WHEN $status = 'CURRENT' THEN [1] ELSE [] END | REMOVE s:Lapsed)
FOREACH (_ IN CASE WHEN $status = 'CURRENT' THEN [] ELSE [1] END | SET s:Lapsed)
WITH s
OPTIONAL MATCH (s)-[r:ASSERTS]->() WHERE r.readAs IS NOT NULL
SET r.modality = CASE WHEN $review = 'ACCEPTED' THEN r.readAs ELSE 'DOUBTFUL' END
