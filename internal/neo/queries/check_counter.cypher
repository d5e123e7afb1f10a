// Whether the counter of the change feed stands at its last entry.
UNWIND $ids AS name
MATCH (o:Outbox {name: name})
WITH o, head(COLLECT { MATCH (c:Change) WHERE c.seq > 0 RETURN c.seq ORDER BY c.seq DESC LIMIT 1 }) AS last
WHERE o.last <> coalesce(last, 0)
RETURN o.name AS id, 'stands at ' + toString(o.last) + ', and the last entry is ' + toString(coalesce(last, 0)) AS what, last < o.last AS ahead
