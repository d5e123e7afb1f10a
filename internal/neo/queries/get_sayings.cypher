// What was said to make claims, with who said it and which actors and spots it names.
UNWIND $ids AS id
MATCH (c:Claim {id: id})<-[a:ASSERTS]-(s:Statement {status: 'CURRENT'})-[:FROM]->(article:Article)
WHERE a.modality = 'ASSERTED'
WITH DISTINCT c, s, article
OPTIONAL MATCH (s)-[:SAID_BY]->(speaker:Entity)
RETURN c.id AS claim, coalesce(s.date, '') AS on, article.id AS article, speaker.id AS speaker, speaker.name AS speakerName, s.sourceTexts AS sources,
  s.quoteExact AS words, [(s)-[:MENTIONS]->(e:Entity) | e.id] AS names,
  [(s)-[:MENTIONS]->(e:Place) WHERE coalesce(e.kind, '') IN ['', 'settlement'] | e.name] AS places
ORDER BY claim, on, s.id
