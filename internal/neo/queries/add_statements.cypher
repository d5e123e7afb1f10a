// Statements that were not there before, with all that leads from them: who said it, with the words that name the speaker; the channels and outlets it
// came through, in order; named actors inside it; and the claims it makes, with the words that do (doubtful ones hold once people accepted the
// statement), and as whom the actors were recorded where others stand for them.
UNWIND $statements AS row
MATCH (a:Article {id: row.article})
CREATE (s:Statement {id: row.id})-[:FROM]->(a)
SET s += row.properties, s.date = coalesce(row.date, '')
WITH s, row
CALL (s, row) {
  UNWIND row.save_speakers AS x
  MATCH (e:Entity {id: x.to})
  CREATE (s)-[:SAID_BY {mention: x.mention, entity: x.entity}]->(e)
}
CALL (s, row) {
  UNWIND row.save_via AS x
  MATCH (e:Entity {id: x.to})
  CREATE (s)-[:VIA {position: x.position, entity: x.entity}]->(e)
}
CALL (s, row) {
  UNWIND row.save_mentions AS x
  MATCH (e:Entity {id: x.to})
  CREATE (s)-[:MENTIONS {start: x.start, end: x.end, text: x.text, entity: x.entity}]->(e)
}
CALL (s, row) {
  UNWIND row.save_assertions AS x
  MATCH (c:Claim {id: x.to})
  CREATE (s)-[:ASSERTS {start: x.start, end: x.end, text: x.text, modality: CASE WHEN x.readAs IS NOT NULL AND s.review = 'ACCEPTED' THEN x.readAs ELSE x.modality END, readAs: x.readAs, confidence: x.confidence, rules: x.rules, subject: x.subject, object: x.object}]->(c)
}
