// Whether a standing question is answered.
MATCH (q:StandingQuestion {id: $id})
SET q.paused = $paused
RETURN q.id AS id
