// Entities, with all their other names gathered.
UNWIND $entities AS row
MERGE (e:Entity {id: row.id})
ON CREATE SET e:$(row.type), e.type = row.type, e.name = row.name, e.aliases = []
SET e.kind = coalesce(e.kind, row.kind),
    e.description = coalesce(e.description, row.description),
    e.wikidataId = coalesce(e.wikidataId, row.wikidataId)
WITH e, row
SET e.aliases = COLLECT { UNWIND e.aliases + row.aliases AS alias WITH DISTINCT alias ORDER BY alias RETURN alias }
