// Claims that one rule of the reader made, surest last
// sayso read --explain names the rules of a text; put another one there to check what it makes.
MATCH (s:Statement)-[a:ASSERTS]->(c:Claim)
WHERE 'LOST#1' IN a.rules
WITH s, a, c ORDER BY a.confidence, c.id, s.id LIMIT 100
MATCH (s)-[:FROM]->(article:Article)
RETURN c.text AS claim, a.modality AS modality, a.confidence AS confidence, a.text AS words, a.rules AS rules, s.extractor AS reader, s.review AS review,
  article.title AS article
ORDER BY confidence, claim, article
