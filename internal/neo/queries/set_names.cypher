// What an actor is called: its own names, and those of everybody it stands for.
UNWIND $rows AS row
OPTIONAL MATCH (e:Entity {id: row.id})
OPTIONAL MATCH (m:Merged {id: row.id})
WITH row, coalesce(e, m) AS n
SET n.aliases = row.aliases, n.ownAliases = row.ownAliases, n.ownNames = row.ownNames
WITH row, n
CALL (row, n) {
  OPTIONAL MATCH (n)-[c:CALLED]->(x:Name)
  WHERE NOT x.folded IN row.names
  DELETE c
}
WITH row, n
UNWIND row.names AS folded
MERGE (x:Name {folded: folded})
MERGE (n)-[:CALLED]->(x)
