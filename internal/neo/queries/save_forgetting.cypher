// That somebody was forgotten, by hashes.
MERGE (f:Forgotten {id: $id})
SET f += $properties
