// By which rules the keys of the graph's names were made; keys that nobody has any more go.
MERGE (l:Lock {name: $name})
SET l.edition = $text
WITH l
CALL () {
  MATCH (k:Sound)
  WHERE NOT (k)<-[:SOUNDS]-()
  DELETE k
}
