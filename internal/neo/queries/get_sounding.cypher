// The actors that meet others by sound, a thousand at a time by id, with their own names. The edition is that of the keys they have.
OPTIONAL MATCH (l:Lock {name: $name})
WITH l.edition AS edition
CALL () {
  MATCH (n:Entity|Merged)
  WHERE n.id > $from AND (n)-[:SOUNDS]->(:Sound)
  RETURN n ORDER BY n.id LIMIT 1000
}
RETURN n.id AS id, n.type AS type, n.name AS name, coalesce(n.ownAliases, n.aliases, []) AS aliases, edition
ORDER BY id
