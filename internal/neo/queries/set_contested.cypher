// Whether anything contradicts a claim.
UNWIND $ids AS id
MATCH (c:Claim {id: id})
SET c.contested = EXISTS { (c)-[:CONTRADICTS]-() }
