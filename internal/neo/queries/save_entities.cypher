// Entities, with all their other names gathered. Of spellings that fold to one, that with letters beyond ASCII is shown, whatever came first: Halász. One that stands for others keeps its own names apart too.
// Setting the type again locks an entity. A list is only made anew where something is to be added: that takes longest. Gives the new ones.
UNWIND $entities AS row
MERGE (e:Entity {id: row.id})
WITH e, row, e.type IS NULL AS isNew
FOREACH (_ IN CASE WHEN isNew THEN [1] ELSE [] END | SET e:$(row.type), e.name = row.name, e.aliases = [])
SET e.type = row.type,
    e.name = CASE WHEN e.name =~ '[ -~]*' AND NOT row.name =~ '[ -~]*' THEN row.name ELSE e.name END,
    e.kind = coalesce(e.kind, row.kind),
    e.description = coalesce(e.description, row.description),
    e.wikidataId = coalesce(e.wikidataId, row.wikidataId)
WITH e, row, isNew, [x IN row.aliases WHERE NOT x IN e.aliases] AS aliases
CALL (e, aliases) {
  WITH e, aliases
  WHERE aliases <> []
  SET e.aliases = COLLECT { UNWIND e.aliases + aliases AS alias WITH DISTINCT alias ORDER BY alias RETURN alias }
}
CALL (e, row) {
  WITH e, row
  WHERE e.ownAliases IS NOT NULL
  SET e.ownAliases = COLLECT { UNWIND e.ownAliases + row.aliases AS alias WITH DISTINCT alias ORDER BY alias RETURN alias }
}
CALL (e, row) {
  WITH e, row
  WHERE e.ownNames IS NOT NULL
  SET e.ownNames = COLLECT { UNWIND e.ownNames + row.names AS name WITH DISTINCT name ORDER BY name RETURN name }
}
WITH e, isNew
WHERE isNew
RETURN e.id AS id
