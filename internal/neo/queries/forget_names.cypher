// Names that lead to an actor no more.
UNWIND $names AS folded
MATCH (:Entity {id: $id})-[c:CALLED]->(x:Name {folded: folded})
DELETE c
WITH DISTINCT x
WHERE NOT EXISTS { (x)<-[:CALLED]-() }
DELETE x
