// An article's statements by their place in the text.
MATCH (a:Article {id: $article})<-[:FROM]-(s:Statement)
RETURN properties(s) AS statement,
  head([(s)-[:SAID_BY]->(e) | e.id]) AS speaker,
  COLLECT { MATCH (s)-[r:VIA]->(e) RETURN e.id ORDER BY r.position } AS via,
  COLLECT { MATCH (s)-[r:MENTIONS]->(e) RETURN [e.id, r.start, r.end, r.text] ORDER BY r.start, r.end } AS mentions,
  COLLECT { MATCH (s)-[r:ASSERTS]->(c) RETURN [c.id, r.modality, r.start, r.end, r.text, r.confidence, coalesce(r.rules, []), r.readAs] ORDER BY r.start, r.end, c.id } AS asserts
ORDER BY s.quoteStart, s.quoteEnd, s.id
