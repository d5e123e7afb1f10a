// Taken back: what was retracted or corrected, and by which notice
MATCH (s:Statement:Lapsed)-[:FROM]->(a:Article)
OPTIONAL MATCH (s)-[n:TAKEN_BACK_IN]->(notice:Article)
OPTIONAL MATCH (s)<-[:CORRECTS]-(instead:Statement)
RETURN s.lapsedOn AS day, s.status AS status, s.review AS review, s.quoteExact AS words, coalesce(head([(s)-[:SAID_BY]->(e:Entity) | e.name]), 'the article itself') AS speaker,
  a.title AS article, n.text AS notice, notice.title AS `in`, instead.quoteExact AS instead
ORDER BY day DESC, s.id
LIMIT 100
