// Claims that count and are not on the edge of their two actors.
UNWIND $ids AS id
MATCH (subject:Entity)<-[:SUBJECT]-(c:Claim {id: id})-[:OBJECT]->(object:Entity)
WHERE NOT c.negated AND EXISTS { (c)<-[:ASSERTS {modality: 'ASSERTED'}]-(:Statement {status: 'CURRENT'}) }
  AND NOT EXISTS { (subject)-[r]-(object) WHERE type(r) = c.predicate AND c.id IN r.claimIds }
RETURN c.id AS id, coalesce(c.text, c.predicate) + ': no edge between ' + subject.name + ' and ' + object.name + ' tells it' AS what
ORDER BY id
