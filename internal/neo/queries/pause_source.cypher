// Whether a source is looked at.
MATCH (s:Source {id: $id})
SET s.paused = $paused
RETURN s.id AS id
