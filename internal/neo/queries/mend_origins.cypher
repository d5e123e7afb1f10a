// Articles without an origin get one of their own, which is then brought together with that of their copies.
UNWIND $ids AS id
MATCH (a:Article {id: id})
WHERE a.originId IS NULL
SET a.originId = coalesce(a.textId, a.id)
