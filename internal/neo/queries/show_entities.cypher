// Entities that stand for themselves again.
UNWIND $ids AS id
MATCH (m:Merged {id: id})
OPTIONAL MATCH (m)-[x:MERGED_INTO]->()
DELETE x
REMOVE m:Merged
SET m:Entity:$(m.type)
