// What hangs on an article: the claims of its statements, the actors that it names, and the articles of its origin.
MATCH (a:Article {id: $id})
SET a.id = a.id
RETURN a.title AS title, a.url AS url, a.publishedAt AS publishedAt, head([(a)-[:PUBLISHED_BY]->(o) | o.name]) AS publisher,
  COUNT { (a)<-[:FROM]-(:Statement) } AS statements,
  COLLECT { MATCH (a)<-[:FROM]-(:Statement)-[:ASSERTS]->(c:Claim) RETURN DISTINCT c.id } AS claims,
  COLLECT { MATCH (a)-[:NAMES|PUBLISHED_BY]->(e:Entity) RETURN DISTINCT e.id
            UNION MATCH (a)<-[:FROM]-(:Statement)-[:SAID_BY|VIA|MENTIONS]->(e:Entity) RETURN DISTINCT e.id
            UNION MATCH (a)<-[:FROM]-(:Statement)-[:ASSERTS]->(:Claim)-[:SUBJECT|OBJECT]->(e:Entity) RETURN DISTINCT e.id } AS actors,
  COLLECT { MATCH (b:Article {originId: a.originId}) WHERE b <> a RETURN b.id } AS siblings
