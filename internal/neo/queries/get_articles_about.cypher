// The articles that name some actors, in any way.
UNWIND $ids AS id
MATCH (e:Entity {id: id})
CALL (e) {
  MATCH (e)<-[:NAMES|PUBLISHED_BY]-(a:Article) RETURN a.id AS article
  UNION
  MATCH (e)<-[:SAID_BY|VIA|MENTIONS]-(:Statement)-[:FROM]->(a:Article) RETURN a.id AS article
  UNION
  MATCH (e)<-[:SUBJECT|OBJECT]-(:Claim)<-[:ASSERTS]-(:Statement)-[:FROM]->(a:Article) RETURN a.id AS article
}
RETURN DISTINCT article
ORDER BY article
