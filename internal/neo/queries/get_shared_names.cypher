// Which of some folded names others have too.
UNWIND $names AS folded
MATCH (:Name {folded: folded})<-[:CALLED]-(e:Entity)
WHERE NOT e.id IN $ids
RETURN folded, collect(e.id) AS ids
ORDER BY folded
