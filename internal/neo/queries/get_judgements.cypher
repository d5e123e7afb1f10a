// The judgements that touch the entities.
UNWIND $ids AS id
CALL (id) {
  MATCH (j:Judgement {left: id}) RETURN j
  UNION
  MATCH (j:Judgement {right: id}) RETURN j
}
WITH DISTINCT j
RETURN properties(j) AS judgement
ORDER BY j.id
