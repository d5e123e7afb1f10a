// Which claims may tell another story of one event than the given ones: losses, denials and deeds of one subject, the object in other words; the dead,
// the injured and deeds at one place in the same days, and those of one article; the killing of one person; two who blame each other; and what two did together, told from the other's side.
UNWIND $ids AS id
MATCH (c:Claim {id: id})-[:OF]->(p:Predicate)
WITH c, p, toLower(p.inverse) = toLower(p.label) AS mutual
CALL (c, p, mutual) {
  WITH c
  WHERE c.predicate IN $titled OR NOT EXISTS { (c)-[:OBJECT]->() }
  MATCH (c)-[:SUBJECT]->(s:Entity)<-[:SUBJECT]-(d:Claim)
  WHERE d <> c AND d.predicate = c.predicate AND d.negated <> c.negated AND (c.predicate IN $titled OR NOT EXISTS { (d)-[:OBJECT]->() })
  RETURN d
  UNION
  MATCH (c)-[:OBJECT]->(o:Entity)-[:CALLED]->(:Name)<-[:CALLED]-(other:Entity)
  WHERE other <> o
  WITH DISTINCT c, p, other
  MATCH (c)-[:SUBJECT]->(s:Entity)
  MATCH (other)<-[:OBJECT]-(d:Claim)-[:SUBJECT]->(s)
  WHERE d.predicate = c.predicate OR d.predicate IN p.excludes
  RETURN d
  UNION
  WITH c
  WHERE c.predicate IN $located AND NOT EXISTS { (c)-[:OBJECT]->() }
  MATCH (c)<-[:ASSERTS]-(said:Statement)-[:MENTIONS]->(spot:Place)
  WHERE coalesce(spot.kind, '') IN ['', 'settlement'] AND size(said.date) = 10
  WITH DISTINCT c, spot, toString(date(said.date) - duration('P8D')) AS from, toString(date(said.date) + duration('P8D')) AS to
  MATCH (spot)<-[:MENTIONS]-(other:Statement)-[:ASSERTS]->(d:Claim {predicate: c.predicate})
  WHERE d <> c AND (other.date >= from AND other.date <= to OR size(d.occurredOn) = 10 AND d.occurredOn = c.occurredOn)
  RETURN d
  UNION
  WITH c
  WHERE c.predicate IN $located AND NOT EXISTS { (c)-[:OBJECT]->() }
  MATCH (c)<-[:ASSERTS]-(:Statement)-[:FROM]->(:Article)<-[:FROM]-(:Statement)-[:ASSERTS]->(d:Claim {predicate: c.predicate})
  WHERE d <> c
  RETURN d
  UNION
  WITH c
  WHERE c.predicate IN $single
  MATCH (c)-[:OBJECT]->(victim:Person)<-[:OBJECT]-(d:Claim {predicate: c.predicate})
  WHERE d <> c
  RETURN d
  UNION
  WITH c
  WHERE c.predicate = 'BLAMED'
  MATCH (c)-[:OBJECT]->(blamed:Entity)<-[:SUBJECT]-(d:Claim {predicate: 'BLAMED'})-[:OBJECT]->(:Entity)<-[:SUBJECT]-(c)
  RETURN d
  UNION
  WITH c
  WHERE c.predicate IN ['DENIED', 'CLAIMED_RESPONSIBILITY']
  MATCH (c)-[:SUBJECT]->(:Entity)<-[:SUBJECT]-(d:Claim)
  WHERE d.predicate IN ['DENIED', 'CLAIMED_RESPONSIBILITY'] AND d.predicate <> c.predicate
  RETURN d
  UNION
  WITH c, mutual
  WHERE mutual
  MATCH (c)-[:SUBJECT]->(:Entity)<-[:OBJECT]-(d:Claim {predicate: c.predicate})-[:SUBJECT]->(:Entity)<-[:OBJECT]-(c)
  RETURN d
}
WITH DISTINCT c, d
WITH CASE WHEN c.id < d.id THEN c ELSE d END AS a, CASE WHEN c.id < d.id THEN d ELSE c END AS b
RETURN DISTINCT a.id AS a, b.id AS b, EXISTS { (a)-[:OF]->(p:Predicate) WHERE b.predicate IN p.excludes } AS excludes, false AS answers,
  EXISTS { (a)-[:OF]->(p:Predicate) WHERE b.predicate = p.id AND toLower(p.inverse) = toLower(p.label) } AS symmetric
