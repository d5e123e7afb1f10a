// By what near copies of articles are found.
UNWIND $signatures AS row
MATCH (a:Article {id: row.id})
SET a.signature = row.signature, a.shingles = row.shingles, a.textId = row.textId, a.wire = coalesce(a.wire, row.wire)
WITH a, row
UNWIND row.bands AS key
MERGE (b:Band {key: key})
MERGE (a)-[:IN_BAND]->(b)
