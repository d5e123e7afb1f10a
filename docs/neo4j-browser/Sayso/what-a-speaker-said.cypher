// What a speaker said, newest first
MATCH (:Name {folded: 'vladimir putin'})<-[:CALLED]-(speaker:Entity)<-[:SAID_BY]-(s:Statement)-[:FROM]->(a:Article)
RETURN s.date AS day, speaker.name AS speaker, s.quoteExact AS words, s.form AS form, s.modality AS modality,
  COLLECT { MATCH (s)-[v:VIA]->(e:Entity) RETURN e.name ORDER BY v.position } AS via, a.title AS article, a.url AS url
ORDER BY day DESC, s.id
LIMIT 100
