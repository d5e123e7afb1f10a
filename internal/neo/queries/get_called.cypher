// The actors who are called so, or who have that id, with all whose words may be theirs.
OPTIONAL MATCH (e:Entity {id: $id})
OPTIONAL MATCH (m:Merged {id: $id})
WITH coalesce(e, m) AS own
CALL (own) {
  WITH own WHERE own IS NOT NULL
  RETURN own AS n
  UNION
  WITH own WHERE own IS NULL
  MATCH (:Name {folded: $folded})<-[:CALLED]-(n:Entity)
  RETURN n
}
RETURN DISTINCT n.id AS id, n.type AS type, n.name AS name
ORDER BY id
