// Which statements are there already, with whom they mention where.
UNWIND $ids AS id
MATCH (s:Statement {id: id})
RETURN s.id AS id, [(s)-[r:MENTIONS]->(e:Entity) | {entity: e.id, start: r.start, end: r.end}] AS mentions
