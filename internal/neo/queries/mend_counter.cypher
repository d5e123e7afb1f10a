// Puts the counter of the change feed where its last entry is. It is never put back: numbers behind it were perhaps told to somebody.
UNWIND $ids AS name
MATCH (o:Outbox {name: name})
WITH o, head(COLLECT { MATCH (c:Change) WHERE c.seq > 0 RETURN c.seq ORDER BY c.seq DESC LIMIT 1 }) AS last
WHERE last > o.last
SET o.last = last
