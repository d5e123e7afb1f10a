// Notes claims on the one edge that their pair of actors has for their predicate: claims that are not negated and that a current statement asserts. What
// two do together is one edge from the smaller id, whichever of them the claim names first. Setting a count again locks the edge before it is read.
UNWIND $ids AS id
MATCH (subject:Entity)<-[:SUBJECT]-(c:Claim {id: id})-[:OBJECT]->(object:Entity)
WHERE NOT c.negated AND EXISTS { (c)<-[:ASSERTS {modality: 'ASSERTED'}]-(:Statement {status: 'CURRENT'}) }
WITH c, subject, object, subject.id > object.id AND EXISTS { (c)-[:OF]->(p:Predicate) WHERE toLower(p.inverse) = toLower(p.label) } AS turned
WITH CASE WHEN turned THEN object ELSE subject END AS a, CASE WHEN turned THEN subject ELSE object END AS b, c.predicate AS predicate, collect(DISTINCT c.id) AS claims
MERGE (a)-[r:$(predicate)]->(b)
SET r.claims = coalesce(r.claims, 0)
SET r.claimIds = coalesce(r.claimIds, []) + [x IN claims WHERE NOT x IN coalesce(r.claimIds, [])]
