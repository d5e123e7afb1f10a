// The keys under which actors meet others, in the place of those they had.
UNWIND $rows AS row
OPTIONAL MATCH (e:Entity {id: row.id})
OPTIONAL MATCH (m:Merged {id: row.id})
WITH row, coalesce(e, m) AS n
WHERE n IS NOT NULL
CALL (row, n) {
  OPTIONAL MATCH (n)-[s:SOUNDS]->(k:Sound)
  WHERE NOT k.key IN row.sounds
  DELETE s
}
WITH row, n
UNWIND row.sounds AS key
MERGE (k:Sound {key: key})
MERGE (n)-[:SOUNDS]->(k)
