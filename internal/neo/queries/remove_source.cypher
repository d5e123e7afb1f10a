// Forgets a source with its items that were not taken.
MATCH (s:Source {id: $id})
OPTIONAL MATCH (i:SourceItem) WHERE i.source = $id AND i.state IN ['WAITING', 'FAILED'] AND i.nextAt >= ''
WITH s, collect(i) AS items
FOREACH (item IN items | DELETE item)
DELETE s
RETURN $id AS id
