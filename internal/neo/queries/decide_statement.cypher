// What people decided about a statement, and since when it does not hold any more.
MATCH (s:Statement {id: $id})
SET s.status = $status, s.review = $review, s.version = $version, s.lapsedOn = $lapsedOn
FOREACH (_ IN CASE WHEN $status = 'CURRENT' THEN [1] ELSE [] END | REMOVE s:Lapsed)
FOREACH (_ IN CASE WHEN $status = 'CURRENT' THEN [] ELSE [1] END | SET s:Lapsed)
