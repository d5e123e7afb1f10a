// What people decided about a statement.
MATCH (s:Statement {id: $id})
SET s.status = $status, s.review = $review, s.version = $version
