// By what near copies of an article are found.
MATCH (a:Article {id: $id})
SET a.signature = $signature, a.shingles = $shingles, a.textId = $textId, a.wire = coalesce(a.wire, $wire)
WITH a
UNWIND $bands AS key
MERGE (b:Band {key: key})
MERGE (a)-[:IN_BAND]->(b)
