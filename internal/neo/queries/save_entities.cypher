// Entities, with all their other names gathered. Of spellings that fold to one, that with letters beyond ASCII is shown, whatever came first: Halász. One that stands for others keeps its own names apart too.
// Gives the new ones.
UNWIND $entities AS row
MERGE (e:Entity {id: row.id})
WITH e, row, e.type IS NULL AS isNew
FOREACH (_ IN CASE WHEN isNew THEN [1] ELSE [] END | SET e:$(row.type), e.type = row.type, e.name = row.name, e.aliases = [])
SET e.name = CASE WHEN e.name =~ '[ -~]*' AND NOT row.name =~ '[ -~]*' THEN row.name ELSE e.name END,
    e.kind = coalesce(e.kind, row.kind),
    e.description = coalesce(e.description, row.description),
    e.wikidataId = coalesce(e.wikidataId, row.wikidataId)
WITH e, row, isNew
SET e.aliases = COLLECT { UNWIND e.aliases + row.aliases AS alias WITH DISTINCT alias ORDER BY alias RETURN alias },
    e.ownAliases = CASE WHEN e.ownAliases IS NULL THEN null
      ELSE COLLECT { UNWIND e.ownAliases + row.aliases AS alias WITH DISTINCT alias ORDER BY alias RETURN alias } END,
    e.ownNames = CASE WHEN e.ownNames IS NULL THEN null
      ELSE COLLECT { UNWIND e.ownNames + row.names AS name WITH DISTINCT name ORDER BY name RETURN name } END
WITH e, isNew
WHERE isNew
RETURN e.id AS id
