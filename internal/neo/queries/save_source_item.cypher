// How far an item is. One whose source was removed is kept only if it was taken.
OPTIONAL MATCH (s:Source {id: $id})
WITH s WHERE s IS NOT NULL OR $status = 'TAKEN'
MERGE (i:SourceItem {key: $key})
WITH s, i, coalesce(i.state, '') AS was
SET i = $properties
WITH s, was WHERE s IS NOT NULL AND was <> 'TAKEN' AND $status = 'TAKEN'
SET s.taken = coalesce(s.taken, 0) + 1
