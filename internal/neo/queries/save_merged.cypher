// Entities that others stand for: they keep their own names, and those who stand for them are called so too.
UNWIND $entities AS row
MATCH (m:Merged {id: row.id})-[:MERGED_INTO]->(e:Entity)
SET m.kind = coalesce(m.kind, row.kind),
    m.description = coalesce(m.description, row.description),
    m.wikidataId = coalesce(m.wikidataId, row.wikidataId),
    m.ownAliases = COLLECT { UNWIND m.ownAliases + row.aliases AS alias WITH DISTINCT alias ORDER BY alias RETURN alias },
    m.ownNames = COLLECT { UNWIND m.ownNames + row.names AS name WITH DISTINCT name ORDER BY name RETURN name }
SET m.aliases = m.ownAliases,
    e.aliases = COLLECT { UNWIND e.aliases + row.aliases AS alias WITH DISTINCT alias WHERE alias <> e.name ORDER BY alias RETURN alias }
WITH e, row
UNWIND row.names AS folded
MERGE (n:Name {folded: folded})
MERGE (e)-[:CALLED]->(n)
