// What hangs on some actors.
UNWIND $ids AS id
OPTIONAL MATCH (e:Entity {id: id})
OPTIONAL MATCH (m:Merged {id: id})
WITH coalesce(e, m) AS n
WHERE n IS NOT NULL
WITH collect(n) AS them
RETURN size(them) AS actors,
  COUNT { UNWIND them AS n MATCH (n)-[:CALLED]->(x:Name) WHERE NOT EXISTS { (x)<-[:CALLED]-(o) WHERE NOT o IN them } RETURN DISTINCT x } AS names,
  COUNT { UNWIND them AS n MATCH (n)<-[:RATES]-(r:Rating) RETURN DISTINCT r } AS ratings,
  COUNT { UNWIND them AS n MATCH (n)<-[:ABOUT]-(j:Judgement) RETURN DISTINCT j } AS judgements,
  COLLECT { UNWIND them AS n MATCH (n)<-[:ABOUT]-(j:Judgement)-[:ABOUT]->(o:Entity) WHERE NOT o IN them RETURN DISTINCT o.id } AS others
