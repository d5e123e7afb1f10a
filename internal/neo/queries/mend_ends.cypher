// Edges lead to the actors who are shown, and keep as whom those were recorded.
UNWIND $rows AS row
MATCH (a:Article {id: row.id})
MATCH (new:Entity {id: row.to})
CALL (a, row) {
  MATCH (a)-[r:PUBLISHED_BY]->() RETURN a AS n, r
  UNION
  MATCH (a)<-[:FROM]-(s:Statement)-[r:SAID_BY|VIA|MENTIONS]->() RETURN s AS n, r
}
WITH row, new, n, r
WHERE elementId(r) = row.edge
CREATE (n)-[x:$(type(r))]->(new)
SET x = properties(r)
SET x.entity = nullIf(row.recorded, row.to)
DELETE r
