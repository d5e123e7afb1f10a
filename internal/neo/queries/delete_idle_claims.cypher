// Claims that nobody makes any more under this id.
UNWIND $ids AS id
MATCH (c:Claim {id: id})
SET c.id = c.id
WITH c
WHERE NOT EXISTS { (c)<-[:ASSERTS]-() }
DETACH DELETE c
