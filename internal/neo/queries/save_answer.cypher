// The answer of a standing question as it is told now. told is the number of the last telling before: where it is another one, somebody else has told.
MATCH (q:StandingQuestion {id: $id})
SET q.lock = true
WITH q, q.told AS told
REMOVE q.lock
WITH q, told, told = $number AS ours
FOREACH (_ IN CASE WHEN ours THEN [1] ELSE [] END | SET q += $properties)
RETURN ours
