// Disputed figures: different numbers for the same parties and things
// A claim that names no party is taken to be about the actors whom its words mention.
MATCH (c:Claim)<-[words:ASSERTS]-(s:Statement)-[:FROM]->(a:Article)
WHERE c.quantity IS NOT NULL AND NOT c.negated
OPTIONAL MATCH (c)-[:SUBJECT|OBJECT]->(party:Entity)
OPTIONAL MATCH (s)-[m:MENTIONS]->(named:Entity) WHERE party IS NULL AND words.start <= m.start AND m.end <= words.end
WITH coalesce(party, named) AS about, c, s, a,
  coalesce(head([(s)-[:SAID_BY]->(e:Entity) | e.name]), 'the article itself') AS source
WHERE about IS NOT NULL
WITH about, c.unit AS things, count(DISTINCT c.quantity) AS figures, collect(DISTINCT {figure: c.quantity, bound: c.bound, claim: c.text,
  by: source, day: s.date, words: s.quoteExact, article: a.title}) AS reports
WHERE figures > 1
UNWIND reports AS r
RETURN about.name AS about, things, r.figure AS figure, r.bound AS bound, r.by AS source, r.day AS day, r.claim AS claim, r.words AS words, r.article AS article
ORDER BY about, things, figure, day, source
LIMIT 200
