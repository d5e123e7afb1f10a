// Articles with the edges that lead from them and from their statements to actors: the edge, where it leads, and as whom that was recorded.
UNWIND $ids AS id
MATCH (a:Article {id: id})
RETURN a.id AS id, COLLECT {
  MATCH (a)<-[:FROM]-(s:Statement)-[r:SAID_BY|VIA|MENTIONS]->(e) RETURN [elementId(r), type(r), e.id, coalesce(r.entity, e.id), e.name] AS edge
  UNION ALL
  MATCH (a)-[r:PUBLISHED_BY]->(e) RETURN [elementId(r), type(r), e.id, coalesce(r.entity, e.id), e.name] AS edge
  UNION ALL
  MATCH (a)-[r:NAMES]->(e)
  UNWIND coalesce(r.entities, [e.id]) AS recorded
  RETURN DISTINCT [elementId(r), type(r), e.id, recorded, e.name] AS edge
  UNION ALL
  MATCH (a)<-[:FROM]-(:Statement)-[r:ASSERTS]->(c:Claim)-[x:SUBJECT|OBJECT]->(e)
  RETURN [elementId(r), type(x), e.id, coalesce(CASE type(x) WHEN 'SUBJECT' THEN r.subject ELSE r.object END, e.id), e.name] AS edge
} AS edges
ORDER BY id
