// A source as it is after a look; one that was removed meanwhile stays removed.
MATCH (s:Source {id: $id})
SET s += $properties
RETURN s.id AS id
