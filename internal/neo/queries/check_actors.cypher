// Actors that nothing names, and whom nobody judged or rated.
UNWIND $ids AS id
MATCH (e:Entity {id: id})
WHERE NOT EXISTS { (e)<-[:SUBJECT|OBJECT|SAID_BY|VIA|MENTIONS|NAMES|PUBLISHED_BY|ABOUT|RATES|MERGED_INTO]-() }
RETURN e.id AS id, e.name + ' is named by nothing' AS what
ORDER BY id
