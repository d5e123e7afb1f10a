// That a whole graph is being copied into this one, which must be empty for it, or half a copy.
OPTIONAL MATCH (begun:Lock {name: $name})
WITH begun
WHERE begun IS NOT NULL OR NOT EXISTS { (:Article) } AND NOT EXISTS { (:Entity) } AND NOT EXISTS { (:Change) }
MERGE (l:Lock {name: $name})
RETURN l.name AS name
