// The words of statements, with their places and ids, as they stand in a text from which names were taken.
UNWIND $rows AS row
MATCH (s:Statement {id: row.id})
SET s += row.properties
WITH s, row
CALL (s, row) {
  MATCH (s)-[r:SAID_BY]->()
  SET r.mention = row.speaker
}
CALL (s, row) {
  UNWIND row.words AS w
  MATCH (s)-[r:MENTIONS|ASSERTS {start: w.start, end: w.end}]->()
  SET r.text = w.text
}
CALL (s) {
  MATCH (s)<-[:RATES]-(rating:Rating)
  SET rating.of = s.id
}
CALL (s) {
  MATCH (s)<-[:CORRECTS]-(by:Statement)
  SET by.corrects = s.id
}
