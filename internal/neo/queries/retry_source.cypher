// Has a source looked at at once and its failed items tried again.
MATCH (s:Source {id: $id})
SET s.nextAt = $at, s.failures = 0
WITH s
OPTIONAL MATCH (i:SourceItem) WHERE i.source = $id AND i.state = 'FAILED' AND i.nextAt >= ''
SET i.state = 'WAITING', i.attempts = 0, i.nextAt = $at
RETURN s.id AS id, count(i) AS items
