// Takes the maintained edges of claims away, before they are made anew.
UNWIND $ids AS id
MATCH (subject:Entity)<-[:SUBJECT]-(c:Claim {id: id})-[:OBJECT]->(object:Entity)
MATCH (subject)-[r]->(object)
WHERE r.claimId = c.id
DELETE r
