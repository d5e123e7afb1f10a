// Which claims a statement makes, with the words that do (doubtful ones hold once people accepted the statement), and as whom its actors were recorded where others stand for them.
UNWIND $edges AS row
MATCH (s:Statement {id: row.from})
MATCH (c:Claim {id: row.to})
CALL (s, c, row) {
  OPTIONAL MATCH (s)-[r:ASSERTS {start: row.start, end: row.end}]->(c)
  WHERE coalesce(r.subject, '') = coalesce(row.subject, '') AND coalesce(r.object, '') = coalesce(row.object, '')
  RETURN head(collect(r)) AS there
}
FOREACH (_ IN CASE WHEN there IS NULL THEN [1] ELSE [] END |
  CREATE (s)-[:ASSERTS {start: row.start, end: row.end, text: row.text, modality: CASE WHEN row.readAs IS NOT NULL AND s.review = 'ACCEPTED' THEN row.readAs ELSE row.modality END, readAs: row.readAs, confidence: row.confidence, rules: row.rules, subject: row.subject, object: row.object}]->(c))
FOREACH (r IN CASE WHEN there IS NULL THEN [] ELSE [there] END |
  SET r.text = row.text, r.modality = CASE WHEN row.readAs IS NOT NULL AND s.review = 'ACCEPTED' THEN row.readAs ELSE row.modality END, r.readAs = row.readAs, r.confidence = row.confidence, r.rules = row.rules)
